"""Proposals to talk: "shall we call or have a coffee?", from one person to another, out of a thread or out of the blue.

Nouns: proposals. Verbs: propose, accept, decline, withdraw.
This is all there is between two people here: no messages, hence none to read. Declining needs no reason and leaves no trace.
"""
