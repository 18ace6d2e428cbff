"""Who may propose a talk to whom."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.ground.errors import Verdict, no, yes
from vloot.ground.limits import DAY, declare
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard
from vloot.talk.proposals.models import Proposal
from vloot.talk.spaces import rules as spaces

MOST_OPEN = 20
TALKS = declare("talks", 40, DAY, gettext_lazy("Talks one person asks for"))
# Counted whatever came of it, so that it tells nobody of a "not now".
SAME_TALK = declare(
    "talks_again", 3, 14 * DAY, gettext_lazy("Times one person asks the same colleague for a talk")
)


def visible(actor: Actor) -> Q:
    """Only the two of them."""
    return Q(proposer_id=actor.person_id) | Q(invited_id=actor.person_id)


def may_propose(actor: Actor, invited: PersonCard, suggestion: str) -> Verdict:
    """Everybody may propose a talk to any human who is here, once at a time, twenty at most unanswered."""
    if actor.is_read_only:
        return spaces.may_say(actor)
    if invited.id == actor.person_id:
        return no("yourself", _("Choose somebody else to talk with."))
    if invited.is_bot or invited.is_placeholder or not invited.is_active:
        return no("not_here", _("This person cannot answer here any more. Ask somebody else."))
    if len(suggestion) > 140:
        return no(
            "too_long",
            _("Keep it short: where or when, in at most 140 characters. The rest you say when you talk."),
        )
    open_ones = Proposal.objects.filter(proposer_id=actor.person_id, accepted_at=None)
    if open_ones.filter(invited_id=invited.id).exists():
        return no("asked", _("You have asked already. Give them a little time."))
    if open_ones.count() >= MOST_OPEN:
        return no("too_many", _("Twenty people have not answered you yet. Wait for some, or take one back."))
    return yes()


def may_accept(actor: Actor, proposal: Proposal) -> Verdict:
    """Only who was asked says yes."""
    if proposal.invited_id == actor.person_id:
        return yes()
    return no("not_invited", _("Only who was asked can answer."))
