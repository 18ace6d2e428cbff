"""Questions to the waves: what is open, how one answers, and in which group one counts."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from vloot.climate.engine.scores import Asked
from vloot.climate.waves import roster, rules
from vloot.climate.waves.items import ITEMS, Item
from vloot.climate.waves.models import Part, ReportingGroup, Wave
from vloot.ground import clock
from vloot.ground.errors import NotFound, require
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.models import Person
from vloot.people.reads import PersonCard
from vloot.urn import reads as urn
from vloot.urn.models import Voter

ANNOUNCED, OPEN, COUNTING = "announced", "open", "counting"


class GroupCard(Struct, frozen=True, kw_only=True):
    """A reporting group, and how many are on its roster."""

    id: int
    label: str
    size: int
    is_mine: bool


class PartCard(Struct, frozen=True, kw_only=True):
    """What is asked from one day to another, and how I stand to it; never whether I cast. `box_id` is 0 until it is open."""

    id: int
    number: int
    box_id: int
    opens_at: datetime
    closes_at: datetime
    items: list[Item]
    is_open: bool
    on_roster: bool
    has_taken: bool


class WaveCard(Struct, frozen=True, kw_only=True):
    """A wave that is announced or open. `group` is mine; `on_paper` how I answer, `papers` how many answer on paper."""

    id: int
    kind: str
    state: str
    opens_at: datetime
    closes_at: datetime
    minimum: int
    parts: list[PartCard]
    group: GroupCard | None
    on_paper: bool
    papers: int
    has_codes: bool
    is_reminded: bool


class StoppedCard(Struct, frozen=True, kw_only=True):
    """A wave that was stopped, and the words of the works council; `is_lost`: it came back out of a backup, which holds no ballots."""

    at: datetime
    why: str
    is_lost: bool


def current(actor: Actor) -> WaveCard | None:
    """The wave that is announced or open; None without one."""
    wave = running()
    if wave is None:
        return None
    parts = [_part(actor, part) for part in wave.parts.order_by("number")]
    mine = wave.papers.filter(person_id=actor.person_id).exists()
    states = [urn.state_of(actor, urn.box(part.box_id)) for part in parts[:1] if part.box_id]
    label = states[0].group if states else ""
    group = wave.groups.filter(label=label).first() if label else None
    return WaveCard(
        id=wave.id,
        kind=wave.kind,
        state=state_of(wave),
        opens_at=wave.opens_at,
        closes_at=wave.closes_at,
        minimum=wave.minimum,
        parts=parts,
        group=_group(group, label) if group else None,
        on_paper=states[0].on_paper if states else mine,
        papers=wave.on_paper if wave.opened_at else wave.papers.count(),
        has_codes=any(urn.box(part.box_id).codes is not None for part in parts if part.box_id),
        is_reminded=wave.reminded_at is not None,
    )


def running() -> Wave | None:
    """The wave that is neither closed nor stopped; there is one at most."""
    return Wave.objects.filter(closed_at=None, stopped_at=None).first()


def stopped() -> StoppedCard | None:
    """How the newest wave ended, when it was stopped; None when it runs or was counted."""
    newest = Wave.objects.order_by("-id").first()
    if newest is None or newest.stopped_at is None:
        return None
    boxes = [part.box_id for part in newest.parts.all() if part.box_id]
    return StoppedCard(at=newest.stopped_at, why=newest.why_stopped, is_lost=bool(urn.were_lost(boxes)))


def get(wave_id: int) -> Wave:
    """A wave. Raises NotFound."""
    found = Wave.objects.filter(pk=wave_id).first()
    if found is None:
        raise NotFound
    return found


def state_of(wave: Wave) -> str:
    """Announced, open, or counting, of a wave that is running."""
    if wave.opened_at is None:
        return ANNOUNCED
    return OPEN if clock.now() < wave.closes_at else COUNTING


def part_of(box_id: int) -> Part:
    """What is asked in a box of the urn, for whoever comes with a code: of the person nothing is asked. Raises NotFound."""
    found = Part.objects.select_related("wave").filter(box_id=box_id).first()
    if found is None:
        raise NotFound
    return found


def asked(part: Part) -> tuple[Asked, ...]:
    """The items of a part, as the arithmetic knows them."""
    return tuple(Asked(key, ITEMS[key].scale, ITEMS[key].is_reversed) for key in part.items)


def groups(actor: Actor, wave: Wave) -> list[GroupCard]:
    """The reporting groups of a wave, alphabetically, for everybody to read."""
    label = group_of(actor, wave)
    return [_group(one, label) for one in wave.groups.order_by("label")]


def group_of(actor: Actor, wave: Wave) -> str:
    """The label of the group in which the actor's team counts; "" for a team that came later."""
    team = Person.objects.filter(id=actor.person_id).values_list("team_id", flat=True).first()
    found = wave.groups.filter(team_ids__contains=[team or roster.NO_TEAM]).values_list("label", flat=True)
    return found.first() or ""


def rosters(actor: Actor, wave: Wave) -> dict[str, list[PersonCard]]:
    """Who stands on the list of each group while the wave is open, by name. Raises Refused."""
    require(rules.may_see_roster(actor))
    box = wave.parts.order_by("number").values_list("box_id", flat=True).first()
    listed = list(Voter.objects.filter(box_id=box or 0).values_list("key__group", "person_id"))
    known = people.cards(person_id for _group, person_id in listed)
    found: dict[str, list[PersonCard]] = {}
    for label, person_id in listed:
        found.setdefault(label, []).append(known[person_id])
    return {label: people.alphabetical(some) for label, some in sorted(found.items())}


def foreseen() -> list[GroupCard]:
    """The groups as they would be if a wave opened now: what a host sees before announcing one."""
    return [
        GroupCard(id=0, label=one.label, size=one.size, is_mine=False)
        for one in roster.groups(roster.everybody())
    ]


def _part(actor: Actor, part: Part) -> PartCard:
    state = urn.state_of(actor, urn.box(part.box_id)) if part.box_id else None
    return PartCard(
        id=part.id,
        number=part.number,
        box_id=part.box_id or 0,
        opens_at=part.opens_at,
        closes_at=part.closes_at,
        items=[ITEMS[key] for key in part.items],
        is_open=part.box_id is not None and part.opens_at <= clock.now() < part.closes_at,
        on_roster=state is not None and state.on_roster,
        has_taken=state is not None and state.has_taken,
    )


def _group(group: ReportingGroup, mine: str) -> GroupCard:
    return GroupCard(id=group.id, label=group.label, size=group.size, is_mine=group.label == mine)
