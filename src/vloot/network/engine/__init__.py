"""The figures of a network of ties: pure computation, no Django, no database.

Directed measures are taken on the directed graph as it is; communities, modularity and bridges on the undirected one, in which a pair is
one line, whoever asked whom. Weights count in PageRank only: everywhere else it matters who goes to whom, not how often.
The order in which ties are given changes nothing: persons and ties are put in order first, and all chance is seeded.
igraph and numpy are slow to load, so nothing here is imported before a computation begins.
"""
