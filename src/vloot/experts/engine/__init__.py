"""The arithmetic of knowing who knows: words in, people out.

Nouns: terms (words as this engine compares them), documents (the terms of a question with its credits), a shelf (documents made ready
for many questions), a figure of somebody's knowledge (never shown: it only says who is in the band).
Verbs: `terms.of`, `ranking.rank`, `ranking.band`, `evaluation.evaluate`.
Never: touches Django or a database; reads a clock; looks at anything written at or after `now`.
"""
