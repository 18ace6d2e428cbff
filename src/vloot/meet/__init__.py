"""Meeting: a coffee with somebody one does not know yet, a walk with somebody who leads, and what one learned from it.

Nouns: round, table, seat; walk, place, promise; note.
Verbs: come along, invite, offer, promise, do, keep; learn.
Storeys, top to bottom: learning / coffee | walks. One Django app with one migration history; `models.py` re-exports the storeys' tables.
Never: shows who did not come along; tells why two were not brought together; rewards.
"""
