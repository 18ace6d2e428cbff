"""Announcements: what hosts and administrators want everybody concerned to know.

Nouns: announcements, confirmations. Verbs: announce, lower (off the top of home before its end), confirm ("I have read this").

An announcement stands on top of home until it is read, or confirmed when it asks for that, or until its end. One in a space is for its
members, one for the company for everybody who may read its open space. Never: tells anybody who confirmed, or who did not; no list, order,
moment, entry or notice does, and the total goes through `ground.privacy`. Replies to an announcement cannot be switched off.
"""
