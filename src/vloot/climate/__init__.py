"""The climate: how open, trusting and safe people find it here, and what changes because of it.

Nouns: item, scale, answers, reliability.
Verbs: none yet beyond the engine's; `vloot climate` asks it about files.
Never: adds the scales up; shows a group below the minimum; knows who answered what.
"""
