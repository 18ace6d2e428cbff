"""What people do with posts."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground import clock, ids, text
from vloot.ground.errors import Refused, require
from vloot.people import pace
from vloot.people.actor import Actor
from vloot.talk.files import acts as files
from vloot.talk.files import reads as attached
from vloot.talk.posts import emptying, placing, recording, rules
from vloot.talk.posts.models import Mention, Post, PostTag, Revision
from vloot.talk.posts.naming import Naming
from vloot.talk.posts.placing import PostDraft, place_many
from vloot.talk.spaces.models import Space

__all__ = [
    "PostDraft", "close", "comment", "edit", "pin", "place_many", "remove", "reopen", "unpin", "write",
]  # fmt: skip


def write(
    *,
    by: Actor,
    space: Space,
    body: str,
    title: str = "",
    files: Sequence[int] = (),
    external_key: str | None = None,
) -> Post:
    """Write an update in a space; a known key gives the one that is there. Refused where the actor may not write, or empty."""
    draft = PostDraft(
        kind=Post.UPDATE,
        space_id=space.id,
        author_id=by.person_id,
        body=body,
        title=title,
        files=tuple(files),
        external_key=external_key,
    )
    return place_many(by=by, drafts=[draft])[0]


def comment(
    *, by: Actor, under: Post, body: str, files: Sequence[int] = (), external_key: str | None = None
) -> Post:
    """Comment on a post; a known key gives the one that is there. Refused in a closed thread and where the actor may not write."""
    draft = PostDraft(
        kind=Post.COMMENT,
        space_id=under.space_id,
        author_id=by.person_id,
        body=body,
        parent_id=under.id,
        files=tuple(files),
        external_key=external_key,
    )
    return place_many(by=by, drafts=[draft])[0]


def edit(
    *, by: Actor, post: Post, body: str, title: str = "", parts: Mapping[str, str] | None = None
) -> None:
    """Say it differently; what was said before stays readable. Refused to all but who wrote it."""
    require(rules.may_edit(by, post))
    pace.keep(by, rules.EDITS)
    has_more = bool(parts) or bool(attached.of_posts([post.id]))
    naming = Naming(by)
    new = text.parse(body, resolve=naming.addresses, may_be_empty=placing.may_be_empty(post.kind, has_more))
    new_parts = {n: text.parse(p, resolve=naming.addresses) for n, p in (parts or {}).items() if p.strip()}
    placing.require_title(post.kind, title)
    with transaction.atomic():
        _hold(post)
        sources = {name: part.source for name, part in new_parts.items()}
        if (new.source, title.strip(), sources) == (post.source, post.title, post.parts):
            return
        _keep_version(post)
        post.title, post.source, post.html, post.language = title.strip(), new.source, new.html, new.language
        post.parts, post.parts_html = sources, {name: part.html for name, part in new_parts.items()}
        post.tags, post.edited_at = placing.tags_of([new, *new_parts.values()]), clock.now()
        post.save(update_fields=[*emptying.WORDS, "edited_at"])
        _refer_anew(post, naming.persons(placing.names_of([new, *new_parts.values()])))
        recording.changed("PostEdited", by, post)


def remove(*, by: Actor, post: Post) -> None:
    """Take away what a post said, with its files and former versions; a tombstone stays. Refused to all but writer and hosts."""
    require(rules.may_remove(by, post))
    with transaction.atomic():
        _hold(post)
        emptying.empty(Post.objects.filter(pk=post.pk))
        post.refresh_from_db()
        files.remove_of_post(by=by, post_id=post.id)
        recording.changed("PostRemoved", by, post)


def pin(*, by: Actor, post: Post) -> None:
    """Keep a thread on top of its space. Refused to all but the hosts."""
    require(rules.may_pin(by, post))
    _set_pin(by, post, "PostPinned", is_pinned=True)


def unpin(*, by: Actor, post: Post) -> None:
    """Let a thread take its place in time again. Refused to all but the hosts."""
    require(rules.may_pin(by, post))
    _set_pin(by, post, "PostUnpinned", is_pinned=False)


def close(*, by: Actor, thread: Post, reason: str) -> None:
    """End a thread for a reason that everybody reads. Refused without a reason, and to leaders under their own posts."""
    require(rules.may_close(by, thread))
    if thread.closed_at:
        return
    words = reason.strip()
    if not 3 <= len(words) <= 200:
        raise Refused("no_reason", _("Say in at most 200 characters why this thread is closed."), "reason")
    with transaction.atomic():
        thread.closed_at, thread.closed_reason = clock.now(), words
        thread.closed_by_id = None if by.is_importer else by.person_id
        thread.save(update_fields=["closed_at", "closed_by", "closed_reason"])
        recording.changed("ThreadClosed", by, thread)


def reopen(*, by: Actor, thread: Post) -> None:
    """Let a closed thread go on."""
    require(rules.may_reopen(by, thread))
    if not thread.closed_at:
        return
    with transaction.atomic():
        thread.closed_at, thread.closed_by, thread.closed_reason = None, None, ""
        thread.save(update_fields=["closed_at", "closed_by", "closed_reason"])
        recording.changed("ThreadReopened", by, thread)


def _hold(post: Post) -> None:
    """Lock a post and see it as it is: what others did to it meanwhile stays."""
    post.refresh_from_db(from_queryset=Post.objects.select_for_update())


def _keep_version(post: Post) -> None:
    Revision.objects.create(
        id=ids.new(),
        post=post,
        title=post.title,
        source=post.source,
        html=post.html,
        parts_html=post.parts_html,
        replaced_at=clock.now(),
    )


def _refer_anew(post: Post, named: set[int]) -> None:
    """Let the tags and names of a post be those it has now."""
    PostTag.objects.filter(post=post).delete()
    if not post.root_id:
        PostTag.objects.bulk_create([PostTag(post=post, tag=tag) for tag in post.tags])
    named = named - {post.author_id}
    Mention.objects.filter(post=post).exclude(person_id__in=named).delete()
    Mention.objects.bulk_create([Mention(post=post, person_id=p) for p in named], ignore_conflicts=True)


def _set_pin(by: Actor, post: Post, kind: str, *, is_pinned: bool) -> None:
    if bool(post.pinned_at) == is_pinned:
        return
    post.pinned_at = clock.now() if is_pinned else None
    with transaction.atomic():
        post.save(update_fields=["pinned_at"])
        recording.changed(kind, by, post)
