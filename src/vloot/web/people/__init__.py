"""Pages about people, and the way in: signing in, invitations, codes, one's own page.

Nouns: pages, forms, the adapters of allauth, the shared device.
Verbs: none of its own; each view reads cards or turns one form into one act.
Never: decides who may, touches a table, writes authentication.
"""
