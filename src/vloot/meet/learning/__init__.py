"""Learning: what one expected, found and will change after a walk, a coffee or a talk.

Nouns: learned (one's own log), turn ("I used to …, now I …" of somebody who leads). Verbs: `note_down`, `drop`, `share`, `turn`.
Never: shows anybody's log to somebody else; says how much a person wrote.
"""
