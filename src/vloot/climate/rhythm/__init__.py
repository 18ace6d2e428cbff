"""Rhythm: when waves are announced, open, reminded of and closed, and what must be answered before the next one.

Verbs: `announce`, `remind`, `stop`; what the clock does: `opening.open_due`, `closing.close_due`.
Never: reminds some and not others; closes without publishing to everybody at once.
"""
