"""Which rooms are on: each with a why, a host who looks after it, and that the host has learned to.

Nouns: rooms, declared by the rooms themselves (`rooms.declare`); switches. Verbs: switch.
What is on without a why, a host or training is shown as such. Talking, asking, answering and thanking are always on.
"""
