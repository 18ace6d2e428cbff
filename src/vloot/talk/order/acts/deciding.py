"""Deciding about a case, taking a post away at once, and a serious word with somebody."""

from datetime import timedelta

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground import clock, ids
from vloot.ground.errors import NotFound, Refused, require
from vloot.people import acts as people
from vloot.people import reads as persons
from vloot.people.actor import Actor
from vloot.talk.order import rules, sealing
from vloot.talk.order.holding import held, record, words
from vloot.talk.order.models import Case
from vloot.talk.order.opening import open_case
from vloot.talk.order.words import HOURS, OUTCOMES
from vloot.talk.posts.models import Post

WITH_REASON = (Case.REMOVED, Case.WARNED, Case.READ_ONLY)


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What a host decides: an outcome, the reason that whom it is about reads, and for read-only how many hours."""

    outcome: str
    reason: str = ""
    hours: int = 24


def decide(*, by: Actor, case: Case, verdict: Verdict) -> None:
    """Decide about a case one has taken up. Refused without a reason where somebody has to live with it."""
    with transaction.atomic():
        found = held(by, case)
        require(rules.may_decide(by, found))
        _decide(by, found, verdict)


def take_away(*, by: Actor, post: Post, reason: str) -> Case:
    """A host takes away what somebody else wrote, and says why; it stays sealed for as long as one can appeal."""
    require(rules.may_take_away(by, post))
    with transaction.atomic():
        case = open_case(post, Case.HOST)
        # Whoever reported it reads that it was looked at; the host who did so decides openly.
        _decide(by, case, Verdict(outcome=Case.REMOVED, reason=reason))
    return case


def speak_to(*, by: Actor, person_id: int, verdict: Verdict) -> Case:
    """A serious word with somebody, or letting them read only, without a post that it is about. Refused to all but keepers."""
    if not rules.is_keeper(by):
        raise NotFound
    persons.get(by, person_id)
    if person_id == by.person_id:
        raise Refused("yourself", _("Somebody else decides this about you."))
    if verdict.outcome not in (Case.WARNED, Case.READ_ONLY):
        raise Refused("outcome", _("Choose a serious word, or reading only for a while."), "outcome")
    with transaction.atomic():
        case = Case.objects.create(id=ids.new(), person_id=person_id, is_company=True, origin=Case.HOST)
        _decide(by, case, verdict)
    return case


def let_write(*, by: Actor, person_id: int) -> None:
    """Let somebody write again before the time is over."""
    people.end_read_only(by=by, person_id=person_id)


def _decide(by: Actor, case: Case, verdict: Verdict) -> None:
    if verdict.outcome not in OUTCOMES:
        raise Refused("outcome", _("Choose what comes of it."), "outcome")
    reason = words(verdict.reason, "reason", needed=verdict.outcome in WITH_REASON)
    if verdict.outcome == Case.EDITED and not _has_changed(case):
        raise Refused(
            "not_edited", _("It says what it said. Ask who wrote it to change it first."), "outcome"
        )
    case.outcome, case.reason = verdict.outcome, reason
    case.decided_by_id, case.decided_at = by.person_id, clock.now()
    if verdict.outcome == Case.READ_ONLY:
        if verdict.hours not in HOURS:
            raise Refused("read_only.while", _("Choose from an hour to thirty days."), "hours")
        case.until = clock.now() + timedelta(hours=verdict.hours)
        people.make_read_only(by=by, person_id=case.person_id, until=case.until)
    case.save(update_fields=["outcome", "reason", "decided_by", "decided_at", "until"])
    if verdict.outcome == Case.REMOVED:
        sealing.seal(by, case)
    record("CaseDecided", by, case, outcome=verdict.outcome)


def _has_changed(case: Case) -> bool:
    edited_at = Post.objects.filter(pk=case.post_id or 0).values_list("edited_at", flat=True).first()
    return edited_at is not None and edited_at >= ids.moment(case.pk)
