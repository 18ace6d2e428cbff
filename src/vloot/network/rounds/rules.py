"""Who opens a round, who reminds, who answers, and who can be named."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vloot.ground import clock
from vloot.ground.errors import Verdict, no, yes
from vloot.network import gate
from vloot.network.rounds.models import Nomination, QuestionRound
from vloot.people.actor import Actor
from vloot.people.models import Person

QUESTIONS = (Nomination.ADVICE, Nomination.ENERGY)
MOST_NAMES = 5
SHORTEST, LONGEST = timedelta(days=5), timedelta(days=28)
APART = timedelta(weeks=12)  # from the last day of one round to the opening of the next
KEPT = timedelta(weeks=26)  # so long names are kept after the last day
ENOUGH = 0.7  # of those who were asked: with fewer answers nothing but one's own page counts them
LEAST_NOMINATORS = 3


def may_open(actor: Actor) -> Verdict:
    """Hosts and administrators open rounds while the room is open, with a quarter between two."""
    if not (verdict := gate.may_enter(actor)):
        return verdict
    if not (actor.is_importer or actor.is_keeper):
        return no("not_host", _("Hosts open question rounds. Ask one of them."))
    last = QuestionRound.objects.order_by("-until").first()
    if last is not None and last.closed_at is None:
        return no("open", _("There is a round already. Open the next one when it is over."))
    if last is not None and clock.now().date() < last.until + APART:
        return no(
            "too_soon",
            _(
                "Twelve weeks lie between two rounds, so that nobody tires of them. The next one can be opened from %(day)s on."
            )
            % {"day": date_format(last.until + APART, "DATE_FORMAT")},
        )
    return yes()


def may_last(until: date) -> Verdict:
    """A round is open long enough for who is away a few days, and not so long that it is forgotten."""
    if SHORTEST <= until - clock.now().date() <= LONGEST:
        return yes()
    return no("until", _("Choose a last day between five days and four weeks from today."))


def may_remind(actor: Actor, round: QuestionRound) -> Verdict:
    """Hosts remind everybody at once, once in a round."""
    if not (verdict := gate.may_enter(actor)):
        return verdict
    if not (actor.is_importer or actor.is_keeper):
        return no("not_host", _("Hosts remind people. Ask one of them."))
    if not is_open(round):
        return no("over", _("This round is over."))
    if round.reminded_at is not None:
        return no("reminded", _("Everybody was reminded already. Once is enough."))
    return yes()


def may_answer(actor: Actor, round: QuestionRound) -> Verdict:
    """Everybody who works here answers, or does not, until the last day is over."""
    if not (verdict := gate.may_enter(actor)):
        return verdict
    if not is_open(round):
        return no("over", _("This round is over. What you answered before holds."))
    return yes()


def is_open(round: QuestionRound) -> bool:
    """Whether it can still be answered."""
    return round.closed_at is None and clock.now().date() <= round.until


def may_name(actor: Actor, named: Collection[int]) -> Verdict:
    """Colleagues are named: nobody from outside, no program, nobody who left, and not oneself."""
    if len(named) > MOST_NAMES:
        return no("too_many", _("Five names at most. Take one away."))
    if actor.person_id in named:
        return no("yourself", _("Name somebody else than yourself."))
    colleagues = Person.objects.filter(id__in=named, is_active=True, kind="human")
    if colleagues.exclude(role_rows__name="guest").count() < len(named):
        return no("no_colleague", _("Only colleagues who are here can be named, no guests and no bots."))
    return yes()


def counts(round: QuestionRound) -> bool:
    """Whether enough people answered for figures beyond anybody's own page."""
    return round.closed_at is not None and round.asked > 0 and round.answered >= ENOUGH * round.asked
