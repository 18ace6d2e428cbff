"""The verbs of whoever answers. None is logged: how somebody answers is their own, and what they answer nobody's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from vloot.climate.waves import rules
from vloot.climate.waves.items import HIGHEST, LOWEST
from vloot.climate.waves.models import Paper, Part, Wave
from vloot.ground.errors import Refused, require
from vloot.people.actor import Actor
from vloot.urn import acts as urn

_CHOICES = frozenset(["", *map(str, range(LOWEST, HIGHEST + 1))])


def choose_paper(*, by: Actor, wave: Wave) -> None:
    """Answer on paper, with a code drawn from a hat. Until the wave opens one can change one's mind."""
    require(rules.may_choose(by, wave))
    Paper.objects.get_or_create(wave=wave, person_id=by.person_id)


def choose_screen(*, by: Actor, wave: Wave) -> None:
    """Answer on a screen after all."""
    require(rules.may_choose(by, wave))
    Paper.objects.filter(wave=wave, person_id=by.person_id).delete()


# law: act-by because a ballot has no actor: that is the secret
def cast(
    *, box_id: int, group: str, prepared: bytes, signature: bytes, content: Mapping[str, Sequence[str]]
) -> None:
    """Cast answers, by item as a form sends them ("" for rather not saying), with a signed token.

    The same again is harmless. Raises Refused: early, late, forged, spent, or not all answered.
    """
    urn.cast(
        box_id=box_id, group=group, prepared=prepared, signature=signature, content=_answers(box_id, content)
    )


# law: act-by because a ballot has no actor: that is the secret
def cast_on_paper(*, box_id: int, code: str, content: Mapping[str, Sequence[str]]) -> None:
    """Cast answers with a printed code. The same rules."""
    urn.cast_on_paper(box_id=box_id, code=code, content=_answers(box_id, content))


def _answers(box_id: int, content: Mapping[str, Sequence[str]]) -> dict[str, int | None]:
    """One answer for each item of the part and nothing else: 1 to 5, or None for rather not saying."""
    part = Part.objects.select_related("wave").filter(box_id=box_id).first()
    require(rules.may_cast(part))
    assert part is not None
    answers: dict[str, int | None] = {}
    for key in part.items:
        said = list(content.get(key, ()))
        if len(said) != 1 or said[0] not in _CHOICES:
            raise Refused("unanswered", _("Choose an answer, or that you would rather not say."), key)
        answers[key] = int(said[0]) if said[0] else None
    if len(content) != len(answers):
        raise Refused("strange", _("This ballot cannot be read. Load the page anew and try again."))
    return answers
