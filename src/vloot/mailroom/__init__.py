"""The mailroom: what has to be remembered about mail, so that it comes once, to who is there, and never in circles.

Nouns: arrivals (mail that was taken in), excuses (that a sender was told why not), troubles (addresses from which our mail comes back).
Verbs: note_arrival, note_excuse, note_return, try_again.

It never keeps what a mail says, nor who wrote to whom: of arrivals and excuses only digests stay, and only for a while.
"""
