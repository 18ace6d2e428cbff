"""What people do with what asks for an answer."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from msgspec import Struct

from vloot.climate.matters import rules, typed
from vloot.climate.matters.models import Answer, Matter
from vloot.ground import clock, ids
from vloot.ground.errors import Refused, require
from vloot.logbook import acts as logbook
from vloot.people import reads as people
from vloot.people.actor import Actor


class AnswerDraft(Struct, frozen=True, kw_only=True):
    """We do it, or we will not; what or why; who does it (None: who answers), and by when."""

    does: bool
    words: str
    who_id: int | None = None
    due_on: date | None = None


def take_on(*, by: Actor, matter: Matter, owner_id: int) -> None:
    """Say who looks after it: oneself or another who may. Raises Refused."""
    require(rules.may_own(by, matter))
    if not rules.is_answerer(owner_id):
        said = _("Choose a host, an administrator or somebody of the top team.")
        raise Refused("no_answerer", said, "owner")
    with transaction.atomic():
        if Matter.objects.filter(pk=matter.pk).exclude(owner_id=owner_id).update(owner_id=owner_id):
            _record("MatterTakenOn", by, matter.pk, owner_id=owner_id)


def answer(*, by: Actor, matter: Matter, draft: AnswerDraft) -> Answer:
    """Answer it, in front of everybody. Raises Refused, with the field that is missing."""
    words = typed.clean(draft.words, "words", _("Say what you do about it, or why you will not."))
    who_id = draft.who_id or by.person_id
    verdict = rules.may_promise(draft.does, draft.due_on)
    if not verdict:
        raise Refused(verdict.code, verdict.text, "due_on")
    people.card(who_id)
    with transaction.atomic():
        locked = Matter.objects.select_for_update().get(pk=matter.pk)
        require(rules.may_answer(by, locked))
        made = Answer.objects.create(
            id=ids.new(),
            matter=locked,
            does=draft.does,
            words=words,
            who_id=who_id,
            due_on=draft.due_on if draft.does else None,
            given_by_id=by.person_id,
            given_on=clock.now().date(),
        )
        if locked.owner_id is None:
            Matter.objects.filter(pk=locked.pk).update(owner_id=by.person_id)
        _record("MatterAnswered", by, made.id)
    return made


def judge(*, by: Actor, answer: Answer, is_done: bool, words: str = "") -> None:
    """Say whether it was done as said. Without being who raised it, one says why one thinks so; so does who says no. Raises Refused."""
    with transaction.atomic():
        locked = (
            Answer.objects.select_for_update(of=("self",)).select_related("matter__writer").get(pk=answer.pk)
        )
        require(rules.may_judge(by, locked))
        is_writer = locked.matter.writer_id == by.person_id
        said = _("Say in a sentence what you see. Everybody can read it.")
        reason = (
            words.strip()
            if is_done and is_writer
            else typed.clean(words, "words", said, typed.LONGEST_REASON)
        )
        locked.outcome = Answer.DONE if is_done else Answer.NOT_DONE
        locked.outcome_words = reason[: typed.LONGEST_REASON]
        locked.outcome_by_id = by.person_id
        locked.outcome_on = clock.now().date()
        locked.save(update_fields=["outcome", "outcome_words", "outcome_by", "outcome_on"])
        _record("AnswerJudged", by, locked.pk)


def take_away(*, by: Actor, matter: Matter, why: str) -> None:
    """Take away its words; that there was something, who took it away and why, everybody reads. Raises Refused."""
    require(rules.may_take_away(by, matter))
    reason = typed.clean(why, "why", _("Say why. Everybody can read it."), typed.LONGEST_REASON)
    with transaction.atomic():
        Matter.objects.filter(pk=matter.pk).update(
            words="", why_taken_away=reason, taken_away_by_id=by.person_id
        )
        Answer.objects.filter(matter=matter).delete()
        _record("MatterTakenAway", by, matter.pk)


def _record(kind: str, by: Actor, object_id: int, **details: int) -> None:
    logbook.record(kind=kind, actor_id=by.person_id, object_id=object_id, origin=by.origin, details=details)
