"""What a page costs: CPU of the server and of the database for each request, and bytes, beside the bare minimum in the same run.

`python -m bench` builds the fixed company (company.py) in a folder it throws away, serves it as `vloot serve` does with one process,
and asks for its pages in rounds that take turns. reference.sql is the yardstick: it is never changed together with the product's SQL.
"""
