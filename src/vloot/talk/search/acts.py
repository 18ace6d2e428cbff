"""Keeping the index: as the logbook tells, and anew from the posts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from django.db import connection, transaction
from django.db.models import F, Q

from vloot.ground.database import sql
from vloot.talk.posts.models import Post
from vloot.talk.search import documents
from vloot.talk.search.models import Document, Shelf

BATCH = 500
FULL = 6_000  # documents on a shelf before the next one is begun
OVERFULL = 2 * FULL  # what an import may put between others before a shelf is parted

_ONE_AT_A_TIME = 0x766C_6F6F_7400  # PostgreSQL's advisory lock: shelves are parted by one worker only
_WRITE = """
insert into talk_search_document (post_id, shelf, space_id, edited_at, words)
select p.id,
       coalesce((select h.number from talk_search_shelf h where h.first_id <= p.id order by h.first_id desc limit 1), 0),
       p.space_id, p.edited_at, new.words::tsvector
from unnest(%(ids)s::bigint[], %(words)s::text[], %(edited)s::timestamptz[]) as new (id, words, edited_at)
join talk_post p on p.id = new.id and p.removed_at is null and p.edited_at is not distinct from new.edited_at
on conflict (post_id) do update
set words = excluded.words, edited_at = excluded.edited_at, shelf = excluded.shelf, space_id = excluded.space_id
"""


# law: act-by because it follows what is logged already, whoever did it
def index(*, post_ids: Collection[int]) -> None:
    """Let the index say of these posts what they say now: nothing of what was removed. Harmless when done twice."""
    with transaction.atomic():
        sql.run("select pg_advisory_xact_lock(%(lock)s)", {"lock": _ONE_AT_A_TIME})
        posts = list(Post.objects.filter(id__in=post_ids))
        vectors = documents.vectors(posts)
        Document.objects.filter(post__in=set(post_ids) - vectors.keys()).delete()
        said = [post for post in posts if post.id in vectors]
        if said:
            written = {
                "ids": sql.array(post.id for post in said),
                "words": [vectors[post.id] for post in said],
                "edited": [post.edited_at for post in said],
            }
            sql.run(_WRITE, written)
            _part_shelves(said)


# law: act-by because it says again what the posts say, whoever asks
def reindex(*, say: Callable[[int], None] = lambda _done: None) -> int:
    """Make the whole index anew, oldest first, so that every shelf is full once. Returns how many posts it holds.

    `say` hears how many are done. Search goes on meanwhile, and finds what is indexed by then.
    """
    with transaction.atomic():
        sql.run("select pg_advisory_xact_lock(%(lock)s)", {"lock": _ONE_AT_A_TIME})
        Document.objects.all().delete()
        Shelf.objects.all().delete()
    return _index_all(Q(), say)


# law: act-by because it follows what is logged already, whoever did it
def catch_up() -> int:
    """Index what was never indexed: all that there is after this release first came, nothing on other days. Returns how many."""
    return _index_all(Q(document=None), lambda _done: None)


def _index_all(which: Q, say: Callable[[int], None]) -> int:
    done = 0
    for post_ids in _batches(which):
        index(post_ids=post_ids)
        done += len(post_ids)
        say(done)
    if done:
        with connection.cursor() as cursor:
            cursor.execute("analyze talk_search_document")
    return done


def _batches(which: Q) -> Iterator[list[int]]:
    after = 0
    wanted = Post.objects.filter(which, removed_at=None).order_by("id").values_list("id", flat=True)
    while found := list(wanted.filter(id__gt=after)[:BATCH]):
        yield found
        after = found[-1]


def _part_shelves(said: Collection[Post]) -> None:
    """Begin a new shelf above a full newest one, and part those that have grown over full between others."""
    if all(post.id % 64 for post in said) and len(said) < BATCH // 4:
        return  # counting costs more than a shelf that is a few dozen longer
    touched = set(Document.objects.filter(post__in=said).values_list("shelf", flat=True))
    newest = Shelf.objects.order_by("-first_id").values_list("number", flat=True).first() or 0
    for number in sorted(touched):
        on_it = Document.objects.filter(shelf=number, **_of_shelf(number))
        count = on_it.count()
        if number == newest and count >= FULL:
            last = on_it.order_by("-post_id").values_list("post_id", flat=True)[0]
            Shelf.objects.create(first_id=last + 1)
        elif count >= OVERFULL:
            _part(number, on_it.order_by("post_id").values_list("post_id", flat=True)[count // 2])


def _of_shelf(number: int) -> dict[str, int]:
    """Which ids stand on a shelf, so that they can be counted by the primary key alone."""
    first = Shelf.objects.filter(number=number).values_list("first_id", flat=True).first() or 0
    above = (
        Shelf.objects.filter(first_id__gt=first)
        .order_by("first_id")
        .values_list("first_id", flat=True)
        .first()
    )
    return {"post_id__gte": first, **({"post_id__lt": above} if above else {})}


def _part(number: int, at: int) -> None:
    half = Shelf.objects.create(first_id=at)
    Document.objects.filter(Q(shelf=number) & Q(post_id__gte=at) & Q(**_of_shelf(half.number))).update(
        shelf=half.number, words=F("words")
    )
