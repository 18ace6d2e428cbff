"""Taking away what posts say: the one place that knows all the words a post has."""

from django.db.models import QuerySet

from vloot.ground import clock
from vloot.talk.posts.models import Mention, Post, PostTag, Revision

WORDS = ("title", "source", "html", "language", "parts", "parts_html", "tags")


def empty(posts: QuerySet[Post]) -> None:
    """Take away what posts say, with former versions, tags and names; a tombstone of each stays. In the caller's transaction."""
    for rows in (Revision, PostTag, Mention):
        rows.objects.filter(post__in=posts).delete()
    posts.update(
        title="",
        source="",
        html="",
        language="",
        parts={},
        parts_html={},
        tags=[],
        closed_reason="",
        removed_at=clock.now(),
        pinned_at=None,
    )
