"""The verbs: saying yes, saying it in other words, laying it down; and never wanting to be asked. For no there is none."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground import ids
from vloot.ground.errors import Refused, require
from vloot.ground.text import line
from vloot.logbook.acts import record
from vloot.network.pilots import rules
from vloot.network.pilots.models import Pilot, Quiet
from vloot.people.actor import Actor


def say_yes(*, by: Actor, topics: Sequence[str], words: str) -> None:
    """Be found as a pilot from now on. Raises Refused, with a field for what was typed."""
    require(rules.may_say_yes(by))
    chosen, said = _topics(topics), _words(words)
    with transaction.atomic():
        Pilot.objects.create(person_id=by.person_id, topics=chosen, words=said)
        record(kind="PilotFound", actor_id=by.person_id, object_id=by.person_id, origin=by.origin)


def change(*, by: Actor, topics: Sequence[str], words: str) -> None:
    """Say it in other words. Raises Refused, with a field for what was typed."""
    require(rules.may_change(by))
    Pilot.objects.filter(person_id=by.person_id).update(topics=_topics(topics), words=_words(words))


def step_down(*, by: Actor) -> None:
    """Be found no more."""
    require(rules.may_change(by))
    Pilot.objects.filter(person_id=by.person_id).delete()


def keep_quiet(*, by: Actor) -> None:
    """Never be asked; anybody may say so, asked or not."""
    require(rules.may_choose(by))
    Quiet.objects.get_or_create(person_id=by.person_id, defaults={"id": ids.drawn()})


def be_asked_again(*, by: Actor) -> None:
    """Be asked like everybody else."""
    require(rules.may_choose(by))
    Quiet.objects.filter(person_id=by.person_id).delete()


def _topics(typed: Sequence[str]) -> list[str]:
    clean = {topic.casefold(): topic for topic in map(line, typed) if topic}
    if not clean:
        raise Refused("no_topic", _("Say at least one thing that colleagues may come to you for."), "topics")
    if len(clean) > rules.MOST_TOPICS:
        raise Refused("many_topics", _("Five at most: choose what you like best."), "topics")
    if any(len(topic) > rules.LONGEST_TOPIC for topic in clean.values()):
        raise Refused("long_topic", _("Keep each of them to a few words, with commas between."), "topics")
    return list(clean.values())


def _words(typed: str) -> str:
    clean = line(typed)
    if len(clean) > rules.LONGEST_WORDS:
        raise Refused("long_words", _("This is too long. Shorten it to 400 characters."), "words")
    return clean
