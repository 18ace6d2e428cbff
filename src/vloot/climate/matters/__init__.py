"""What asks for an answer, and the answers: fears, promises, results of a wave and small changes have the same life.

Nouns: matter, answer (we do it, or we will not because; who, by when), outcome (done as said, or not).
Verbs: `take_on`, `answer`, `judge`, `take_away`.
Never: knows who wrote what was written without a name; counts whom else something concerns.
"""
