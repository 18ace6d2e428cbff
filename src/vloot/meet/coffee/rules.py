"""Who may come along, and who opens a round."""

from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from vloot.ground import clock
from vloot.ground.errors import Verdict, no, yes
from vloot.meet.coffee.models import Apart, Round, Seat
from vloot.people.actor import Actor

FARTHEST = timedelta(days=90)
MOST_APART = 20


def visible(actor: Actor) -> Q:
    """Only one's own table."""
    return Q(seats__person_id=actor.person_id)


def may_open(actor: Actor) -> Verdict:
    """Hosts and administrators open rounds, one after the other."""
    if not (actor.is_importer or actor.is_keeper):
        return no("not_host", _("Hosts open coffee rounds. Ask one of them."))
    if Round.objects.filter(seated_at=None).exists():
        return no("open", _("There is a round already. Open the next one when its tables stand."))
    return yes()


def may_hold(until: date, week: date) -> Verdict:
    """A round is held in a week to come that has none, with a last day before it to say that one comes."""
    today = clock.now().date()
    if not today <= until < week:
        return no("until", _("Choose a last day from today on and before the week itself."))
    if week > today + FARTHEST:
        return no("too_far", _("Choose a week within three months."))
    if Round.objects.filter(week=week).exists():
        return no("taken", _("This week had a round already. Choose another one."))
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


def may_keep_apart(actor: Actor, other: int) -> Verdict:
    """Everybody who works here says with whom they would rather not, twenty people at most."""
    if actor.is_guest:
        return no("guest", _("Coffee rounds are for the people who work here."))
    if other == actor.person_id:
        return no("yourself", _("Choose somebody else: you never sit with yourself."))
    if Apart.objects.filter(person_id=actor.person_id).count() >= MOST_APART:
        return no("too_many", _("This list is full. Take somebody off it first."))
    return yes()
