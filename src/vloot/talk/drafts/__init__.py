"""Drafts: what somebody was writing, so that a refused form, a lost session and a closed tab lose nothing.

Nouns: drafts, one per person and place (`key`: "home", "space:<id>", "reply:<id>", "edit:<id>", "ask").
Verbs: save, discard. Only their writer ever sees them; they are dropped after 30 days.
"""
