"""Questions to the questions."""

from collections.abc import Collection

import msgspec
from django.db.models import Exists, OuterRef, Q

from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard
from vloot.talk.posts.models import Post
from vloot.talk.questions import rules
from vloot.talk.questions.models import Helped, Question


class QuestionPart(msgspec.Struct, frozen=True, kw_only=True):
    """What a question's card shows beyond a post's."""

    owner: PersonCard
    state: str  # "open", "answered" (the asker accepted one), "closed"
    accepted_id: int | None
    known: str
    tried: str


class QuestionLine(msgspec.Struct, frozen=True, kw_only=True):
    """A question in a list of similar ones."""

    id: int
    title: str
    state: str


def parts(post_ids: Collection[int]) -> dict[int, QuestionPart]:
    """What the cards of questions show, in two queries."""
    found = list(Question.objects.filter(post_id__in=post_ids).select_related("post"))
    persons = people.cards({question.owner_id for question in found})
    return {
        question.post_id: QuestionPart(
            owner=persons[question.owner_id],
            state=_state(question),
            accepted_id=question.accepted_id,
            known=question.post.parts_html.get("known", ""),
            tried=question.post.parts_html.get("tried", ""),
        )
        for question in found
    }


def helped(answer_ids: Collection[int]) -> dict[int, list[PersonCard]]:
    """Whom each answer helped, alphabetically."""
    rows = list(Helped.objects.filter(answer_id__in=answer_ids).values_list("answer_id", "person_id"))
    persons = people.cards({person for _answer, person in rows})
    found: dict[int, list[PersonCard]] = {}
    for answer_id, person_id in rows:
        found.setdefault(answer_id, []).append(persons[person_id])
    return {answer_id: people.alphabetical(cards) for answer_id, cards in found.items()}


def open_ones(actor: Actor, *, after: int = 0, limit: int = 20) -> list[int]:
    """The ids of open questions without an accepted answer, oldest first, after the id `after`."""
    found = Question.objects.filter(closed_at=None, accepted=None, post_id__gt=after, post__removed_at=None)
    found = found.filter(post__in=Post.objects.filter(rules.visible(actor)).values("id"))
    return list(found.order_by("post_id").values_list("post_id", flat=True)[:limit])


def owned_by(actor: Actor, limit: int = 50) -> list[int]:
    """The ids of the open questions the actor looks after, oldest first."""
    found = Question.objects.filter(
        closed_at=None, accepted=None, owner_id=actor.person_id, post__removed_at=None
    )
    return list(found.order_by("post_id").values_list("post_id", flat=True)[:limit])


def unanswered_firsts(actor: Actor, limit: int = 20) -> list[int]:
    """The ids of newcomers' first threads that nobody replied to, oldest first; what an import brought is none of them."""
    newcomer = Q(
        author__joined_on__gte=people.first_day_of_newcomers(), author__kind="human", author__is_active=True
    )
    earlier = Post.objects.filter(author=OuterRef("author"), id__lt=OuterRef("id"))
    found = Post.objects.filter(
        rules.visible(actor), newcomer, ~Exists(earlier), root=None, removed_at=None, reply_count=0
    ).exclude(origin__startswith="import:")
    return list(found.order_by("id").values_list("id", flat=True)[:limit])


def lines(actor: Actor, post_ids: Collection[int]) -> list[QuestionLine]:
    """Questions in one line each, in the order of the ids, as far as the actor may read them."""
    found = Post.objects.filter(rules.visible(actor), id__in=post_ids, removed_at=None, kind=Post.QUESTION)
    by_id = {post.id: post for post in found.select_related("question")}
    return [
        QuestionLine(id=post.id, title=post.title, state=_state(post.question))
        for post in (by_id[post_id] for post_id in post_ids if post_id in by_id)
    ]


def _state(question: Question) -> str:
    if question.closed_at:
        return "closed"
    return "answered" if question.accepted_id else "open"
