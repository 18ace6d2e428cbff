"""Who may open a poll, choose, and see what others chose."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.company.switches import rooms
from vloot.ground import clock, privacy
from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor
from vloot.talk.polls.models import Poll
from vloot.talk.posts import rules as posts
from vloot.talk.spaces import rules as spaces

visible = posts.visible
ROOM = rooms.declare(
    "polls",
    gettext_lazy("Polls"),
    gettext_lazy("Anybody can ask what the others think, with two to twelve choices."),
)


def is_closed(poll: Poll) -> bool:
    """Closed by hand, or its end has come."""
    return poll.closed_at is not None or (poll.closes_at is not None and poll.closes_at <= clock.now())


def may_be_secret(readers: int, closes_at: datetime | None, *, is_import: bool) -> Verdict:
    """A secret poll has an end and seven readers, for below that nothing could be shown. What was imported was not secret there."""
    if is_import:
        return no("secret_import", _("A poll that was held elsewhere cannot become a secret one here."))
    if closes_at is None:
        return no("no_end", _("A secret poll needs a day on which it ends."))
    if readers < privacy.MINIMUM:
        return no(
            "too_small",
            _("Fewer than seven people read this space: a secret poll here could never show anything."),
        )
    return yes()


def may_ask_for(choices: list[str], closes_at: datetime | None, *, is_hidden: bool) -> Verdict:
    """Two to twelve different choices; an end within a year; hidden results need an end."""
    if not 2 <= len(choices) <= 12:
        return no("choices", _("Give two to twelve choices, one a line."))
    if len({choice.casefold() for choice in choices}) != len(choices):
        return no("same_choices", _("Two choices are the same. Make each different."))
    if any(len(choice) > 120 for choice in choices):
        return no("long_choice", _("Keep each choice under 120 characters; explain in the text."))
    if closes_at and not clock.now() < closes_at <= clock.now() + timedelta(days=366):
        return no("end", _("Choose an end that lies ahead, within a year."))
    if is_hidden and closes_at is None:
        return no("no_end", _("Results that stay hidden need a day on which they are shown."))
    return yes()


def may_vote(actor: Actor, poll: Poll) -> Verdict:
    """Whoever may write in the space chooses, until the poll is closed. In a secret poll nobody votes under their name."""
    if poll.box_id is not None:
        return no("secret", _("This poll is secret. Cast your ballot on its page."))
    if poll.post.removed_at or (is_closed(poll) and not actor.is_importer):
        return no("closed", _("This poll is closed."))
    return spaces.may_write_in(actor, poll.post.space)


def may_cast(poll: Poll) -> Verdict:
    """Ballots are cast until the end, as long as the poll stands and its space lives."""
    if poll.post.removed_at or poll.post.space.archived_at or is_closed(poll):
        return no("closed", _("This poll is closed."))
    return yes()


def may_choose(chosen: list[int], choices: Collection[int], *, is_multiple: bool) -> Verdict:
    """At least one of the poll's choices, and not more than one where it takes one."""
    if not chosen or set(chosen) - set(choices):
        return no("no_choice", _("Choose what you want to vote for."))
    if len(chosen) > 1 and not is_multiple:
        return no("one_choice", _("Choose one."))
    return yes()


def may_close(actor: Actor, poll: Poll) -> Verdict:
    """Who opened a poll closes it early, and so does a host."""
    if is_closed(poll):
        return no("closed", _("This poll is closed already."))
    if poll.post.author_id == actor.person_id or spaces.is_host(actor, poll.post.space):
        return yes()
    return no("not_author", _("Only who opened this poll, or a host of this space, can close it."))


def may_see_votes(poll: Poll) -> bool:
    """Whether names are shown: at once, or after closing when they are hidden; of a secret poll never."""
    return poll.box_id is None and (not poll.is_hidden or is_closed(poll))
