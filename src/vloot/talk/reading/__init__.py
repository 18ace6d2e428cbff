"""Reading: how far somebody has read, what they keep, and since when they were away.

Nouns: bookmarks, read marks, visits to home. Verbs: bookmark, unbookmark, mark_read, mark_unread, look_home.
All of it belongs to the reader alone: nobody is told who has read what, and nothing of it is logged.
"""
