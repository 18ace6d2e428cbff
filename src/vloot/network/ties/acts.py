"""Staying out of the network, and coming back."""

from django.db import transaction
from django.db.models import Q

from vloot.ground.errors import require
from vloot.network.ties import rules
from vloot.network.ties.models import Abstention, Tie
from vloot.people.actor import Actor


def stay_out(*, by: Actor) -> None:
    """Be in no tie from this moment on, neither as who helped nor as who was helped. Needs no reason and no room that is open."""
    require(rules.may_choose(by))
    with transaction.atomic():
        Abstention.objects.get_or_create(person_id=by.person_id)
        Tie.objects.filter(Q(asker_id=by.person_id) | Q(helper_id=by.person_id)).delete()


def come_in(*, by: Actor) -> None:
    """Be counted again, from the next gathering on."""
    require(rules.may_choose(by))
    Abstention.objects.filter(person_id=by.person_id).delete()
