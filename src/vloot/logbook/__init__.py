"""The logbook: what happened in the company, append-only.

Nouns: entries; kinds (past tense, `kinds.py`); links, the audit log (`chain.py`, its seal in `sealing.py`).
Verbs: `acts.record` and `acts.record_many`, called by every act once, inside its transaction; `acts.settle`, which hands an entry
to its readers; `chain.verify`, which computes the audit log anew.

Entries hold ids and never words, so that erasing a person leaves history without their text. Secret deeds (ballots, votes without
names, refusals) are named in `unlogged.py` and never get here. The logbook knows no room: who reads what stands in `wiring.py`.
"""
