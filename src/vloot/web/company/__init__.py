"""Pages about the company itself: founding it, and what its administrators keep.

Nouns: pages, forms.
Verbs: none of its own; each view reads cards or turns one form into one act.
Never: decides who may, touches a table.
"""
