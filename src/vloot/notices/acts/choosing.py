"""Choosing how one is told: what by which channel, how much of a space or thread. For the company an administrator chooses."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground.errors import Refused, require
from vloot.logbook.acts import Happening, record_many
from vloot.notices import choices, engine, groups, rules
from vloot.notices.models import Attention, Choice, Delivery
from vloot.people.actor import Actor

Chosen = Mapping[tuple[str, str], str]  # (group, channel): a rhythm, or "" for "as the company has it"


def choose(*, by: Actor, chosen: Chosen) -> None:
    """One's own choices; "" goes back to what the company has. Raises Refused for what does not exist."""
    _check(chosen)
    with transaction.atomic():
        for (group, channel), rhythm in chosen.items():
            _put(by.person_id, group, channel, rhythm)
        replan([by.person_id])


def start_push(*, by: Actor) -> None:
    """Who asks to be told on a browser gets there what waits for them, unless they, or the company for them, have chosen what."""
    rhythms = choices.Rhythms([by.person_id])
    usual = [
        group
        for group in rhythms.pushed(by.person_id)
        if rhythms.of(by.person_id, group, groups.PUSH) == groups.OFF
    ]
    if usual:
        choose(by=by, chosen={(group, groups.PUSH): groups.AT_ONCE for group in usual})


def choose_for_all(*, by: Actor, chosen: Chosen) -> None:
    """What holds for everybody who has not chosen, those who come later too. Raises Refused."""
    require(rules.may_set_defaults(by))
    _check(chosen)
    with transaction.atomic():
        held = choices.Rhythms([])
        changed = {key: rhythm for key, rhythm in chosen.items() if rhythm and held.company(*key) != rhythm}
        for (group, channel), rhythm in changed.items():
            _put(None, group, channel, rhythm)
        record_many(
            Happening(
                kind="SettingChanged",
                actor_id=by.person_id,
                object_id=1,
                origin=by.origin,
                details={
                    "setting": f"notices.{group}.{channel}",
                    "was": held.company(group, channel),
                    "is": rhythm,
                },
            )
            for (group, channel), rhythm in changed.items()
        )
        replan()


def hear(*, by: Actor, hears: str, space_id: int | None = None, thread_id: int | None = None) -> None:
    """How much one wants to hear of a space, or of a thread: all, mine (what concerns one) or named. Raises Refused.

    A thread's "" goes back to what holds for its space.
    """
    if hears not in ("", Attention.ALL, Attention.MINE, Attention.NAMED):
        raise Refused("notices.hears", _("Choose how much you want to hear."), "hears")
    about: dict[str, Any] = {"person_id": by.person_id, "space_id": space_id, "thread_id": thread_id}
    is_usual = hears == "" or (thread_id is None and hears == Attention.MINE)
    if is_usual:
        Attention.objects.filter(**about).delete()
    else:
        Attention.objects.update_or_create(**about, defaults={"hears": hears})


def replan(person_ids: Collection[int] | None = None) -> None:
    """What waits for some people, or for all, is due when the choices of now say so."""
    found = Delivery.objects.select_for_update(of=("self",)).filter(ended_at=None, parcel=None)
    if person_ids is not None:
        found = found.filter(person_id__in=person_ids)
    waiting = list(found.select_related("notice").order_by("id"))
    if not waiting:
        return
    concerned = {delivery.person_id for delivery in waiting}
    rests, rhythms = choices.rests(concerned), choices.Rhythms(concerned)
    for delivery in waiting:
        rhythm = rhythms.for_kind(delivery.person_id, delivery.notice.kind, delivery.channel)
        if rhythm != groups.OFF:
            delivery.rhythm = rhythm
            delivery.due_at = engine.due(
                delivery.happened_at, rhythm, delivery.channel, rests[delivery.person_id], delivery.asked_at
            )
    Delivery.objects.bulk_update(waiting, ["rhythm", "due_at"])


def _check(chosen: Chosen) -> None:
    for (group, channel), rhythm in chosen.items():
        if group not in groups.GROUPS or rhythm not in ("", *groups.offered(group, channel)):
            raise Refused(
                "notices.choice", _("Choose one of the answers that are offered."), f"{group}-{channel}"
            )


def _put(person_id: int | None, group: str, channel: str, rhythm: str) -> None:
    about: dict[str, Any] = {"person_id": person_id, "group": group, "channel": channel}
    if rhythm:
        Choice.objects.update_or_create(**about, defaults={"rhythm": rhythm})
    else:
        Choice.objects.filter(**about).delete()
