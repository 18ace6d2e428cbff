"""Polls with names: everybody sees who chose what, at once or after closing.

Nouns: polls, choices, votes. Verbs: open, vote, close.
A vote here is never secret; who wants secrecy uses the urn, and this room does not pretend otherwise.
"""
