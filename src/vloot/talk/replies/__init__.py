"""Replies: the one decision what a reply to something is.

Foreign dialects only know "reply". A reply to a question is an answer, a reply to anything else a comment: decided here once, not in each
door.

Nouns: none of its own. Verbs: respond.
"""
