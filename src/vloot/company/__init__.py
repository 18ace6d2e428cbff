"""The company itself: its name, who founded it here, its top team, its confidential counsellor.

Nouns: Company (one row), TopSeat, StartLink; in rooms of their own settings, switches, agreements, limits and the audit log.
Verbs: make_start_link, prepare, found, change, name_counsellor, set_top_team, let_private_in, finish_import.
Never: decides about people's roles (people does), knows a page or a request.
"""
