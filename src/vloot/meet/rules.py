"""Who may come along, and who opens a round."""

from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from vloot.ground import clock
from vloot.ground.errors import Verdict, no, yes
from vloot.meet.models import Round, Seat
from vloot.people.actor import Actor

FARTHEST = timedelta(days=90)
MOST_APART = 20


def visible(actor: Actor) -> Q:
    """Only one's own table."""
    return Q(seats__person_id=actor.person_id)


def may_open(actor: Actor, until: date, week: date) -> Verdict:
    """Hosts and administrators open rounds: a week to come, and a last day before it to say that one comes."""
    if not (actor.is_importer or ((actor.is_host or actor.is_administrator) and not actor.is_guest)):
        return no("not_host", _("Hosts open coffee rounds. Ask one of them."))
    today = clock.now().date()
    if not today <= until < week:
        return no("until", _("Choose a last day from today on and before the week itself."))
    if week > today + FARTHEST:
        return no("too_far", _("Choose a week within three months."))
    if Round.objects.filter(Q(seated_at=None) | Q(week=week)).exists():
        return no("open", _("There is a round already. Open the next one when its tables stand."))
    return yes()


def may_come(actor: Actor, round: Round) -> Verdict:
    """Everybody who works here comes along until the tables stand."""
    if actor.is_guest:
        return no("guest", _("Coffee rounds are for the people who work here."))
    if round.seated_at is not None or clock.now().date() > round.until:
        return no("seated", _("The tables of this round stand already. Come along with the next one."))
    return yes()


def may_say(actor: Actor, seat: Seat) -> Verdict:
    """Everybody speaks for themselves."""
    return (
        yes() if seat.person_id == actor.person_id else no("not_yours", _("This is somebody else's coffee."))
    )
