"""Ties: that somebody helped somebody, because the one who was helped said so.

Nouns: ties, abstentions (that somebody wants none counted). Verbs: `stay_out`, `come_in`; a clock gathers the ties anew (`gathering`).
Never: counts what nobody confirmed, what a program wrote, what was said to many at once, thanks that go round in a ring; shows a tie to a
third person.
"""
