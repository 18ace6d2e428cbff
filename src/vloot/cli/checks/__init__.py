"""What `vloot check` looks at, one module for each thing.

Nouns: a finding: what was looked at, how it is ("ok", "note" or "wrong"), and words that say what to do.
Verbs: each module's `look`.
Never: repairs anything.
"""
