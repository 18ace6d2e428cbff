"""Proposing to talk, and answering."""

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground import clock, ids, live
from vloot.ground.errors import Refused, require
from vloot.logbook import acts as logbook
from vloot.notices import acts as notices
from vloot.people import pace
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.posts.models import Post
from vloot.talk.proposals import rules
from vloot.talk.proposals.models import Proposal
from vloot.talk.spaces import reads as spaces


def propose(*, by: Actor, to: int, way: str, suggestion: str = "", about: Post | None = None) -> Proposal:
    """Ask somebody for a call or a coffee, perhaps about a thread. Raises NotFound for who cannot be seen."""
    people.get(by, to, spaces.shared_with(by))
    require(rules.may_propose(by, people.card(to), suggestion))
    if way not in (Proposal.CALL, Proposal.COFFEE):
        raise Refused("way", _("Choose a call or a coffee."), "way")
    pace.keep(by, rules.TALKS)
    pace.keep(by, rules.SAME_TALK, to)
    with transaction.atomic():
        made = Proposal.objects.create(
            id=ids.new(),
            proposer_id=by.person_id,
            invited_id=to,
            about=about,
            way=way,
            suggestion=suggestion.strip(),
        )
        logbook.record(
            kind="TalkProposed",
            actor_id=by.person_id,
            object_id=made.id,
            origin=by.origin,
            details={"invited_id": to},
        )
    return made


def accept(*, by: Actor, proposal: Proposal) -> None:
    """Say yes to a talk; both see it. Refused to all but who was asked."""
    require(rules.may_accept(by, proposal))
    if proposal.accepted_at:
        return
    proposal.accepted_at = clock.now()
    with transaction.atomic():
        proposal.save(update_fields=["accepted_at"])
        logbook.record(
            kind="TalkAccepted",
            actor_id=by.person_id,
            object_id=proposal.id,
            origin=by.origin,
            details={"proposer_id": proposal.proposer_id},
        )


def decline(*, by: Actor, proposal: Proposal) -> None:
    """Not now: the proposal is gone, without a reason, a notice or a trace."""
    require(rules.may_accept(by, proposal))
    _drop(proposal)


def withdraw(*, by: Actor, proposal: Proposal) -> None:
    """Take one's own proposal back."""
    if proposal.proposer_id != by.person_id:
        raise Refused("not_yours", _("Only who asked can take it back."))
    _drop(proposal)
    live.announce("notice", person_id=proposal.invited_id, object_id=proposal.id)


def _drop(proposal: Proposal) -> None:
    """No entry may tell of it, so no reader of the logbook can take its notice away: it is done here."""
    with transaction.atomic():
        Proposal.objects.filter(pk=proposal.pk).delete()
        notices.forget_about([proposal.pk])
