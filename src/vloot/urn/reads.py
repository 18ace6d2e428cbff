"""Questions to the urn. None of them can say what somebody voted, and until a box is closed none can say how many did."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime

from msgspec import Struct

from vloot.ground import privacy
from vloot.ground.errors import NotFound
from vloot.people.actor import Actor
from vloot.urn import rules
from vloot.urn.engine import spelling
from vloot.urn.models import Box, Key, Spent, Voter


class KeyCard(Struct, frozen=True, kw_only=True):
    """The public key (DER) of a group, and six words by which people know it again."""

    group: str
    public: bytes
    words: list[str]


class State(Struct, frozen=True, kw_only=True):
    """How a box stands, and for whoever is on its roster what they did about it: never whether they cast."""

    is_closed: bool
    closes_at: datetime | None
    on_roster: bool
    group: str
    has_taken: bool
    on_paper: bool


class Turnout(Struct, frozen=True, kw_only=True):
    """How many voted (None: too few to say), and the codes that were printed and used."""

    ballots: int | None
    codes: int
    used: int


def box(box_id: int) -> Box:
    """A box. Raises NotFound."""
    found = Box.objects.filter(pk=box_id).first()
    if found is None:
        raise NotFound
    return found


def lost() -> list[int]:
    """The boxes that came back out of a backup while they were open: without their keys, and so without a ballot."""
    return list(Box.objects.filter(closed_at=None, keys=None).values_list("id", flat=True))


def were_lost(box_ids: Collection[int]) -> set[int]:
    """Which of these ended uncounted, because they came back out of a backup."""
    return (
        set(Box.objects.filter(id__in=box_ids, is_lost=True).values_list("id", flat=True))
        if box_ids
        else set()
    )


def open_now() -> int:
    """How many votes are open, without those that were lost."""
    return Key.objects.filter(box__closed_at=None).values("box_id").distinct().count()


def key_for(actor: Actor, box: Box) -> KeyCard:
    """The key of the actor's own group. Raises NotFound for who is not on the roster."""
    found = Key.objects.filter(pk__in=Voter.objects.filter(box=box, person_id=actor.person_id).values("key"))
    return _key_card(found.first())


def keys_of(box: Box) -> list[KeyCard]:
    """The keys of all groups, by name: everybody may compare them."""
    return [_key_card(key) for key in Key.objects.filter(box=box).order_by("group")]


def state_of(actor: Actor, box: Box) -> State:
    """How the box stands, for the actor."""
    found = Voter.objects.filter(box=box, person_id=actor.person_id).select_related("key").first()
    return State(
        is_closed=not rules.is_open(box),
        closes_at=box.closes_at,
        on_roster=found is not None,
        group=found.key.group if found else "",
        has_taken=found is not None and found.has_taken,
        on_paper=found is not None and found.on_paper,
    )


def spent(box: Box) -> list[str]:
    """The list of what voted: SHA-256 of each token, sorted. Empty while the box is open."""
    return list(Spent.objects.filter(box=box).order_by("digest").values_list("digest", flat=True))


def was_counted(box: Box, typed: str) -> bool:
    """Whether a token (its SHA-256, as the browser shows it) or a printed code, as somebody typed it, voted in this box."""
    own = typed.strip().lower()
    digests = [own] if re.fullmatch("[0-9a-f]{64}", own) else []
    if spelling.letters(typed):
        digests.append(spelling.digest("spent", typed))
    return Spent.objects.filter(box=box, digest__in=digests).exists()


def turnout(box: Box) -> Turnout:
    """How many voted. Raises NotFound until the box has closed."""
    if box.closed_at is None:
        raise NotFound
    made = box.codes or 0
    return Turnout(
        ballots=privacy.counted(Spent.objects.filter(box=box).count()),
        codes=made,
        used=made - (box.unused or 0),
    )


def _key_card(key: Key | None) -> KeyCard:
    if key is None:
        raise NotFound
    der = bytes(key.public)
    return KeyCard(group=key.group, public=der, words=spelling.fingerprint(der))
