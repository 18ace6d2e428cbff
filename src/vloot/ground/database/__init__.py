"""Django's PostgreSQL engine with the two things that Vloot does differently, and the fixed SQL that stands on them.

Nouns: the engine (`base`, named in the settings), fixed statements (`sql`).
Verbs: ask.
Never: knows a table.
"""
