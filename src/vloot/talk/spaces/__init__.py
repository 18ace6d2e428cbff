"""Spaces: where people talk. Open unless there is a reason; each has hosts, at least one.

Nouns: spaces, memberships, requests for entry.
Verbs: open, change, join, leave, request_entry, admit, refuse, invite, appoint_host, dismiss_host, archive, reopen.

A space on request shows its name and purpose to everybody and its posts to members; a closed one is not there for others at all, and a role
opens no door: administrators are no exception.
"""
