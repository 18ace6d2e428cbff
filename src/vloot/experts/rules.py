"""Who may name, confirm and keep what."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.experts.models import Holding, Invitation, Review, Wish
from vloot.ground.errors import Verdict, no, yes
from vloot.ground.limits import DAY, HOUR, declare
from vloot.people.actor import Actor
from vloot.talk.spaces import rules as spaces

MOST_HELD = 20
MOST_WISHES = 40
MOST_A_WEEK = 10
NAMED = declare("crafts", 40, DAY, gettext_lazy("Crafts one person names"))
CONFIRMED = declare("confirmations", 100, HOUR, gettext_lazy("Crafts of colleagues one person confirms"))


def may_take_up(actor: Actor) -> Verdict:
    """Everybody who works here names their own crafts, twenty at most."""
    if (verdict := _says_no(actor)) is not None:
        return verdict
    if Holding.objects.filter(person_id=actor.person_id).count() >= MOST_HELD:
        return no(
            "too_many_crafts", _("You named twenty crafts. Take one off the list before you name another.")
        )
    return yes()


def may_confirm(actor: Actor, holding: Holding) -> Verdict:
    """Colleagues confirm what somebody says of themselves; nobody confirms their own."""
    if (verdict := _says_no(actor)) is not None:
        return verdict
    if holding.person_id == actor.person_id:
        return no("own_craft", _("This is your own craft. Let a colleague say so too."))
    return yes()


def may_keep_away(actor: Actor) -> Verdict:
    """Everybody says what they would rather not be asked about, forty things at most."""
    if Wish.objects.filter(person_id=actor.person_id).count() >= MOST_WISHES:
        return no("too_many_wishes", _("This list is full. Take something off it first."))
    return yes()


def may_keep_outsiders(actor: Actor) -> Verdict:
    """Hosts and administrators keep the list of specialists outside."""
    if actor.is_importer or actor.is_keeper:
        return yes()
    return no("not_host", _("Hosts keep this list. Ask one of them to add somebody."))


def may_decline(actor: Actor, invitation: Invitation) -> Verdict:
    """Only who is invited says "not me"."""
    if invitation.person_id == actor.person_id:
        return yes()
    return no("not_invited", _("Only who was asked can answer."))


def may_review(actor: Actor, review: Review) -> Verdict:
    """Only the one before whom it was put says whether it still holds."""
    if review.person_id == actor.person_id:
        return yes()
    return no("not_asked", _("Only who was asked can answer."))


def _says_no(actor: Actor) -> Verdict | None:
    if actor.is_guest:
        return no("guest", _("Crafts are for the people who work here. You can ask them anything."))
    if actor.is_read_only:
        return spaces.may_say(actor)
    return None
