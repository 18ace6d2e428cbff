"""Polls with names: everybody sees who chose what, at once or after closing. And secret ones: nobody ever does.

Nouns: polls, choices, votes; of a secret poll the box in the urn, and what was published of it. Verbs: open, vote, cast, close.
Whether a poll is secret is said when it opens and never changes. A secret one keeps no vote here: only, once it has closed, what
`ground.privacy` lets everybody see.
"""
