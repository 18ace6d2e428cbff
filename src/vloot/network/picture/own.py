"""My network: who helped me, whom I helped, and which teams meet through me. For nobody else, and kept nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import combinations

import msgspec

from vloot.ground import privacy
from vloot.ground.errors import require
from vloot.ground.text import sort_key
from vloot.network import gate
from vloot.network.ties import reads as ties
from vloot.people.actor import Actor
from vloot.people.cards import PersonCard, alphabetical, cards
from vloot.people.reads import ids_of_colleagues

FEWEST = 3  # pairs of mine who have nobody else between them, before it is said
MOST_TEAMS = 5


class Near(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody I have a tie with: whether they helped me, whether I helped them, whether one of us leads the other."""

    person: PersonCard
    helped_me: bool
    helped_by_me: bool
    is_in_line: bool


class Mine(msgspec.Struct, frozen=True, kw_only=True):
    """My network. `meet_through_me` are teams whose people, as far as is known, hardly have anybody else between them."""

    near: list[Near]
    meet_through_me: list[str]
    stays_out: bool

    @property
    def helped_by_me(self) -> list[Near]:
        return [one for one in self.near if one.helped_by_me]

    @property
    def helped_me(self) -> list[Near]:
        return [one for one in self.near if one.helped_me]

    @property
    def teams_helped(self) -> list[str]:
        return teams(one.person for one in self.helped_by_me)

    @property
    def teams_that_helped(self) -> list[str]:
        return teams(one.person for one in self.helped_me)


def mine(actor: Actor) -> Mine:
    """Everything I see of the network about myself. Raises Refused while the room is shut, and for guests."""
    require(gate.may_enter(actor))
    me, own = actor.person_id, ties.own(actor)
    helpers, askers = (
        {one.helper for one in own if one.asker == me},
        {one.asker for one in own if one.helper == me},
    )
    line = {one.helper if one.asker == me else one.asker for one in own if one.is_in_line}
    found = alphabetical(card for card in cards(helpers | askers).values() if card.is_active)
    return Mine(
        near=[
            Near(
                person=card,
                helped_me=card.id in helpers,
                helped_by_me=card.id in askers,
                is_in_line=card.id in line,
            )
            for card in found
        ],
        meet_through_me=_through_me(me, found),
        stays_out=ties.stays_out(me),
    )


def teams(found: Iterable[PersonCard]) -> list[str]:
    """Their teams, alphabetically."""
    return _sorted({card.team_name for card in found if card.team_name})


def _sorted(names: Iterable[str]) -> list[str]:
    return sorted(names, key=sort_key)


def _through_me(me: int, near: Collection[PersonCard]) -> list[str]:
    """Teams of those around me who have neither a tie nor anybody but me between them; none in a small company."""
    if len(near) < FEWEST or len(ids_of_colleagues()) < privacy.SMALLEST:
        return []
    around: dict[int, set[int]] = {card.id: set() for card in near}
    for one, other in ties.around(around):
        for person, met in ((one, other), (other, one)):
            if person in around and met != me:
                around[person].add(met)
    apart = [
        (one, other)
        for one, other in combinations(near, 2)
        if one.team_name
        and other.team_name
        and one.team_name != other.team_name
        and other.id not in around[one.id]
        and not around[one.id] & around[other.id]
    ]
    across = sum(
        bool(one.team_name and other.team_name and one.team_name != other.team_name)
        for one, other in combinations(near, 2)
    )
    if len(apart) < FEWEST or 2 * len(apart) < across:
        return []
    return _sorted({card.team_name for two in apart for card in two})[:MOST_TEAMS]
