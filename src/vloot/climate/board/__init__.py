"""The board: each result of a wave gets an answer, and small changes on one's own floor come first.

Nouns: result, change. Verbs: `answer_result`, `propose`. What follows (answering, doing, "done as said?") is the life of a matter.
Never: lets a wave begin while the last one waits for its answers (`rules.answers_given`).
"""
