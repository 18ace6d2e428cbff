"""Signing in with the company's own account (OpenID Connect), stricter than allauth asks by itself.

Nouns: the company account (what allauth calls a provider), the exchange (code against tokens, tokens against claims).
Verbs: begin, finish. Never makes a person, never believes a token without checking its signature, issuer, audience
and nonce, and keeps nothing of it but the issuer, a digest of the subject and the address by which it is recognised.
"""
