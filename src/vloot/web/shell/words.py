"""The words on cards, looked up once per language."""

from __future__ import annotations

from datetime import date
from functools import cache
from types import SimpleNamespace

from django.utils.dates import MONTHS
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

Words = SimpleNamespace


def words() -> Words:
    """All words of a card in the active language."""
    return _of(get_language() or "en")


def dated(day: date) -> str:
    """ "5 March 2026": the day as the reader writes it."""
    return f"{day.day} {month(day)}"


def month(day: date) -> str:
    """ "March 2026": the month of a day."""
    return f"{words().months[day.month - 1]} {day.year}"


def _of_answers() -> dict[str, str]:
    return {
        "this": _("This is the answer"),
        "not_this": _("Not the answer after all"),
        "outdated": _("Holds no longer"),
        "instead": _("See what holds now"),
    }


@cache
def _of(_language: str) -> Words:
    return Words(
        months=[str(MONTHS[number]) for number in range(1, 13)],
        now=_("just now"),
        edited=_("edited"),
        pinned=_("Pinned: good to know for everyone here"),
        closed=_("Closed:"),
        gone=_("{name} wrote something here; it was taken away."),
        where=_where(),
        open=_("Looking for an answer"),
        answered=_("Answered"),
        done=_("Closed"),
        known=_("What I know"),
        tried=_("What I tried"),
        owns=_("{owner} sees to it that {asker} gets an answer"),
        owns_alone=_("{owner} looks after this question"),
        thank_you=_("Thank you, {names}!"),
        helped_who=_("This helped {names}"),
        and_=_("and"),
        others=_("and others"),
        answer=_("Answer"),
        reply=_("Reply"),
        thank=_("Thank"),
        thanked=_("You thanked"),
        keep=_("Keep"),
        kept=_("Kept"),
        **_of_answers(),
        helped=_("This helped me"),
        more=_("More about what {name} wrote"),
        edit=_("Edit"),
        unread=_("Mark as unread"),
        talk=_("Shall we talk about it?"),
        before=_("What it said before"),
        pin=_("Pin"),
        unpin=_("Unpin"),
        close=_("Close, with a reason"),
        reopen=_("Open again"),
        hand_over=_("Ask somebody else to look after it"),
        close_question=_("Close my question"),
        reopen_question=_("Open my question again"),
        remove=_("Take away"),
        report=_("Ask the hosts to look"),
        link=pgettext("menu of a post", "Link to this"),
        comment_to=_("Comment to {name}"),
        **_of_gatherings(),
    )


def _of_gatherings() -> dict[str, str]:
    """The words of announcements and events."""
    return {
        "for_all": _("For the whole company"),
        "for_space": _("For everybody in {space}"),
        "confirm": _("I have read this"),
        "confirmed": _("You have read this. Only you see that."),
        "lower": _("Take off the top of home"),
        "change_event": _("Change when, where or what"),
        "captions": _("Captions"),
        "quote": _("Quote in a reply"),
        "cancel_event": _("Cancel, with a reason"),
    }


def _where() -> dict[str, str]:
    """What each kind of post does in its space."""
    return {
        "update": _("in {space}"),
        "question": _("asks in {space}"),
        "poll": _("wants to know in {space}"),
        "thanks": _("says thank you in {space}"),
        "announcement": _("announces in {space}"),
        "event": _("plans something in {space}"),
    }
