"""Questions about crafts: who holds them, who says so too, whom one calls outside. People are listed alphabetically."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec
from django.db.models import Exists, OuterRef, Q, QuerySet

from vloot.experts.models import Confirmation, Craft, Holding, Invitation, Outsider, Review, Taking, Wish
from vloot.ground import clock, ids
from vloot.ground.errors import NotFound
from vloot.ground.text import sort_key
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard
from vloot.talk.posts import rules as posts
from vloot.talk.posts.models import Post
from vloot.talk.questions.models import Helped, Question
from vloot.talk.spaces import reads as spaces

GAP_DAYS = 182
GAP_ASKERS = 3  # so many different people make a topic, and none of them stands out


class CraftLine(msgspec.Struct, frozen=True, kw_only=True):
    """A craft in the list."""

    id: int
    name: str
    is_held: bool  # by somebody who is here
    is_mine: bool
    has_outsiders: bool


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whose craft it is; `confirmed_by` are the colleagues who say so too."""

    person: PersonCard
    confirmed_by: list[PersonCard]
    is_me: bool
    is_confirmed_by_me: bool


class OutsiderLine(msgspec.Struct, frozen=True, kw_only=True):
    """A specialist outside the house."""

    id: int
    name: str
    craft: str
    reached_by: str


class WishLine(msgspec.Struct, frozen=True, kw_only=True):
    """What one would rather not be asked about."""

    id: int
    topic: str


def crafts(actor: Actor) -> list[CraftLine]:
    """Every craft by its name, also those nobody here has any more."""
    held = Holding.objects.filter(craft=OuterRef("pk"), person__is_active=True)
    found = Craft.objects.annotate(
        is_held=Exists(held),
        is_mine=Exists(held.filter(person_id=actor.person_id)),
        has_outsiders=Exists(Outsider.objects.filter(craft=OuterRef("pk"))),
    )
    return [
        CraftLine(
            id=one.id,
            name=one.name,
            is_held=one.is_held,
            is_mine=one.is_mine,
            has_outsiders=one.has_outsiders,
        )
        for one in found.filter(Q(is_held=True) | Q(has_outsiders=True)).order_by("sort_key")
    ]


def gaps(actor: Actor) -> list[str]:
    """Tags that several people asked about in half a year, where no answer helped and nobody named the craft; by name, no figures.

    Only questions that the actor may read count.
    """
    asked = Question.objects.filter(
        post__in=Post.objects.filter(posts.visible(actor), removed_at=None).values("id"),
        post_id__gte=ids.first(clock.ago(days=GAP_DAYS)),
    )
    helped = Exists(Helped.objects.filter(answer__root=OuterRef("post_id")))
    rows = asked.annotate(is_helped=helped).values_list(
        "post__tag_rows__tag", "post__author_id", "accepted_id", "is_helped"
    )
    askers: dict[str, set[int]] = {}
    known = set(Holding.objects.filter(person__is_active=True).values_list("craft__sort_key", flat=True))
    for tag, author_id, accepted_id, is_helped in rows:
        if tag and (accepted_id or is_helped):
            known.add(sort_key(tag))
        elif tag:
            askers.setdefault(tag, set()).add(author_id)
    return sorted(
        (tag for tag, who in askers.items() if len(who) >= GAP_ASKERS and sort_key(tag) not in known),
        key=sort_key,
    )


def get(craft_id: int) -> Craft:
    """One craft. Raises NotFound."""
    found = Craft.objects.filter(pk=craft_id).first()
    if found is None:
        raise NotFound
    return found


def holders(actor: Actor, craft: Craft) -> list[Holder]:
    """Those whose craft it is, as far as the actor may meet them."""
    rows = dict(Holding.objects.filter(craft=craft).values_list("person_id", "id"))
    said: dict[int, list[int]] = {}
    for holding_id, by_id in Confirmation.objects.filter(holding__craft=craft).values_list(
        "holding_id", "by_id"
    ):
        said.setdefault(holding_id, []).append(by_id)
    met = meetable(actor, {*rows, *(one for by in said.values() for one in by)})
    cards = people.cards(met)
    return [
        Holder(
            person=card,
            confirmed_by=people.alphabetical(
                cards[one] for one in said.get(rows[card.id], ()) if one in cards
            ),
            is_me=card.id == actor.person_id,
            is_confirmed_by_me=actor.person_id in said.get(rows[card.id], ()),
        )
        for card in people.alphabetical(cards[one] for one in rows if one in cards)
    ]


def holding(actor: Actor, craft: Craft, person_id: int) -> Holding:
    """That somebody the actor may meet holds a craft. Raises NotFound."""
    found = Holding.objects.filter(craft=craft, person_id=person_id).first()
    if found is None or person_id not in meetable(actor, [person_id]):
        raise NotFound
    return found


def outsiders(craft: Craft | None = None) -> list[OutsiderLine]:
    """Specialists outside, of one craft or of all, by name."""
    found = Outsider.objects.filter(Q(craft=craft) if craft else Q()).select_related("craft")
    return [
        OutsiderLine(id=one.id, name=one.name, craft=one.craft.name, reached_by=one.reached_by)
        for one in found.order_by("sort_key", "id")
    ]


def wishes(actor: Actor) -> list[WishLine]:
    """What the actor would rather not be asked about."""
    found = Wish.objects.filter(person_id=actor.person_id).order_by("topic")
    return [WishLine(id=one.id, topic=one.topic) for one in found]


def meetable(actor: Actor, person_ids: Iterable[int]) -> set[int]:
    """Those of some people who are here, human, and whom the actor may meet."""
    return people.meetable(actor, person_ids, spaces.shared_with(actor))


class InvitedLine(msgspec.Struct, frozen=True, kw_only=True):
    """A question one is invited to answer."""

    id: int
    thread_id: int
    title: str
    asker: PersonCard


def invitations(actor: Actor) -> list[InvitedLine]:
    """What the actor is invited to answer and may read, the newest first."""
    told = Invitation.objects.filter(person_id=actor.person_id, is_told=True)
    readable = Post.objects.filter(posts.visible(actor), removed_at=None).values("id")
    found = list(told.filter(question__in=readable).select_related("question__post").order_by("-id")[:20])
    cards = people.cards({one.question.post.author_id for one in found})
    return [
        InvitedLine(
            id=one.id,
            thread_id=one.question_id,
            title=one.question.post.title,
            asker=cards[one.question.post.author_id],
        )
        for one in found
    ]


def invitation(actor: Actor, invitation_id: int) -> Invitation:
    """One's own invitation. Raises NotFound."""
    own = Invitation.objects.filter(person_id=actor.person_id, is_told=True, pk=invitation_id)
    found = own.select_related("question__post").first()
    if found is None:
        raise NotFound
    return found


class OldAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """An answer one is asked about, or said no longer holds: under which question, when written, what it says."""

    id: int
    thread_id: int
    title: str
    at: datetime
    html: str
    language: str
    is_mine: bool


def old_answers(actor: Actor) -> list[OldAnswer]:
    """The answers the actor is asked about and may read, the oldest first."""
    asked = Review.objects.filter(person_id=actor.person_id).values("answer_id")
    return _old(Post.objects.filter(posts.visible(actor), id__in=asked), actor)


def outdated_by(actor: Actor) -> list[OldAnswer]:
    """The actor's own answers of which they said that they hold no longer, the oldest first."""
    own = Post.objects.filter(posts.visible(actor), author_id=actor.person_id, outdated__isnull=False)
    return _old(own, actor)


def review(actor: Actor, answer_id: int) -> Review:
    """What the actor is asked about. Raises NotFound."""
    own = Review.objects.filter(person_id=actor.person_id, pk=answer_id)
    found = own.select_related("answer__root__question", "answer__author", "answer__space").first()
    if found is None:
        raise NotFound
    return found


def _old(answers: QuerySet[Post], actor: Actor) -> list[OldAnswer]:
    found = answers.filter(removed_at=None, root__removed_at=None).select_related("root").order_by("id")[:20]
    return [
        OldAnswer(
            id=one.id,
            thread_id=one.root.id,
            title=one.root.title,
            at=ids.moment(one.id),
            html=one.html,
            language=one.language,
            is_mine=one.author_id == actor.person_id,
        )
        for one in found
        if one.root
    ]


def taking(actor: Actor) -> Taking:
    """How much the actor takes on; what holds for everybody where they never chose."""
    return Taking.objects.filter(pk=actor.person_id).first() or Taking(person_id=actor.person_id)
