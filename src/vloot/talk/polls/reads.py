"""Questions to the polls."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

import msgspec

from vloot.ground.database import sql
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard
from vloot.talk.polls import rules
from vloot.talk.polls.models import Poll
from vloot.urn import reads as urn

_POLLS = """
select p.post_id, p.closes_at, p.closed_at, p.is_multiple, p.is_hidden, p.box_id, p.ballots,
       c.id, c.text, c.at_least, c.is_most,
       array(select v.person_id from talk_vote v where v.choice_id = c.id)
from talk_poll p join talk_choice c on c.poll_id = p.post_id
where p.post_id = any(%(ids)s::bigint[])
order by c.position
"""


class _Choice(NamedTuple):
    id: int
    text: str
    at_least: int | None
    is_most: bool
    voters: list[int]


class ChoicePart(msgspec.Struct, frozen=True):
    """One choice and who took it; `voters` is empty while results are hidden, and in a secret poll always.

    Of a secret poll that has closed: `at_least` so many took it (None: that would say too much), `is_most` the most.
    """

    id: int
    text: str
    voters: list[PersonCard]
    is_mine: bool
    at_least: int | None = None
    is_most: bool = False


class PollPart(msgspec.Struct, frozen=True, kw_only=True):
    """What a poll's card shows beyond a post's."""

    choices: list[ChoicePart]
    closes_at: datetime | None
    is_closed: bool
    is_multiple: bool
    is_hidden: bool  # results are not shown yet
    has_voted: bool
    box_id: int | None = None  # of a secret poll
    is_counted: bool = False
    ballots: int | None = None  # None: too few to say
    is_lost: bool = False  # it came back out of a backup, which holds no ballots


def parts(actor: Actor, post_ids: Collection[int]) -> dict[int, PollPart]:
    """What the cards of polls show, in two queries; in a third, whether secret ones were lost."""
    if not post_ids:
        return {}
    polls: dict[int, tuple[Poll, list[_Choice]]] = {}
    for post_id, closes_at, closed_at, is_multiple, is_hidden, box_id, ballots, *choice in sql.rows(
        _POLLS, {"ids": sql.array(post_ids)}
    ):
        if post_id not in polls:
            poll = Poll(
                post_id=post_id,
                closes_at=closes_at,
                closed_at=closed_at,
                is_multiple=is_multiple,
                is_hidden=is_hidden,
                box_id=box_id,
                ballots=ballots,
            )
            polls[post_id] = (poll, [])
        polls[post_id][1].append(_Choice(*choice))
    chosen = {person for _poll, choices in polls.values() for choice in choices for person in choice.voters}
    persons = people.cards(chosen)
    lost = urn.were_lost(
        {poll.box_id for poll, _choices in polls.values() if poll.box_id and not poll.ballots}
    )
    return {
        post_id: _part(actor, poll, choices, persons, is_lost=poll.box_id in lost)
        for post_id, (poll, choices) in polls.items()
    }


def _part(
    actor: Actor, poll: Poll, choices: list[_Choice], persons: dict[int, PersonCard], *, is_lost: bool
) -> PollPart:
    is_shown = rules.may_see_votes(poll)
    shown = [
        ChoicePart(
            id=choice.id,
            text=choice.text,
            voters=people.alphabetical(persons[voter] for voter in choice.voters) if is_shown else [],
            is_mine=actor.person_id in choice.voters,
            at_least=choice.at_least,
            is_most=choice.is_most,
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
        box_id=poll.box_id,
        is_counted=poll.closed_at is not None,
        ballots=poll.ballots,
        is_lost=is_lost,
    )
