"""How fast people may go: which amounts the company has chosen for the limits that the rooms keep.

Nouns: limits, with an amount and a while. Verbs: choose. Never: counts anything itself (`ground.limits` does), knows who went how fast.
"""
