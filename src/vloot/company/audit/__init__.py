"""The audit log as people read it: what administrators did, and who looked at sensitive pages.

Nouns: lines (a link of the logbook's chain with the people in it), heads (the newest hash, to be noted elsewhere).
Verbs: look.
Never: keeps anything itself (the logbook does), says who looked at what is not sensitive.
"""
