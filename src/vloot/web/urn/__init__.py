"""Secret votes in the browser: taking a ballot is done by somebody, casting one by nobody.

Nouns: kind (what may be cast: a poll, later a wave), the bare part of the site (`/cast/…`), the check list.
Verbs: take; cast; look one's own up.
Never: reads a cookie, an address or a browser's name under `/cast/`, sets one, or lets anything of it be logged (`bare`).
"""
