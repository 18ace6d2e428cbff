"""What the verbs of order share: words that are long enough, cases that are held, entries."""

from django.utils.translation import gettext as _

from vloot.ground.errors import NotFound, Refused
from vloot.logbook import acts as logbook
from vloot.people.actor import Actor
from vloot.talk.order import rules
from vloot.talk.order.models import Case

LONGEST = 1000


def words(text: str, field: str, *, needed: bool = True) -> str:
    """What was typed, if it can be kept. Raises Refused."""
    typed = text.replace("\x00", "").strip()
    if needed and len(typed) < 3:
        raise Refused("no_words", _("Say it in a few words, so that the other understands."), field)
    if len(typed) > LONGEST:
        raise Refused(
            "too_long", _("Keep it under a thousand characters; the rest is better said by voice."), field
        )
    return typed


def held(by: Actor, case: Case) -> Case:
    """The case, locked, if the actor looks after it. Raises NotFound."""
    found = Case.objects.select_for_update(of=("self",)).filter(rules.visible(by), pk=case.pk).first()
    if found is None:
        raise NotFound
    return found


def record(kind: str, by: Actor, case: Case, **details: object) -> None:
    """One entry about a case."""
    logbook.record(
        kind=kind,
        actor_id=by.person_id,
        object_id=case.pk,
        origin=by.origin,
        details=details,
    )
