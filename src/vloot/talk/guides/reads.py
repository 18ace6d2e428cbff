"""Questions to the how-to pages."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

import msgspec
from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db.models import Q, QuerySet

from vloot.ground import clock, ids
from vloot.ground.database import sql
from vloot.ground.errors import NotFound
from vloot.ground.text import detect
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard
from vloot.talk.guides import rules
from vloot.talk.guides.models import Guide, GuideHelped, GuideVersion
from vloot.talk.posts import rules as posts
from vloot.talk.posts.models import Post
from vloot.talk.spaces import reads as spaces
from vloot.talk.spaces.models import Membership, Space
from vloot.talk.spaces.reads import SpaceRef

PAGE = 50
MOST = 200  # in a list that is not paged

CONFIGURATIONS = {"nl": "dutch", "fr": "french", "en": "english", "": "simple"}


_GREW = "select 1 from talk_guide where question_id = %(question)s limit 1"


class GuideLine(msgspec.Struct, frozen=True, kw_only=True):
    """A page in a list."""

    id: int
    title: str
    initial: str
    space: SpaceRef
    owner: PersonCard
    tags: list[str]
    changed_at: datetime
    review_on: date
    is_due: bool
    is_obsolete: bool


class QuestionRef(msgspec.Struct, frozen=True, kw_only=True):
    """A question in a line: its thread and who asked it."""

    id: int
    title: str
    asker: PersonCard


class GuidePage(msgspec.Struct, frozen=True, kw_only=True):
    """A page as one reads it, with those it is owed to. `can` holds edit, look_after and helped."""

    line: GuideLine
    html: str
    language: str
    number: int
    writers: list[PersonCard]
    question: QuestionRef | None
    answerer: PersonCard | None
    answer_id: int | None
    helped: list[PersonCard]
    has_helped_me: bool
    asked: list[QuestionRef]
    review_months: int
    confirmed_at: datetime | None
    confirmed_by: PersonCard | None
    obsolete_at: datetime | None
    obsolete_why: str
    can: frozenset[str]


class Shelf(msgspec.Struct, frozen=True):
    """A part of a list of pages, and the id after which it goes on; None at its end."""

    lines: list[GuideLine]
    after: int | None


def get(actor: Actor, guide_id: int) -> Guide:
    """A page the actor may read, with its space. Raises NotFound."""
    found = Guide.objects.filter(rules.visible(actor), pk=guide_id).select_related("space").first()
    if found is None:
        raise NotFound
    return found


def shelf(
    actor: Actor, *, order: str = "az", space_id: int | None = None, tag: str = "", after: int | None = None
) -> Shelf:
    """Pages the actor may read: "az" by title, "new" the last changed first; obsolete ones stand in both, marked.

    `after` is the id of the last page seen.
    """
    found = Guide.objects.filter(rules.visible(actor))
    if space_id is not None:
        found = found.filter(space_id=space_id)
    if tag:
        found = found.filter(tags__contains=[tag.lower()])
    last = Guide.objects.filter(rules.visible(actor), pk=after).first() if after is not None else None
    if order == "new":
        found = found.filter(newest_id__lt=last.newest_id) if last else found
        found = found.order_by("-newest_id")
    else:
        beyond = Q(sort_key__gt=last.sort_key) | Q(sort_key=last.sort_key, id__gt=last.id) if last else Q()
        found = found.filter(beyond).order_by("sort_key", "id")
    rows = list(found.select_related("space")[: PAGE + 1])
    return Shelf(_lines(rows[:PAGE]), rows[PAGE - 1].id if len(rows) > PAGE else None)


def due(actor: Actor) -> list[GuideLine]:
    """The pages whose review day has come and that the actor looks after or hosts the space of, the longest waiting first."""
    hosted = Membership.objects.filter(person_id=actor.person_id, is_host=True).values("space_id")
    mine = Q(owner_id=actor.person_id) | Q(space_id__in=hosted)
    found = Guide.objects.filter(
        mine, rules.visible(actor), review_on__lte=clock.now().date(), obsolete_at=None
    )
    return _lines(found.select_related("space").order_by("review_on", "id")[:MOST])


def owned_by(actor: Actor) -> list[GuideLine]:
    """The pages the actor looks after, by title."""
    found = Guide.objects.filter(rules.visible(actor), owner_id=actor.person_id)
    return _lines(found.select_related("space").order_by("sort_key", "id")[:MOST])


def shelves(actor: Actor) -> tuple[list[SpaceRef], list[str]]:
    """The spaces that have pages, and the tags of pages, alphabetically: what one can narrow the list by."""
    readable = Guide.objects.filter(rules.visible(actor))
    places = Space.objects.filter(id__in=readable.values("space_id")).order_by("sort_key")
    tags = {tag for row in readable.values_list("tags", flat=True)[:2000] for tag in row}
    return [spaces.ref(space) for space in places], sorted(tags)


def of_question(actor: Actor, question_id: int) -> list[GuideLine]:
    """The pages that grew from a question."""
    if not sql.rows(
        _GREW, {"question": question_id}
    ):  # as of most, and this is asked of every question one reads
        return []
    found = Guide.objects.filter(rules.visible(actor), question_id=question_id)
    return _lines(found.select_related("space").order_by("id")[:5])


def about(actor: Actor, post_id: int) -> list[GuideLine]:
    """The pages a question is about."""
    found = Guide.objects.filter(rules.visible(actor), asked__post_id=post_id)
    return _lines(found.select_related("space").order_by("id")[:5])


def similar(actor: Actor, title: str, limit: int = 3) -> list[GuideLine]:
    """Pages that share words with what is being asked, the closest first; none that are obsolete.

    Any of the words counts; ranked within the 200 newest matches.
    """
    words = [word for word in "".join(c if c.isalnum() else " " for c in title).split() if len(word) > 2][:20]
    if not words:
        return []
    language = CONFIGURATIONS[detect(title)]
    query = SearchQuery(" | ".join(words), search_type="raw", config=language)
    document = SearchVector("title", weight="A", config=language) + SearchVector(
        "source", weight="D", config=language
    )
    matching = Guide.objects.annotate(document=document).filter(
        rules.visible(actor), document=query, obsolete_at=None
    )
    newest = list(matching.order_by("-newest_id").values_list("id", flat=True)[:200])
    ranked = Guide.objects.filter(id__in=newest).annotate(closeness=SearchRank(document, query))
    return _lines(
        ranked.filter(closeness__gt=0.1).select_related("space").order_by("-closeness", "-id")[:limit]
    )


def page(actor: Actor, guide: Guide) -> GuidePage:
    """A page as one reads it, in a fixed number of queries."""
    helped = list(GuideHelped.objects.filter(guide=guide).values_list("person_id", flat=True))
    writers = set(GuideVersion.objects.filter(guide=guide).values_list("author_id", flat=True))
    asked = Post.objects.filter(posts.visible(actor), about_guides__guide=guide, removed_at=None)
    grown = [grown for grown in (guide.question_id, guide.answer_id) if grown]
    roots = {post.id: post for post in Post.objects.filter(id__in=grown, removed_at=None)}
    threads = list(asked.order_by("-id")[:10])
    persons = people.cards(
        {guide.owner_id, *helped, *writers, *(p.author_id for p in [*roots.values(), *threads])}
        | {person for person in [guide.confirmed_by_id] if person}
    )
    question, answer = roots.get(guide.question_id or 0), roots.get(guide.answer_id or 0)
    return GuidePage(
        line=_line(guide, persons[guide.owner_id]),
        html=guide.html,
        language=guide.language,
        number=guide.number,
        writers=people.alphabetical(persons[person] for person in writers),
        question=_ref(question, persons) if question else None,
        answerer=persons[answer.author_id] if answer else None,
        answer_id=answer.id if answer else None,
        helped=people.alphabetical(persons[person] for person in helped),
        has_helped_me=actor.person_id in helped,
        asked=[_ref(post, persons) for post in threads],
        review_months=guide.review_months,
        confirmed_at=guide.confirmed_at,
        confirmed_by=persons.get(guide.confirmed_by_id or 0),
        obsolete_at=guide.obsolete_at,
        obsolete_why=guide.obsolete_why,
        can=_can(actor, guide, writers),
    )


def answer_for(actor: Actor, question_id: int) -> tuple[Post, Post | None]:
    """A question to make a page of, and the answer its asker accepted. Raises NotFound."""
    readable = Post.objects.filter(posts.visible(actor), removed_at=None)
    found = (
        readable.filter(pk=question_id, kind=Post.QUESTION)
        .select_related("space", "author", "question")
        .first()
    )
    if found is None:
        raise NotFound
    answer = readable.filter(pk=found.question.accepted_id or 0).select_related("author").first()
    return found, answer


def is_due(guide: Guide) -> bool:
    """Whether the review day of a page that holds has come."""
    return guide.obsolete_at is None and guide.review_on <= clock.now().date()


def _lines(rows: Iterable[Guide] | QuerySet[Guide]) -> list[GuideLine]:
    found = list(rows)
    persons = people.cards({guide.owner_id for guide in found})
    return [_line(guide, persons[guide.owner_id]) for guide in found]


def _line(guide: Guide, owner: PersonCard) -> GuideLine:
    return GuideLine(
        id=guide.id,
        title=guide.title,
        initial=guide.sort_key[:1].upper() if guide.sort_key[:1].isalpha() else "0–9",
        space=spaces.ref(guide.space),
        owner=owner,
        tags=list(guide.tags),
        changed_at=ids.moment(guide.newest_id),
        review_on=guide.review_on,
        is_due=is_due(guide),
        is_obsolete=guide.obsolete_at is not None,
    )


def _can(actor: Actor, guide: Guide, writers: Collection[int]) -> frozenset[str]:
    can = {
        "edit": rules.may_edit(actor, guide).ok,
        "look_after": rules.may_look_after(actor, guide).ok,
        "helped": actor.person_id not in writers and not actor.is_read_only,
    }
    return frozenset(name for name, allowed in can.items() if allowed)


def _ref(post: Post, persons: dict[int, PersonCard]) -> QuestionRef:
    return QuestionRef(id=post.thread_id, title=post.title, asker=persons[post.author_id])
