"""The arithmetic of the climate: arrays in, figures out.

Nouns: answers (complete cases: persons by items), reliability, agreement.
Verbs: `reliability.of`, `answers.read`.
Never: touches Django or a database; decides what may be published (ground/privacy.py does).
"""
