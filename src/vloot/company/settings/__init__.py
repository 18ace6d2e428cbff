"""What an administrator sets for the whole company, beside what has its own page: house rules, the minimum group.

Nouns: settings, each declared with what it does and what it comes with. Verbs: choose. Never: keeps what a room above keeps itself.
"""
