"""Secret votes: who may vote is known, what was voted is known, and nothing in the house joins the two.

Nouns: key, token, ballot. Verbs: so far the engine's: sign blindly, verify; and the voter's: prepare, blind, finish.
Never: sees a token before it comes back with a ballot; keeps a time, a person or an order beside a ballot.
"""
