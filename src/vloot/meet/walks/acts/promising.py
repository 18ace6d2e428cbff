"""Promising, doing, and who says whether it is done as said."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground import clock, ids
from vloot.ground.errors import Refused, require
from vloot.logbook import acts as logbook
from vloot.meet.walks import lock, naming, rules
from vloot.meet.walks.models import Promise, Walk
from vloot.notices import choices, engine
from vloot.people.actor import Actor

LONGEST = 200


class PromiseDraft(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody promises: easy when it can be done within days and without anybody's leave."""

    text: str
    due_on: date | None
    is_easy: bool


def promise(*, by: Actor, walk: Walk, drafts: Sequence[PromiseDraft]) -> list[Promise]:
    """Promise one to five things after a walk, at least half of them easy, each within twenty working days. Raises Refused."""
    with transaction.atomic():
        walk = Walk.objects.select_for_update().get(pk=walk.pk)
        require(rules.may_look_back(by, walk))
        standing = list(walk.promises.filter(given_up_at=None))
        _require_measure(standing, drafts)
        last = _last_day(by.person_id)
        made = [_made(walk, draft, number, last) for number, draft in enumerate(drafts)]
        Promise.objects.bulk_create(made)
        _record("WalkPromised", by, walk.id)
    return made


def say_done(*, by: Actor, promise: Promise) -> None:
    """It is done, says who promised; the host is asked whether it is done as said."""
    with transaction.atomic():
        promise = _held(promise)
        require(rules.may_keep(by, promise))
        promise.done_at = promise.done_at or clock.now()
        promise.save(update_fields=["done_at"])
        _record("PromiseDone", by, promise.id)


def confirm(*, by: Actor, promise: Promise) -> None:
    """Done as said: now it is kept."""
    with transaction.atomic():
        promise = _held(promise)
        require(rules.may_confirm(by, promise))
        promise.kept_at, promise.because = clock.now(), ""
        promise.save(update_fields=["kept_at", "because"])
        _record("PromiseKept", by, promise.id)


def not_yet(*, by: Actor, promise: Promise, because: str) -> None:
    """Not done as said, and what is still missing: it is open again."""
    said = _why(because, _("Say what is still missing, so that it can be done."))
    with transaction.atomic():
        promise = _held(promise)
        require(rules.may_confirm(by, promise))
        promise.done_at, promise.because = None, said
        promise.save(update_fields=["done_at", "because"])
        _record("PromiseReopened", by, promise.id)


def give_up(*, by: Actor, promise: Promise, because: str) -> None:
    """It will not be done, because …: everybody reads why. It does not count as kept."""
    said = _why(because, _("Say why it will not be done. Everybody reads it."))
    with transaction.atomic():
        promise = _held(promise)
        require(rules.may_keep(by, promise))
        promise.given_up_at, promise.because, promise.done_at = clock.now(), said, None
        promise.save(update_fields=["given_up_at", "because", "done_at"])
        _record("PromiseGivenUp", by, promise.id)


def _require_measure(standing: Sequence[Promise], drafts: Sequence[PromiseDraft]) -> None:
    if not drafts:
        raise Refused("no_promise", _("Promise at least one thing, however small."), "promises")
    if len(standing) + len(drafts) > rules.MOST_PROMISED:
        raise Refused(
            "too_many", _("Five promises after one walk are enough. Keep the most useful ones."), "promises"
        )
    easy = sum(one.is_easy for one in standing) + sum(one.is_easy for one in drafts)
    if 2 * easy < len(standing) + len(drafts):
        raise Refused(
            "too_hard",
            _("At least half of what you promise must be easy: something you can do yourself within days."),
            "promises",
        )


def _made(walk: Walk, draft: PromiseDraft, number: int, last: date) -> Promise:
    text = " ".join(draft.text.split())
    if not 3 <= len(text) <= LONGEST:
        raise Refused("text", _("Say in at most 200 characters what you will do."), f"text-{number}")
    naming.require_none(text, f"text-{number}")
    if draft.due_on is None or not clock.now().date() <= draft.due_on <= last:
        raise Refused(
            "due",
            _(
                "Choose a day from today on and within twenty working days. What takes longer begins with a first step: promise that."
            ),
            f"due-{number}",
        )
    return Promise(id=ids.new(), walk=walk, text=text, is_easy=draft.is_easy, due_on=draft.due_on)


def _last_day(person_id: int) -> date:
    """The twentieth working day from today, on the clock of who promises."""
    rest, day, worked = choices.rests([person_id])[person_id], clock.now().date(), 0
    while worked < lock.OLD:
        day += timedelta(days=1)
        worked += engine.is_working_day(day, rest)
    return day


def _held(promise: Promise) -> Promise:
    return Promise.objects.select_for_update(of=("self",)).select_related("walk__host").get(pk=promise.pk)


def _why(because: str, missing: str) -> str:
    said = " ".join(because.split())
    if not 3 <= len(said) <= 300:
        raise Refused("no_reason", missing, "because")
    naming.require_none(said, "because")
    return said


def _record(kind: str, by: Actor, object_id: int) -> None:
    logbook.record(kind=kind, actor_id=by.person_id, object_id=object_id, origin=by.origin)
