"""Experts: who knows about what, and how a question finds them.

Nouns: documents (what was asked, credited to who answered), the top band (those who know about it, in no order).
Verbs: none yet beyond the engine's; `vloot evaluate experts` asks it about a file.
Never: shows a figure about a person, or an order that tells one; remembers who did not answer.
"""
