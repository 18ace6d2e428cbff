"""Who proposes what where, and what must have been answered before anything is asked again."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.climate.matters import rules as matters
from vloot.climate.matters.models import Answer, Matter
from vloot.climate.results.models import Published
from vloot.climate.waves.items import SCALES
from vloot.climate.waves.models import Wave
from vloot.ground import clock
from vloot.ground.errors import Verdict, no, yes
from vloot.ground.limits import DAY, declare
from vloot.people.actor import Actor
from vloot.people.models import Person, Team

ENOUGH = 0.8  # of what was promised for today or earlier
CHANGES = declare("changes", 10, DAY, gettext_lazy("Small changes one person proposes"))


def near(actor: Actor) -> list[Team]:
    """The actor's own team and those around it, the nearest first."""
    found: list[Team] = []
    person = Person.objects.filter(pk=actor.person_id).select_related("team").first()
    at = person.team if person else None
    while at is not None and at not in found:
        found.append(at)
        at = at.parent
    return found


def may_propose(actor: Actor, team_id: int | None) -> Verdict:
    """Everybody proposes for their own floor: their team, what it belongs to, or the company."""
    if team_id is not None and team_id not in {team.pk for team in near(actor)}:
        return no(
            "not_near", _("Choose your own team, or what it belongs to: others change their own floor.")
        )
    return matters.may_write(actor)


def may_answer_result(actor: Actor, wave: Wave, scale: str) -> Verdict:
    """Who answers for the company answers to results, once everybody sees them."""
    if scale not in SCALES or not is_published(wave):
        return no("not_published", _("There is no result to answer yet."))
    if not matters.answers_for_all(actor):
        return no("not_host", _("Hosts and the top team answer to results. Ask one of them."))
    return matters.may_write(actor)


def is_published(wave: Wave) -> bool:
    """Whether everybody sees its results."""
    return wave.closed_at is not None


def answers_given(wave: Wave) -> Verdict:
    """Whether each scale of a closed wave has an answer, and enough of what was promised for today is in.

    In is what was said to be done; and what was said not to be, once there is a new answer to it. A wave that was stopped, or of which
    nothing could be shown, asks for nothing.
    """
    if wave.closed_at is None or not Published.objects.filter(wave=wave).exists():
        return yes()
    found = list(Matter.objects.filter(kind=Matter.RESULT, wave=wave).prefetch_related("answers"))
    answered = {matter.scale for matter in found if matter.answers.all()}
    missing = [str(title) for scale, title in SCALES.items() if scale not in answered]
    if missing:
        said = _("The last wave still waits for an answer to: %(scales)s. Answer it on the board first.")
        return no("unanswered", said % {"scales": ", ".join(missing)})
    came_in, promised = _in(found)
    if promised and came_in < ENOUGH * promised:
        said = _(
            "Of %(promised)d things promised after the last wave for today or earlier, %(done)d are done or answered anew: "
            "%(enough)d of 100 is the least before anything is asked again."
        )
        known = {"promised": promised, "done": came_in, "enough": round(ENOUGH * 100)}
        return no("promises_open", said % known)
    return yes()


def _in(matters_: Sequence[Matter]) -> tuple[int, int]:
    today = clock.now().date()
    came_in = promised = 0
    for matter in matters_:
        answers = sorted(matter.answers.all(), key=lambda answer: answer.pk)
        for number, answer in enumerate(answers):
            if answer.due_on is None or answer.due_on > today:
                continue
            promised += 1
            is_anew = answer.outcome == Answer.NOT_DONE and number + 1 < len(answers)
            came_in += answer.outcome == Answer.DONE or is_anew
    return came_in, promised
