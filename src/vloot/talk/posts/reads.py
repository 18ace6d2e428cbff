"""Questions to the posts."""

import re
from collections.abc import Collection
from datetime import datetime

import msgspec

from vloot.ground.database import sql
from vloot.ground.errors import NotFound
from vloot.ground.text import excerpt
from vloot.people.actor import Actor
from vloot.talk.posts import rules
from vloot.talk.posts.models import Mention, Post

_BEYOND = "\U0010ffff"  # sorts after every letter
# A name links to a person's page like this; nobody can write the class themselves.
_OWN_NAME = re.compile(r'<a class="mention" href="/people/(\d+)/"')


class Version(msgspec.Struct, frozen=True):
    """One thing a post has said: from its writing, or an edit, until the next edit."""

    title: str
    html: str
    parts_html: dict[str, str]
    until: datetime | None


def get(actor: Actor, post_id: int) -> Post:
    """A post the actor may see, with its space. Raises NotFound."""
    found = Post.objects.filter(rules.visible(actor), pk=post_id).select_related("space", "root").first()
    if found is None:
        raise NotFound
    return found


def head_of(actor: Actor, post_id: int) -> Post:
    """The head of the thread a post is in. Raises NotFound."""
    post = get(actor, post_id)
    return get(actor, post.root_id) if post.root_id else post


def versions(post: Post) -> list[Version]:
    """All a post has said, the newest first."""
    older = [
        Version(revision.title, revision.html, revision.parts_html, revision.replaced_at)
        for revision in post.revisions.order_by("-id")
    ]
    return [Version(post.title, post.html, post.parts_html, None), *older]


def mentioned_in(post_ids: Collection[int]) -> dict[int, list[int]]:
    """The ids of the persons each post names."""
    found: dict[int, list[int]] = {}
    for post_id, person_id in Mention.objects.filter(post_id__in=post_ids).values_list(
        "post_id", "person_id"
    ):
        found.setdefault(post_id, []).append(person_id)
    return found


def named_themselves(post: Post) -> set[int]:
    """The ids of the persons whose own name stands in a post; a team's name is nobody's own."""
    said = " ".join([post.html, *post.parts_html.values()])
    return {int(found) for found in _OWN_NAME.findall(said)}


def with_replies(post_ids: Collection[int]) -> list[int]:
    """The ids of some posts and of all that was said under the heads among them."""
    under = Post.objects.filter(root__in=post_ids).values_list("id", flat=True)
    return [*post_ids, *under]


def by_external_key(keys: Collection[str]) -> dict[str, int]:
    """Ids by the key an importer gave."""
    found = Post.objects.filter(external_key__in=keys).values_list("external_key", "id")
    return {key: post_id for key, post_id in found if key}


def lines(actor: Actor, post_ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """Where each of these posts stands and its first words, for those the actor may read."""
    found = Post.objects.filter(rules.visible(actor), id__in=post_ids).select_related("root")
    return {
        post.id: (
            f"/t/{post.thread_id}/#post-{post.id}",
            post.title or excerpt(post.html, 90) or (post.root.title if post.root else ""),
        )
        for post in found
    }


def still_said(post_ids: Collection[int]) -> set[int]:
    """Those of these posts that nobody took away."""
    return set(Post.objects.filter(id__in=post_ids, removed_at=None).values_list("id", flat=True))


def tags_like(actor: Actor, start: str, limit: int = 8) -> list[str]:
    """Tags that begin with `start` on posts the actor may read, alphabetically."""
    if not start:
        return []
    begun = start.lower()
    asked = {**actor.asking, "start": begun, "end": begun + _BEYOND, "limit": limit}
    return [tag for (tag,) in sql.rows(sql.beside(__file__, "tags_like"), asked)]
