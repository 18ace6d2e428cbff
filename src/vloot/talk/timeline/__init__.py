"""The timeline: what there is to read, in plain time order, newest first.

Nouns: pages of ids (home, space, person, tag, everything new), threads, cards.
It is read when asked for and never written on posting: the newest of each of my sources, merged (`*.sql`). A page is cut by the last id it
showed, never by a number of rows. Ids are not ordered by commit: whoever asks what is new since an id looks back ten seconds and drops
what is there already.

Invariant of all SQL here: only posts of spaces that `spaces.rules.readable` allows; every further condition only takes away. A test holds
each query against that rule.
"""
