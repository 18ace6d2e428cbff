"""Bringing two together: inviting, offering, taking, answering, calling off."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground import clock, ids
from vloot.ground.errors import Refused, require
from vloot.meet.walks import recording, rules
from vloot.meet.walks.models import Place, Walk
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.models import Person

MOST_MOMENTS = 3
FARTHEST = timedelta(days=90)


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """When and where somebody could come, and what for. `place_id` is a place of the list, `spot` says where exactly."""

    moments: Sequence[datetime] = ()
    place_id: int | None = None
    spot: str = ""
    wish: str = ""


def invite(*, by: Actor, leader: int, to: Meeting) -> Walk:
    """Invite whoever leads to one's place. Raises Refused where a rule says no, and for moments and places that cannot be."""
    people.get(by, leader)
    with transaction.atomic():
        _hold(leader)
        require(rules.may_invite(by, leader))
        moments, place = _moments(to.moments), _place(to)
        made = Walk.objects.create(
            id=ids.new(),
            leader_id=leader,
            host_id=by.person_id,
            moments=moments,
            place_id=place,
            spot=_said(to.spot, 120, "spot"),
            wish=_said(to.wish, 300, "wish"),
        )
        recording.happened("WalkInvited", by, made)
    return made


def offer(*, by: Actor, to: Meeting) -> Walk:
    """Offer to come along, wherever somebody takes one; whoever takes it first says where."""
    with transaction.atomic():
        _hold(by.person_id)
        require(rules.may_offer(by))
        made = Walk.objects.create(
            id=ids.new(),
            leader_id=by.person_id,
            is_offer=True,
            moments=_moments(to.moments),
            wish=_said(to.wish, 300, "wish"),
        )
        recording.happened("WalkOffered", by, made)
    return made


def take(*, by: Actor, walk: Walk, moment: datetime, to: Meeting) -> None:
    """Host who offered to come, at one of their moments."""
    with transaction.atomic():
        _hold(walk.leader_id)
        walk = Walk.objects.select_for_update().get(pk=walk.pk)
        require(rules.may_take(by, walk))
        walk.starts_at, walk.place_id = _one_of(walk, moment), _place(to)
        walk.host_id, walk.spot = by.person_id, _said(to.spot, 120, "spot")
        walk.answered_at = clock.now()
        walk.save(update_fields=["starts_at", "place", "host", "spot", "answered_at"])
        recording.happened("WalkAgreed", by, walk)


def accept(*, by: Actor, walk: Walk, moment: datetime) -> None:
    """Say yes to an invitation, for one of its moments."""
    with transaction.atomic():
        _hold(walk.leader_id)
        walk = Walk.objects.select_for_update().get(pk=walk.pk)
        require(rules.may_accept(by, walk))
        walk.starts_at, walk.answered_at = _one_of(walk, moment), clock.now()
        walk.save(update_fields=["starts_at", "answered_at"])
        recording.happened("WalkAgreed", by, walk)


def decline(*, by: Actor, walk: Walk, answer: str) -> None:
    """Not this time, and a word about when: only who invited reads it. The entry says that it was answered, not how."""
    said = _said(answer, 300, "answer")
    if len(said) < 3:
        raise Refused(
            "no_answer", _("Write a word to who invited you: when would it do, or what first?"), "answer"
        )
    with transaction.atomic():
        walk = Walk.objects.select_for_update().get(pk=walk.pk)
        require(rules.may_answer(by, walk))
        walk.answered_at, walk.answer = clock.now(), said
        walk.save(update_fields=["answered_at", "answer"])
        recording.happened("WalkAnswered", by, walk)


def call_off(*, by: Actor, walk: Walk, because: str = "") -> None:
    """It does not take place, or did not; an invitation or offer is taken back."""
    said = _said(because, 300, "because")
    with transaction.atomic():
        walk = Walk.objects.select_for_update().get(pk=walk.pk)
        require(rules.may_call_off(by, walk))
        walk.off_at, walk.off_because = clock.now(), said
        walk.save(update_fields=["off_at", "off_because"])
        recording.happened("WalkCalledOff", by, walk)


def _hold(leader_id: int) -> None:
    """Two bookings of one leader come one after the other, so that the rules count both."""
    Person.objects.select_for_update(no_key=True).filter(id=leader_id).first()


def _moments(asked: Sequence[datetime]) -> list[datetime]:
    now = clock.now()
    moments = sorted(set(asked))
    if not moments:
        raise Refused("no_moment", _("Propose at least one day and hour."), "moments")
    if len(moments) > MOST_MOMENTS:
        raise Refused("too_many_moments", _("Propose three moments at most."), "moments")
    if moments[0] <= now or moments[-1] > now + FARTHEST:
        raise Refused("moment", _("Propose moments that are still to come, within three months."), "moments")
    return moments


def _one_of(walk: Walk, moment: datetime) -> datetime:
    if moment not in walk.moments:
        raise Refused("moment", _("Choose one of the moments that were proposed."), "moment")
    if moment <= clock.now():
        raise Refused("moment", _("This moment has passed. Choose another one."), "moment")
    return moment


def _place(to: Meeting) -> int | None:
    if to.place_id is not None and Place.objects.filter(id=to.place_id, is_listed=True).exists():
        return to.place_id
    if to.spot.strip():
        return None
    raise Refused("no_place", _("Choose a place, or write where it is."), "place")


def _said(text: str, longest: int, field: str) -> str:
    said = " ".join(text.split())
    if len(said) > longest:
        raise Refused(
            "too_long", _("Keep it short: %(longest)d characters at most.") % {"longest": longest}, field
        )
    return said
