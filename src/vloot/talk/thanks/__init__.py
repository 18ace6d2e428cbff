"""Thanks: to named people, with a reason; and the small appreciation of a post, by name.

Nouns: thanks (a post), appreciation. Verbs: give, appreciate, withdraw.
There is no number, rank or total of thanks, not for anybody.
"""
