"""Meeting: a coffee with somebody one does not know yet.

Nouns: round, comer, table. Verbs: so far the engine's: seat the comers of a round.
Never: shows who did not come along; tells anybody with whom somebody would rather not; rewards.
"""
