"""Posts: what people write, as heads of threads and replies in them.

Nouns: posts, threads, revisions, mentions, tags.
Verbs: write (an update), comment, edit, remove, pin, unpin, close, reopen; `place_many`, on which the storeys above build their kinds.

Editing keeps what was said before, open to every reader; removing leaves a tombstone without words. Whoever leads cannot switch replies
off under their own posts.
"""
