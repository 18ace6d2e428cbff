"""RSABSSA-SHA384-PSS-Randomized of RFC 9474: blind signatures by RSA.

Nouns: key, prepared message, blinded message, signature.
Verbs: `signing.make_key`, `signing.sign`, `signing.verify`; a voter's `voter.prepare`, `voter.blind`, `voter.finish`.
Never: touches Django or a database; uses a key for anything else (RFC 9474, section 7.1).
"""
