"""Questions: listen, think, ask. Nobody is left without an answer.

Nouns: questions, answers, owners (the one human who sees to it that a question is answered), acceptance, "this helped".
Verbs: ask, reword, answer, accept, withdraw_acceptance, mark_helped, unmark_helped, hand_over, close, reopen.

Every open question has exactly one human owner, until its asker closes it: the column is never empty, and who leaves hands over.
"""
