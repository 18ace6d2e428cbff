"""The formal chart as it comes from outside: rows are planned against what is here, and only then written.

`plan` reads nothing and writes nothing: it gets what is here and what the file says, and gives what would change. One
row that cannot be used refuses the whole file, so a chart is never half there.
"""
