"""Questions to the polls."""

from collections.abc import Collection
from datetime import datetime

import msgspec

from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard
from vloot.talk.polls import rules
from vloot.talk.polls.models import Choice, Poll, Vote


class ChoicePart(msgspec.Struct, frozen=True):
    """One choice and who took it; `voters` is empty while results are hidden."""

    id: int
    text: str
    voters: list[PersonCard]
    is_mine: bool


class PollPart(msgspec.Struct, frozen=True, kw_only=True):
    """What a poll's card shows beyond a post's."""

    choices: list[ChoicePart]
    closes_at: datetime | None
    is_closed: bool
    is_multiple: bool
    is_hidden: bool  # results are not shown yet
    has_voted: bool


def parts(actor: Actor, post_ids: Collection[int]) -> dict[int, PollPart]:
    """What the cards of polls show, in four queries."""
    polls = list(Poll.objects.filter(post_id__in=post_ids))
    if not polls:
        return {}
    choices: dict[int, list[Choice]] = {}
    for choice in Choice.objects.filter(poll__in=polls).order_by("position"):
        choices.setdefault(choice.poll_id, []).append(choice)
    votes: dict[int, list[int]] = {}
    for choice_id, person_id in Vote.objects.filter(choice__poll__in=polls).values_list(
        "choice_id", "person_id"
    ):
        votes.setdefault(choice_id, []).append(person_id)
    persons = people.cards({person for found in votes.values() for person in found})
    return {poll.post_id: _part(actor, poll, choices.get(poll.post_id, []), votes, persons) for poll in polls}


def _part(
    actor: Actor,
    poll: Poll,
    choices: list[Choice],
    votes: dict[int, list[int]],
    persons: dict[int, PersonCard],
) -> PollPart:
    is_shown = rules.may_see_votes(poll)
    shown = [
        ChoicePart(
            id=choice.id,
            text=choice.text,
            voters=people.alphabetical(persons[p] for p in votes.get(choice.id, [])) if is_shown else [],
            is_mine=actor.person_id in votes.get(choice.id, []),
        )
        for choice in choices
    ]
    return PollPart(
        choices=shown,
        closes_at=poll.closes_at,
        is_closed=rules.is_closed(poll),
        is_multiple=poll.is_multiple,
        is_hidden=not is_shown,
        has_voted=any(choice.is_mine for choice in shown),
    )
