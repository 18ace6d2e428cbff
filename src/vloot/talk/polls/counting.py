"""The end of a secret poll: counted, published as far as nobody is told by it, and burned. What a clock does is nobody's deed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from django.db import transaction
from django.db.models import QuerySet

from vloot.ground import clock, privacy
from vloot.logbook import acts as logbook
from vloot.people.actor import Actor
from vloot.talk.polls.models import Poll
from vloot.urn import acts as urn
from vloot.urn import reads as boxes
from vloot.urn.models import Box

ALL = "all"  # who votes in a poll is one group


def count(by: Actor | None, poll: Poll, box: Box) -> None:
    """Close the box, keep of its ballots only what everybody may see, and burn them; give up a lost one. In the deed's transaction."""
    if box.id in boxes.lost():
        urn.give_up(box=box)
        return
    ballots = urn.close(by=by, box=box)[ALL]
    choices = list(poll.choices.order_by("position"))
    taken = Counter(choice for ballot in ballots for choice in ballot["choice"])
    most = privacy.most([taken[choice.id] for choice in choices], len(ballots))
    for place, choice in enumerate(choices):
        figure = privacy.shown(taken[choice.id], len(ballots))
        choice.at_least = figure.at_least if figure else None
        choice.is_most = place == most
        choice.save(update_fields=["at_least", "is_most"])
    poll.ballots = privacy.counted(len(ballots))
    poll.save(update_fields=["ballots"])
    urn.burn(box=box)


def count_due() -> int:
    """Count the secret polls whose end has come. Returns how many."""
    return _end(Poll.objects.filter(box__closed_at=None, box__isnull=False, closes_at__lte=clock.now()))


def give_up_lost() -> int:
    """Close the secret polls that came back out of a backup without their ballots. Returns how many."""
    return _end(Poll.objects.filter(box__in=boxes.lost(), closed_at=None))


def burn_uncounted(post_ids: Collection[int]) -> None:
    """Burn the ballots of polls that were taken away: of them nothing will be shown."""
    for poll in Poll.objects.filter(post__in=post_ids, box__closed_at=None).select_related("box"):
        if poll.box is not None:
            with transaction.atomic():
                urn.close(by=None, box=poll.box)
                urn.burn(box=poll.box)


def _end(polls: QuerySet[Poll]) -> int:
    done = 0
    for poll_id in list(polls.values_list("post_id", flat=True)):
        with transaction.atomic():
            poll = Poll.objects.select_for_update(of=("self",)).select_related("box").get(pk=poll_id)
            if poll.box is None or poll.closed_at is not None:
                continue
            count(None, poll, poll.box)
            poll.closed_at = clock.now()
            poll.save(update_fields=["closed_at"])
            logbook.record(kind="PollClosed", actor_id=None, object_id=poll_id, origin="clock")
            done += 1
    return done
