"""Waves: a few questions that everybody may answer and nobody can trace to a person.

Nouns: item, scale, wave, part, reporting group. Verbs: `choose_paper`, `choose_screen`, `cast`.
A full wave has one part with all items; a micro wave four, one a week, with the same three items for everybody. Each part has a box of the
urn of its own, with one key for each reporting group.
Never: keeps who is in which group (the urn does until it is burned, the chart of teams says it afterwards); asks about the person.
"""
