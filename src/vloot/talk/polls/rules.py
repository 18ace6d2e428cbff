"""Who may open a poll, choose, and see what others chose."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.company.switches import rooms
from vloot.ground import clock
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
    """Whoever may write in the space chooses, until the poll is closed."""
    if poll.post.removed_at or (is_closed(poll) and not actor.is_importer):
        return no("closed", _("This poll is closed."))
    return spaces.may_write_in(actor, poll.post.space)


def may_close(actor: Actor, poll: Poll) -> Verdict:
    """Who opened a poll closes it early, and so does a host."""
    if is_closed(poll):
        return no("closed", _("This poll is closed already."))
    if poll.post.author_id == actor.person_id or spaces.is_host(actor, poll.post.space):
        return yes()
    return no("not_author", _("Only who opened this poll, or a host of this space, can close it."))


def may_see_votes(poll: Poll) -> bool:
    """Whether results are shown: at once, or after closing when they are hidden."""
    return not poll.is_hidden or is_closed(poll)
