"""Questions about one's own reading."""

from collections.abc import Collection

from vloot.people.actor import Actor
from vloot.talk.posts import rules as posts
from vloot.talk.posts.models import Post
from vloot.talk.reading.models import Bookmark, ReadMark


def bookmarked_among(actor: Actor, post_ids: Collection[int]) -> set[int]:
    """Which of these posts the actor keeps."""
    found = Bookmark.objects.filter(person_id=actor.person_id, post_id__in=post_ids)
    return set(found.values_list("post_id", flat=True))


def bookmarks(actor: Actor, *, before: int | None = None, limit: int = 20) -> list[tuple[int, int]]:
    """(bookmark id, post id) of what the actor keeps and may still read, the newest bookmark first."""
    found = Bookmark.objects.filter(
        person_id=actor.person_id, post__in=Post.objects.filter(posts.visible(actor))
    )
    if before is not None:
        found = found.filter(id__lt=before)
    return list(found.order_by("-id").values_list("id", "post_id")[:limit])


def read_upto(actor: Actor, thread_ids: Collection[int]) -> dict[int, int]:
    """How far the actor has read in these threads; threads never opened are left out."""
    found = ReadMark.objects.filter(person_id=actor.person_id, thread_id__in=thread_ids)
    return dict(found.values_list("thread_id", "upto_id"))
