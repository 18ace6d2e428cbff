"""Devices: the browsers on which somebody asked to be told, and the push services an administrator allows.

Nouns: Device, PushRelay.
Verbs: register, show_words, remove, drop, allow_relays.

A device belongs to one session and is reached only while that lasts. Never: keeps an address at a service that nobody has allowed.
"""
