"""What the company agreed with its people: date, document, parties. Rooms that look closely at people stay off without one.

Nouns: agreements, the topics that they cover. Verbs: conclude. Never: changes or drops one; a new one follows.
"""
