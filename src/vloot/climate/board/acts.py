"""Answering to a result; proposing a small change."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.climate.board import rules
from vloot.climate.matters import acts as matters
from vloot.climate.matters import typed
from vloot.climate.matters.acts import AnswerDraft
from vloot.climate.matters.models import Answer, Matter
from vloot.climate.waves.models import Wave
from vloot.ground import clock, ids, limits
from vloot.ground.errors import Refused, require
from vloot.logbook import acts as logbook
from vloot.people.actor import Actor


def answer_result(*, by: Actor, wave: Wave, scale: str, draft: AnswerDraft) -> Answer:
    """ "You said; we do", or "we will not because", to one scale of a published wave. Raises Refused, with the field."""
    require(rules.may_answer_result(by, wave, scale))
    today = clock.now().date()
    with transaction.atomic():
        known = {"week": today - timedelta(days=today.weekday()), "shown_on": today}
        matter, _is_new = Matter.objects.get_or_create(
            wave=wave, scale=scale, kind=Matter.RESULT, defaults=known
        )
        return matters.answer(by=by, matter=matter, draft=draft)


def propose(*, by: Actor, words: str, team_id: int | None) -> Matter:
    """Propose a small change for one's own team, what it belongs to, or the company. Raises Refused, with the field."""
    verdict = rules.may_propose(by, team_id)
    if not verdict:
        raise Refused(verdict.code, verdict.text, "team" if verdict.code == "not_near" else "")
    clean = typed.clean(words, "words", _("Say in a few words what would be better."))
    limits.take(rules.CHANGES, by.person_id)
    today = clock.now().date()
    with transaction.atomic():
        made = Matter.objects.create(
            id=ids.drawn(),
            kind=Matter.CHANGE,
            words=clean,
            is_named=True,
            writer_id=by.person_id,
            week=today - timedelta(days=today.weekday()),
            shown_on=today,
            team_id=team_id,
        )
        logbook.record(kind="MatterRaised", actor_id=by.person_id, object_id=made.pk, origin=by.origin)
    return made
