"""What the buttons of a card offer its reader; the rules are asked again when one is pressed."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from vloot.talk.posts.models import Post


class Standing(NamedTuple):
    """How one reader stands to one post."""

    kind: str
    is_head: bool
    is_mine: bool
    is_host: bool
    can_write: bool  # in the space
    is_thread_open: bool
    is_ended: bool  # the head is closed; the question, if it is one
    is_orphaned: bool  # its writer has left
    is_owner: bool  # of the question
    is_asker: bool  # of the thread
    leads: bool  # and so cannot close what they wrote themselves
    is_poll_open: bool
    can_confirm: bool = False  # the announcement, which the reader has not confirmed
    is_on_top: bool = False  # of home: an announcement before its end
    is_ahead: bool = False  # an event that is not over nor cancelled


# What is left to somebody who reads only for a while.
WHILE_READING = frozenset({"bookmark", "unread", "remove", "report", "confirm"})


@lru_cache(4096)  # there are few ways to stand to a post
def offered(standing: Standing) -> frozenset[str]:
    """The names of what one may do."""
    one = standing
    can = {"bookmark", "unread"}
    can |= {"edit"} if one.is_mine and one.can_write and not one.is_ahead else set()
    can |= {"remove"} if one.is_mine else {"appreciate", "talk", "report"}
    can |= {"take_away"} if one.is_host and not one.is_mine else set()
    if one.can_write and one.is_thread_open:
        can |= {"reply", "answer" if one.kind == Post.QUESTION else "comment"}
    if one.kind == Post.ANSWER:
        can |= set() if one.is_mine else {"helped"}
        can |= {"accept"} if one.is_asker else set()
    if one.is_poll_open:
        can |= {"vote"} if one.can_write else set()
        can |= {"close_poll"} if one.is_mine or one.is_host else set()
    if one.is_ahead:
        can |= {"come"} if one.can_write else set()
        can |= {"change_event"} if one.can_write and (one.is_mine or one.is_host) else set()
    return frozenset(can | _of_head(one) if one.is_head else can)


def _of_head(one: Standing) -> set[str]:
    can = {"pin"} if one.is_host else set()
    if one.kind == Post.QUESTION:
        if one.is_mine or (one.is_host and one.is_orphaned):
            can.add("reopen_question" if one.is_ended else "close_question")
        if (one.is_host or one.is_owner) and not one.is_ended:
            can.add("hand_over")
    elif one.kind == Post.ANNOUNCEMENT:
        can |= {"confirm"} if one.can_confirm else set()
        can |= {"lower"} if one.is_on_top and (one.is_host or one.is_mine) else set()
    elif one.is_host or one.is_mine:
        if one.is_ended:
            can.add("reopen")
        elif not (one.is_mine and one.leads):
            can.add("close")
    return can
