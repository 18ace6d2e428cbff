"""Secret votes: who may vote is known, what was voted is known, and nothing in the house joins the two.

Nouns: box (one vote), key (one for each group of a box), voter (who is on the roster), code (printed, for who votes on paper), ballot,
token (what a voter draws and the key signs without seeing it), spent (the list in which a voter finds their own token after closing).
Verbs: `open_box`, `take` (a blind signature), `cast` (a ballot; by nobody), `print_codes`, `cast_on_paper`, `close`, `burn`,
`give_up`; the engine's:
sign blindly, verify, spell; and the voter's: prepare, blind, finish.
Never: sees a token before it comes back with a ballot; keeps a time, a person, an address or an order beside a ballot; logs its deeds:
whoever opens and closes a vote for people logs that.
"""

# What lies in these is nobody's after closing, so no backup may hold it: a vote that was open when one was made ends uncounted.
CASTING_TABLES = ("urn_key", "urn_voter", "urn_code", "urn_ballot")
# The rows of them that a backup may hold: the keys of votes that are over, by which people know what they voted with.
IN_BACKUPS = {**dict.fromkeys(CASTING_TABLES, "false"), "urn_key": "private is null"}
