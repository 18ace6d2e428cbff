"""Questions to the proposals; everybody only asks about their own."""

from datetime import datetime

import msgspec

from vloot.ground import ids
from vloot.ground.errors import NotFound
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard
from vloot.talk.posts import rules as posts
from vloot.talk.posts.models import Post
from vloot.talk.proposals import rules
from vloot.talk.proposals.models import Proposal


class ProposalCard(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal as one of the two sees it; `other` is the other one."""

    id: int
    other: PersonCard
    is_mine: bool
    way: str
    suggestion: str
    about_id: int | None
    about_title: str
    at: datetime
    accepted_at: datetime | None


def get(actor: Actor, proposal_id: int) -> Proposal:
    """A proposal to or from the actor. Raises NotFound."""
    found = Proposal.objects.filter(rules.visible(actor), pk=proposal_id).first()
    if found is None:
        raise NotFound
    return found


def listed(actor: Actor) -> list[ProposalCard]:
    """The actor's proposals, made and received, the newest first."""
    found = list(Proposal.objects.filter(rules.visible(actor)).order_by("-id")[:100])
    persons = people.cards({p for proposal in found for p in (proposal.proposer_id, proposal.invited_id)})
    about = {proposal.about_id for proposal in found if proposal.about_id}
    titles = {
        post.id: post.title or post.source[:80]
        for post in Post.objects.filter(posts.visible(actor), id__in=about)
    }
    return [_card(actor, proposal, persons, titles) for proposal in found]


def _card(
    actor: Actor, proposal: Proposal, persons: dict[int, PersonCard], titles: dict[int, str]
) -> ProposalCard:
    is_mine = proposal.proposer_id == actor.person_id
    readable = proposal.about_id if proposal.about_id in titles else None
    return ProposalCard(
        id=proposal.id,
        other=persons[proposal.invited_id if is_mine else proposal.proposer_id],
        is_mine=is_mine,
        way=proposal.way,
        suggestion=proposal.suggestion,
        about_id=readable,
        about_title=titles.get(readable or 0, ""),
        at=ids.moment(proposal.id),
        accepted_at=proposal.accepted_at,
    )
