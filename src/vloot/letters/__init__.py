"""The door that mail goes out and comes in by.

Nouns: a letter that leaves (a notice, a digest, a kind word why not), a mail that arrives, the boxes it arrives in (maildir, IMAP, a pipe).
Verbs: `leaving.carrier.carry`, `arriving.taking.take`.

It translates: a parcel of notices into a letter, an answer by mail into the one act that the web calls for it. It decides nothing and keeps
nothing; what must be remembered about mail is in the room `mailroom`.
"""
