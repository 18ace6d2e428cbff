"""Who keeps a log, and who says what they do otherwise now."""

from django.db.models import Q
from django.utils.translation import gettext as _

from vloot.ground.errors import Verdict, no, yes
from vloot.meet.learning.models import Learned
from vloot.meet.walks import rules as walks
from vloot.meet.walks.models import Walk
from vloot.people.actor import Actor


def visible(actor: Actor) -> Q:
    """Only one's own log."""
    return Q(person_id=actor.person_id)


def may_note(actor: Actor) -> Verdict:
    """Everybody who works here keeps a log of their own; it is read by nobody else."""
    return no("guest", _("This is for the people who work here.")) if actor.is_guest else yes()


def may_share(actor: Actor, learned: Learned) -> Verdict:
    """Everybody shares their own, once; where they may write, the room of the spaces says."""
    if learned.person_id != actor.person_id:
        return no("not_yours", _("Only you can share what you wrote."))
    return no("shared", _("You have shared this already.")) if learned.post_id else yes()


def may_turn(actor: Actor, walk: Walk | None) -> Verdict:
    """Whoever leads says what they do otherwise now; after a walk, only who walked."""
    if not walks.is_leader(actor):
        return no("no_leader", _("Only who leads a team, or sits in the top team, writes this here."))
    if walk is not None and (walk.leader_id != actor.person_id or not walks.is_over(walk)):
        return no("not_walked", _("Choose a walk that you made yourself."))
    return yes()
