"""The mirror: what the top team says by name of five statements, beside what the company answered.

Nouns: statement, stance, outlook (I go along, I do not believe in it, stay away for now), change. Verb: `look`.
Never: makes a figure about somebody; takes "not" for a wrong answer; speaks for who said nothing.
"""
