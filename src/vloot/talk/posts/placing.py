"""Putting posts of any kind into the world: the one way in, for one post or for a hundred thousand."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _

from vloot.ground import ids, live, text
from vloot.ground.errors import NotFound, Refused, require
from vloot.ground.text import Body
from vloot.logbook import acts as logbook
from vloot.logbook.acts import Happening
from vloot.people import pace
from vloot.people.actor import Actor
from vloot.talk.files import acts as files
from vloot.talk.posts import rules
from vloot.talk.posts.models import Mention, Post, PostTag
from vloot.talk.posts.naming import Naming
from vloot.talk.spaces import rules as spaces
from vloot.talk.spaces.reads import readable_among

LOGGED_AS = {
    Post.UPDATE: "Posted",
    Post.QUESTION: "Asked",
    Post.THANKS: "ThanksGiven",
    Post.POLL: "PollOpened",
    Post.ANNOUNCEMENT: "Announced",
    Post.EVENT: "EventPlanned",
    Post.ANSWER: "Answered",
    Post.COMMENT: "Commented",
}
LONGEST_TITLE = 200


class PostDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A post to place. Heads have no `parent_id`; a reply's space follows from its parent.

    `external_key` makes placing it twice harmless; `at` and `edited_at` are for what was written in the past.
    """

    kind: str
    space_id: int
    author_id: int
    body: str
    title: str = ""
    parts: Mapping[str, str] = {}
    parent_id: int | None = None
    files: tuple[int, ...] = ()
    at: datetime | None = None
    edited_at: datetime | None = None
    external_key: str | None = None


class _Parsed(NamedTuple):
    draft: PostDraft
    body: Body
    parts: dict[str, Body]


def place_many(*, by: Actor, drafts: Sequence[PostDraft]) -> list[Post]:
    """Place posts, each logged as its kind. A known external key gives the post that is there already.

    Raises Refused for the first draft that a rule refuses, and then places none; NotFound for a space or parent the actor may not see.
    """
    require(spaces.may_write_as(by, {draft.author_id for draft in drafts}))
    keys = [draft.external_key or index for index, draft in enumerate(drafts)]
    placed = _placed([key for key in keys if isinstance(key, str)])
    wanted = {key: draft for key, draft in zip(keys, drafts, strict=True) if key not in placed}
    fresh = list(wanted.values())
    heads = _heads_above(by, fresh)
    _require_places(by, fresh, heads)
    naming = Naming(by)
    parsed = [_parse(draft, naming) for draft in fresh]
    made = [_row(by, item, heads) for item in parsed]
    for limit, some in (
        (rules.HEADS, [d for d in fresh if not d.parent_id]),
        (rules.REPLIES, [d for d in fresh if d.parent_id]),
    ):
        if some:
            pace.keep(by, limit, cost=len(some))
    with transaction.atomic():
        Post.objects.bulk_create(made, batch_size=1000)
        _attach(by, parsed, made, naming)
        _count_replies(made)
        logbook.record_many(_happening(by, post, heads) for post in made)
        _announce(by, made)
    placed.update(zip(wanted, made, strict=True))
    return [placed[key] for key in keys]


def _placed(keys: Sequence[str]) -> dict[str | int, Post]:
    if not keys:
        return {}
    return {str(post.external_key): post for post in Post.objects.filter(external_key__in=keys)}


def tags_of(bodies: Iterable[Body]) -> list[str]:
    """All tags of some bodies, each once, alphabetically."""
    return sorted({tag for body in bodies for tag in body.tags})


def names_of(bodies: Iterable[Body]) -> tuple[str, ...]:
    """All names after "@" of some bodies, each once."""
    return tuple(sorted({name for body in bodies for name in body.names}))


def require_title(kind: str, title: str) -> None:
    """A question has a title; any title fits one line."""
    if kind == Post.QUESTION and len(title.strip()) < 5:
        raise Refused(
            "no_title", _("Put your question in one line, so that others see what it is about."), "title"
        )
    if len(title.strip()) > LONGEST_TITLE:
        raise Refused("title_too_long", _("Make this line shorter: at most 200 characters."), "title")


def may_be_empty(kind: str, has_more: bool) -> bool:
    """Whether the body of this kind may be empty: a question's title says it, and so do files."""
    return kind in (Post.QUESTION, Post.POLL, Post.EVENT) or has_more


def _heads_above(by: Actor, drafts: Sequence[PostDraft]) -> dict[int, Post]:
    """The head of each reply's thread, by the id of the reply's parent."""
    wanted = {draft.parent_id for draft in drafts if draft.parent_id}
    if not wanted:
        return {}
    found = Post.objects.filter(rules.visible(by), id__in=wanted).select_related(
        "space", "root", "root__space"
    )
    heads = {post.id: post.root or post for post in found}
    if wanted - heads.keys():
        raise NotFound
    return heads


def _require_places(by: Actor, drafts: Sequence[PostDraft], heads: Mapping[int, Post]) -> None:
    wanted = {draft.space_id for draft in drafts if not draft.parent_id}
    places = readable_among(by, wanted)
    if wanted - places.keys():
        raise NotFound
    for space in places.values():
        require(spaces.may_write_in(by, space))
    for head in {head.id: head for head in heads.values()}.values():
        require(rules.may_reply(by, head))


def _parse(draft: PostDraft, naming: Naming) -> _Parsed:
    require_title(draft.kind, draft.title)
    body = text.parse(
        draft.body,
        resolve=naming.addresses,
        may_be_empty=may_be_empty(draft.kind, bool(draft.files or draft.parts)),
    )
    parts = {n: text.parse(part, resolve=naming.addresses) for n, part in draft.parts.items() if part.strip()}
    return _Parsed(draft, body, parts)


def _row(by: Actor, item: _Parsed, heads: Mapping[int, Post]) -> Post:
    draft, body, parts = item
    head = heads[draft.parent_id] if draft.parent_id else None
    return Post(
        id=ids.new(draft.at),
        kind=draft.kind,
        space_id=head.space_id if head else draft.space_id,
        author_id=draft.author_id,
        root_id=head.id if head else None,
        parent_id=draft.parent_id,
        title=draft.title.strip(),
        source=body.source,
        html=body.html,
        parts={name: part.source for name, part in parts.items()},
        parts_html={name: part.html for name, part in parts.items()},
        language=body.language or next((part.language for part in parts.values() if part.language), ""),
        tags=tags_of([body, *parts.values()]),
        edited_at=draft.edited_at,
        origin=by.origin,
        external_key=draft.external_key,
    )


def _attach(by: Actor, parsed: Sequence[_Parsed], made: Sequence[Post], naming: Naming) -> None:
    PostTag.objects.bulk_create(
        [PostTag(post=post, tag=tag) for post in made if not post.root_id for tag in post.tags],
        batch_size=1000,
    )
    mentions = []
    for item, post in zip(parsed, made, strict=True):
        names = names_of([item.body, *item.parts.values()])
        mentions += [
            Mention(post=post, person_id=person) for person in naming.persons(names) - {post.author_id}
        ]
        files.claim(by=by, file_ids=item.draft.files, post_id=post.id, space_id=post.space_id)
    Mention.objects.bulk_create(mentions, batch_size=1000)


def _count_replies(made: Sequence[Post]) -> None:
    last: dict[int, int] = {}
    count: dict[int, int] = {}
    for post in made:
        if post.root_id:
            last[post.root_id] = max(post.id, last.get(post.root_id, 0))
            count[post.root_id] = count.get(post.root_id, 0) + 1
    for root_id, newest in sorted(last.items()):
        Post.objects.filter(id=root_id).update(
            reply_count=F("reply_count") + count[root_id], last_reply_id=Greatest(F("last_reply_id"), newest)
        )


def _happening(by: Actor, post: Post, heads: Mapping[int, Post]) -> Happening:
    details = {"thread_id": post.root_id, "parent_id": post.parent_id} if post.root_id else {}
    return Happening(
        kind=LOGGED_AS[post.kind],
        actor_id=post.author_id,
        object_id=post.id,
        space_id=post.space_id,
        origin=by.origin,
        details=details,
        at=ids.moment(post.id),
    )


def _announce(by: Actor, made: Sequence[Post]) -> None:
    if by.is_importer:
        return
    for post in made:
        live.announce("reply" if post.root_id else "post", space_id=post.space_id, object_id=post.thread_id)
