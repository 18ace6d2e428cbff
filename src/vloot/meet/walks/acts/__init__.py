"""The verbs of walks: bringing two together, looking back, promising and keeping."""

from vloot.meet.walks.acts.booking import Meeting, accept, call_off, decline, invite, offer, take
from vloot.meet.walks.acts.noting import NotesDraft, approve, say_felt, send_back, write_notes
from vloot.meet.walks.acts.places import drop_place, list_place, list_teams
from vloot.meet.walks.acts.promising import (
    PromiseDraft,
    confirm,
    give_up,
    not_yet,
    promise,
    say_done,
)

__all__ = [
    "Meeting",
    "NotesDraft",
    "PromiseDraft",
    "accept",
    "approve",
    "call_off",
    "confirm",
    "decline",
    "drop_place",
    "give_up",
    "invite",
    "list_place",
    "list_teams",
    "not_yet",
    "offer",
    "promise",
    "say_done",
    "say_felt",
    "send_back",
    "take",
    "write_notes",
]
