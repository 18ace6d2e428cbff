"""Who goes to whom: everybody's own network, the silos of the company, and the real leaders who agreed to be found.

Nouns: ties (one who asked, one who helped, confirmed by the one who was helped), pictures (of the company, without persons), communities,
bridges, pilots. Verbs: those of its storeys; `vloot network analyse` on a file (`engine`). Shut until an agreement covers it (`gate`).
Never: says a figure about a person to anyone but that person, or ranks people; counts what nobody confirmed, what a program wrote, or
what was sent to everybody.
"""
