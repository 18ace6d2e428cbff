"""Following: whom and what somebody wants to read on their home, beside their spaces.

Nouns: followed persons, followed tags. Verbs: follow_person, unfollow_person, follow_tag, unfollow_tag.
Nobody sees how many follow them: there is no such number.
"""
