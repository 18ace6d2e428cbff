"""Experts: who knows about what, and whom to ask.

Nouns: crafts (what people say they know), holders (who named a craft as theirs), confirmations (colleagues who say so too), wishes (what
somebody would rather not be asked about), outsiders (specialists outside the house, kept by hosts), the top band (those who know about
something, in no order), documents (an answer with what it answers, credited to its writer), invitations (to answer a new question),
rings (how far a question has gone), loads (days on which somebody was invited), what people take on.
Verbs: take_up, lay_down, confirm, withdraw_confirmation, keep_away, come_back, list_outsider, drop_outsider, decline, pass_on, choose;
`knowing.who_knows`, `asking.invite`, `asking.go_on`.
Never: shows a figure about a person or an order that tells one; reads for somebody what they may not read themselves; says why
somebody is not named; keeps that somebody declined.
"""
