"""Saying what one fears or was promised, with a name or without."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from msgspec import Struct

from vloot.climate.matters import typed
from vloot.climate.matters.models import Matter
from vloot.climate.registers import rules, waiting
from vloot.ground import clock, ids, limits
from vloot.ground.errors import NotFound, Refused, Verdict, require
from vloot.logbook import acts as logbook
from vloot.people.actor import Actor


class Said(Struct, frozen=True, kw_only=True):
    """A fear, or something promised with the day it was promised for, if there was one."""

    kind: str
    words: str
    due_on: date | None = None


class Voice(Struct, frozen=True):
    """That whoever holds it may say something. It holds nobody: what is said with it cannot be led back to anyone."""


def let_speak(*, by: Actor) -> Voice:
    """Let somebody say something without a name, as often as people may. Raises Refused."""
    require(rules.may_say(by))
    limits.take(rules.VOICES, by.person_id)
    return Voice()


# law: act-by because whoever speaks without a name must not be known here
def say(*, voice: Voice, said: Said) -> None:
    """Say it without a name: it waits for its week to be over. Raises Refused, with the field."""
    words = _checked(said)
    _require(rules.may_stand_unnamed(words), "words")
    waiting.put(said.kind, words, said.due_on)


def say_by_name(*, by: Actor, said: Said) -> Matter:
    """Say it with one's name: everybody reads it at once. Raises Refused, with the field."""
    require(rules.may_say(by))
    words = _checked(said)
    limits.take(rules.VOICES, by.person_id)
    today = clock.now().date()
    with transaction.atomic():
        made = Matter.objects.create(
            id=ids.drawn(),
            kind=said.kind,
            words=words,
            is_named=True,
            writer_id=by.person_id,
            week=today - timedelta(days=today.weekday()),
            shown_on=today,
            due_on=said.due_on,
        )
        logbook.record(kind="MatterRaised", actor_id=by.person_id, object_id=made.pk, origin=by.origin)
    return made


def _checked(said: Said) -> str:
    if said.kind not in (Matter.FEAR, Matter.PROMISE):
        raise NotFound
    missing = _("Write down what it is.")
    words = typed.clean(said.words, "words", missing)
    _require(rules.may_be_due(said.due_on), "due_on")
    return words


def _require(verdict: Verdict, field: str) -> None:
    if not verdict:
        raise Refused(verdict.code, verdict.text, field)
