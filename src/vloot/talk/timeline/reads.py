"""Questions to the timeline."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from django.db import connection
from django.db.models import QuerySet

from vloot.ground import ids
from vloot.ground.errors import NotFound
from vloot.people.actor import Actor
from vloot.talk.posts import rules as posts
from vloot.talk.posts.models import Post
from vloot.talk.reading import reads as reading
from vloot.talk.spaces.models import Space
from vloot.talk.timeline.cards import Page, PostCard, Thread
from vloot.talk.timeline.hydrate import cards

__all__ = [
    "Page", "PostCard", "Thread", "by_person", "by_tag", "cards", "home", "home_ids", "in_space", "of_ids", "pinned",
    "replies_since", "since", "thread_of",
]  # fmt: skip

PAGE = 20
LOOK_BACK = timedelta(
    seconds=10
)  # ids are not ordered by commit: a slow transaction becomes visible behind a newer id


def home(actor: Actor, *, before: int | None = None, limit: int = PAGE) -> Page:
    """The newest threads of the actor's spaces, people and tags, older than `before`."""
    return _page(actor, home_ids(actor, before=before, limit=limit + 1), limit)


def home_ids(actor: Actor, *, before: int | None = None, after: int = 0, limit: int = PAGE) -> list[int]:
    """The ids of a page of home, newest first, between `after` and `before` (both left out)."""
    with connection.cursor() as cursor:
        cursor.execute(
            _sql("home"),
            {
                "me": actor.person_id,
                "is_guest": actor.is_guest,
                "before": ids.LARGEST if before is None else before,
                "after": after,
                "limit": limit,
            },
        )
        return [row[0] for row in cursor.fetchall()]


def since(actor: Actor, newest: int, *, limit: int = 50) -> list[PostCard]:
    """What home has got since its newest id was `newest`, ten seconds earlier included: the reader drops what is there already."""
    return cards(actor, home_ids(actor, after=looked_back(newest), limit=limit))


def in_space(
    actor: Actor, space: Space, *, before: int | None = None, after: int = 0, limit: int = PAGE
) -> Page:
    """The threads of a space, newest first."""
    return _page(actor, _newest(Post.objects.filter(space=space), actor, before, after, limit + 1), limit)


def by_person(actor: Actor, person_id: int, *, before: int | None = None, limit: int = PAGE) -> Page:
    """The threads a person began, as far as the actor may read them."""
    return _page(actor, _newest(Post.objects.filter(author_id=person_id), actor, before, 0, limit + 1), limit)


def by_tag(actor: Actor, tag: str, *, before: int | None = None, limit: int = PAGE) -> Page:
    """The threads that carry a tag, as far as the actor may read them."""
    return _page(
        actor, _newest(Post.objects.filter(tag_rows__tag=tag.lower()), actor, before, 0, limit + 1), limit
    )


def pinned(actor: Actor, space: Space) -> list[PostCard]:
    """The pinned threads of a space, the last pinned first."""
    found = Post.objects.filter(posts.visible(actor), space=space, pinned_at__isnull=False).order_by(
        "-pinned_at"
    )
    return cards(actor, list(found.values_list("id", flat=True)[:20]))


def of_ids(actor: Actor, post_ids: list[int]) -> list[PostCard]:
    """Cards in the order of the ids, as far as the actor may read them."""
    return cards(actor, post_ids)


def thread_of(actor: Actor, post_id: int) -> Thread:
    """The whole thread a post is in. Raises NotFound."""
    head_id = Post.objects.filter(posts.visible(actor), id=post_id).values_list("id", "root_id").first()
    if head_id is None:
        raise NotFound
    root = head_id[1] or head_id[0]
    rows = list(Post.objects.filter(root_id=root).order_by("id").values_list("id", "parent_id"))
    found = {card.id: card for card in cards(actor, [root, *(row[0] for row in rows)])}
    upto = reading.read_upto(actor, [root]).get(root)
    me = actor.person_id
    unread = [i for i, _parent in rows if upto is not None and i > upto and found[i].author.id != me]
    return Thread(
        head=found[root],
        replies=[found[post] for post in _ordered(root, rows, found[root])],
        first_unread_id=unread[0] if unread else None,
        newest_id=max([root, *(row[0] for row in rows)]),
    )


def replies_since(actor: Actor, thread_id: int, newest: int) -> list[PostCard]:
    """What a thread has got since its newest id was `newest`, ten seconds earlier included."""
    found = Post.objects.filter(posts.visible(actor), root_id=thread_id, id__gt=looked_back(newest)).order_by(
        "id"
    )
    return cards(actor, list(found.values_list("id", flat=True)[:100]))


def looked_back(newest: int) -> int:
    """The id ten seconds before another: from where to look for what has become visible since."""
    return ids.first(max(ids.moment(newest) - LOOK_BACK, ids.moment(0)))


def away(actor: Actor, away_since: datetime, limit: int = 50) -> list[int]:
    """The ids of what home has got since a moment, newest first."""
    return home_ids(actor, after=ids.first(away_since), limit=limit)


def _ordered(root: int, rows: Sequence[tuple[int, int | None]], head: PostCard) -> list[int]:
    """Replies to the head in time order, the accepted answer first, each followed by what was said under it."""
    under: dict[int, list[int]] = {}
    parents = dict(rows)
    for post, _parent in rows:
        top = post
        while (above := parents.get(top)) is not None and above != root:
            top = above
        under.setdefault(top, [])
        if top != post:
            under[top].append(post)
    accepted = head.question.accepted_id if head.question else None
    tops = sorted(under, key=lambda top: (top != accepted, top))
    return [post for top in tops for post in (top, *sorted(under[top]))]


def _newest(found: QuerySet[Post], actor: Actor, before: int | None, after: int, limit: int) -> list[int]:
    found = found.filter(posts.visible(actor), root=None, removed_at=None, id__gt=after)
    if before is not None:
        found = found.filter(id__lt=before)
    return list(found.order_by("-id").values_list("id", flat=True)[:limit])


def _page(actor: Actor, found: list[int], limit: int) -> Page:
    shown = found[:limit]
    return Page(cards(actor, shown), shown[-1] if len(found) > limit else None)


@cache
def _sql(name: str) -> str:
    return (Path(__file__).parent / f"{name}.sql").read_text()
