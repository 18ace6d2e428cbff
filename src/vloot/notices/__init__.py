"""Notices: telling people what concerns them, on their own page of notices.

Nouns: notices; the reason in each ("because you were named").
Verbs: tell_many, mark_read, forget_about.

Rooms above hand over a frozen `Note`: to whom, because of what, where it leads, who may see it. Whoever may no longer read the space does
not see the notice either. Several people doing the same to the same thing are one notice. Nobody is told of what they did themselves.
"""
