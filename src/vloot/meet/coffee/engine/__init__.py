"""Who has coffee with whom: people and what stands between them in, tables out.

Nouns: comer, round, table.
Verbs: `seating.seat`.
Never: touches Django or a database; gives a reason why two were not brought together.
"""
