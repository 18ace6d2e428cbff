"""Sealing what a post said, bringing it back, and letting it go for good."""

from datetime import datetime
from typing import Any

from django.db import transaction

from vloot.ground import clock, ids
from vloot.logbook import acts as logbook
from vloot.people.actor import Actor
from vloot.talk.files import acts as files
from vloot.talk.files.models import File
from vloot.talk.order.models import Case, Sealed
from vloot.talk.order.rules import APPEAL
from vloot.talk.posts import emptying, recording
from vloot.talk.posts.models import Mention, Post, PostTag, Revision

WORDS = (*emptying.WORDS, "closed_reason")


def seal(by: Actor, case: Case) -> None:
    """Take away what the post of a case says and keep it sealed until nobody can appeal any more."""
    post = Post.objects.select_for_update().get(pk=case.post_id or 0)
    if post.removed_at:
        return
    Sealed.objects.create(post=post, case=case, held=_held(post), until=clock.now() + APPEAL)
    emptying.empty(Post.objects.filter(pk=post.pk))
    # A post's files under the turned number belong to nobody's post: they are fetched by nobody.
    File.objects.filter(post_id=post.pk).update(post_id=-post.pk, space=None)
    recording.changed("PostSealed", by, post)


def unseal(by: Actor, case: Case) -> bool:
    """Bring back what the post of a case said; whether there was anything to bring back."""
    sealed = Sealed.objects.select_for_update().filter(case=case).select_related("post").first()
    if sealed is None:
        return False
    post, held = sealed.post, sealed.held
    Post.objects.filter(pk=post.pk).update(**{name: held[name] for name in WORDS}, removed_at=None)
    if not post.root_id:
        PostTag.objects.bulk_create([PostTag(post=post, tag=tag) for tag in held["tags"]])
    Mention.objects.bulk_create(
        [Mention(post=post, person_id=person) for person in held["mentions"]], ignore_conflicts=True
    )
    Revision.objects.bulk_create(
        [
            Revision(
                id=ids.new(),
                post=post,
                **version | {"replaced_at": datetime.fromisoformat(version["replaced_at"])},
            )
            for version in held["versions"]
        ]
    )
    File.objects.filter(post_id=-post.pk).update(post_id=post.pk, space_id=post.space_id)
    sealed.delete()
    recording.changed("PostRestored", by, post)
    return True


def let_go(now: datetime) -> int:
    """Drop for good what has been sealed long enough; an appeal that nobody has answered keeps it. Returns how many."""
    due = Sealed.objects.filter(until__lt=now).exclude(
        case__appealed_at__isnull=False, case__answered_at__isnull=True
    )
    with transaction.atomic():
        gone = list(due.select_for_update(of=("self",)).select_related("post", "case"))
        for sealed in gone:
            post_id, space_id = sealed.post_id, sealed.post.space_id
            by = Actor(person_id=sealed.case.decided_by_id or 0)
            files.remove_of_post(by=by, post_id=-post_id)
            sealed.delete()
            logbook.record(kind="SealedLetGo", actor_id=None, object_id=post_id, space_id=space_id)
    return len(gone)


def text_of(held: dict[str, Any]) -> str:
    """Sealed words as one plain text."""
    return "\n\n".join(part for part in (held["title"], held["source"], *held["parts"].values()) if part)


def _held(post: Post) -> dict[str, Any]:
    versions = Revision.objects.filter(post=post).order_by("id")
    return {
        **{name: getattr(post, name) for name in WORDS},
        "mentions": list(Mention.objects.filter(post=post).values_list("person_id", flat=True)),
        "versions": [
            {**version, "replaced_at": version["replaced_at"].isoformat()}
            for version in versions.values("title", "source", "html", "parts_html", "replaced_at")
        ],
    }
