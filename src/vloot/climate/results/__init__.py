"""Results: what was published about a wave when it closed. Its rows never change, and nothing else of the answers is left.

Nouns: publication, published figure, hanging (how far the items of a scale hang together), change. Verb: `publish`.
Everybody sees the company and every group that may be shown, from the same moment on; whoever leads sees no more and not earlier.
"""
