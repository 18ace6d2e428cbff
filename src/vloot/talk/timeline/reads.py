"""Questions to the timeline."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from vloot.ground import ids
from vloot.ground.database import sql
from vloot.ground.errors import NotFound
from vloot.people.actor import Actor
from vloot.talk.spaces.models import Space
from vloot.talk.timeline.cards import Page, PostCard, Thread
from vloot.talk.timeline.hydrate import cards

__all__ = [
    "Page",
    "PostCard",
    "Thread",
    "away",
    "by_person",
    "by_tag",
    "cards",
    "home",
    "home_ids",
    "in_space",
    "looked_back",
    "of_ids",
    "pinned",
    "replies_since",
    "since",
    "thread_of",
]

PAGE = 20
MOST_REPLIES = 100  # that a thread hands out at once
LOOK_BACK = timedelta(
    seconds=10
)  # ids are not ordered by commit: a slow transaction becomes visible behind a newer id


def home(actor: Actor, *, before: int | None = None, limit: int = PAGE) -> Page:
    """The newest threads of the actor's spaces, people and tags, older than `before`."""
    return _page(actor, home_ids(actor, before=before, limit=limit + 1), limit)


def home_ids(actor: Actor, *, before: int | None = None, after: int = 0, limit: int = PAGE) -> list[int]:
    """The ids of a page of home, newest first, between `after` and `before` (both left out)."""
    found = _ids(actor, "newest", before=before, after=after, limit=limit)
    return found if len(found) == limit else _ids(actor, "sources", before=before, after=after, limit=limit)


def since(actor: Actor, newest: int, *, before: int | None = None, limit: int = 50) -> Page:
    """What home has got since its newest id was `newest`, ten seconds earlier included: the reader drops what is there already.

    The newest first; when there is more, `older` is what to hand in as `before` to go on.
    """
    return _page(actor, home_ids(actor, before=before, after=looked_back(newest), limit=limit + 1), limit)


def in_space(
    actor: Actor, space: Space, *, before: int | None = None, after: int = 0, limit: int = PAGE
) -> Page:
    """The threads of a space, newest first."""
    found = _ids(actor, "in_space", before=before, after=after, limit=limit + 1, space=space.id)
    return _page(actor, found, limit)


def by_person(actor: Actor, person_id: int, *, before: int | None = None, limit: int = PAGE) -> Page:
    """The threads a person began, as far as the actor may read them."""
    return _page(actor, _ids(actor, "by_person", before=before, limit=limit + 1, person=person_id), limit)


def by_tag(actor: Actor, tag: str, *, before: int | None = None, limit: int = PAGE) -> Page:
    """The threads that carry a tag, as far as the actor may read them."""
    return _page(actor, _ids(actor, "by_tag", before=before, limit=limit + 1, tag=tag.lower()), limit)


def pinned(actor: Actor, space: Space) -> list[PostCard]:
    """The pinned threads of a space, the last pinned first."""
    return cards(actor, _ids(actor, "pinned", limit=20, space=space.id))


def of_ids(actor: Actor, post_ids: list[int]) -> list[PostCard]:
    """Cards in the order of the ids, as far as the actor may read them."""
    return cards(actor, post_ids)


def card_of(actor: Actor, post_id: int) -> PostCard:
    """The card of one post. Raises NotFound when the actor may not see it."""
    found = of_ids(actor, [post_id])
    if not found:
        raise NotFound
    return found[0]


def thread_of(actor: Actor, post_id: int) -> Thread:
    """The whole thread a post is in. Raises NotFound."""
    rows = sql.rows(sql.beside(__file__, "thread"), _asked(actor, {"id": post_id}))
    found = {card.id: card for card in cards(actor, [row[0] for row in rows])}
    head = next((card for card in found.values() if card.is_head), None)
    if head is None:
        raise NotFound
    parents = {post: parent for post, parent in rows if post in found and post != head.id}
    return Thread(
        head=head,
        replies=[found[post] for post in _ordered(head, parents)],
        first_unread_id=next((post for post in parents if found[post].is_unread), None),
        newest_id=max(found),
    )


def replies_since(actor: Actor, thread_id: int, newest: int) -> list[PostCard]:
    """What a thread has got since its newest id was `newest`, ten seconds earlier included."""
    return cards(
        actor, _ids(actor, "replies", after=looked_back(newest), limit=MOST_REPLIES, thread=thread_id)
    )


def looked_back(newest: int) -> int:
    """The id ten seconds before another: from where to look for what has become visible since."""
    return ids.first(max(ids.moment(newest) - LOOK_BACK, ids.moment(0)))


def away(actor: Actor, away_since: datetime, limit: int = 50) -> list[int]:
    """The ids of what home has got since a moment, newest first."""
    return home_ids(actor, after=ids.first(away_since), limit=limit)


def _ordered(head: PostCard, parents: dict[int, int]) -> list[int]:
    """Replies to the head in time order, the accepted answer first, each followed by what was said under it."""
    under: dict[int, list[int]] = {}
    for post, top in _tops(parents).items():
        under.setdefault(top, [])
        if top != post:
            under[top].append(post)
    accepted = head.question.accepted_id if head.question else None
    return [
        post
        for top in sorted(under, key=lambda top: (top != accepted, top))
        for post in (top, *sorted(under[top]))
    ]


def _tops(parents: dict[int, int]) -> dict[int, int]:
    """For each reply the one right under the head that it hangs from; each is walked past once."""
    tops: dict[int, int] = {}
    for post in parents:
        walked = []
        top = post
        while top not in tops and parents.get(parents[top]):
            walked.append(top)
            top = parents[top]
        top = tops.get(top, top)
        tops.update(dict.fromkeys(walked, top))
        tops[post] = top
    return tops


def _ids(
    actor: Actor, name: str, *, before: int | None = None, after: int = 0, limit: int, **given: Any
) -> list[int]:
    """The ids that one of the statements here gives."""
    cut = {"before": ids.LARGEST if before is None else before, "after": after, "limit": limit}
    return [row[0] for row in sql.rows(sql.beside(__file__, name), _asked(actor, cut | given))]


def _asked(actor: Actor, given: dict[str, Any]) -> dict[str, Any]:
    return {"me": actor.person_id, "is_guest": actor.is_guest, "is_importer": actor.is_importer, **given}


def _page(actor: Actor, found: list[int], limit: int) -> Page:
    shown = found[:limit]
    return Page(cards(actor, shown), shown[-1] if len(found) > limit else None)
