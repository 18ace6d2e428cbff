"""Slack's export zip.

Nouns: the archive (a zip or its unpacked folder), records of a day, the cast (people, bots, names only), spaces, conversation.
Verbs: `run.bring_in` does it all: survey the archive once, settle people and spaces, then place the posts in batches.
Never: direct messages; private channels without a ground; anything twice: each record has a key made of team, channel and time, so an
import that was stopped goes on where it was, and one that is done changes nothing.

`archive`, `arrays`, `records`, `parse`, `markup`, `emoji` know neither Django nor Vloot; `cast`, `settling`, `conversation` call acts.
"""
