"""How-to pages: what was asked and answered once, kept so that the next one finds it and can trust it.

Nouns: guides (how-to pages), versions, owners (the one human who sees to it that a page stays true), review days, "this helped".
Verbs: write, edit, take_back (a former version), confirm (still true), mark_obsolete, revive, hand_over, mark_helped, unmark_helped,
remove.

A page belongs to a space: who reads the space reads it, who writes there may edit it. Every page has exactly one human owner, and comes
back to them on its review day. Nothing that was saved is lost: an edit on top of a newer version is refused and shown beside it.
A page is never ranked or counted: whom it helped is said by their names.
"""
