"""Opening polls and choosing."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from vloot.company.switches import rules as switches
from vloot.ground import clock, ids
from vloot.ground.errors import NotFound, Refused, require
from vloot.people.actor import Actor
from vloot.talk.polls import counting, rules
from vloot.talk.polls.models import Choice, Poll, Vote
from vloot.talk.posts import acts as posts
from vloot.talk.posts import recording
from vloot.talk.posts.acts import PostDraft
from vloot.talk.posts.models import Post
from vloot.talk.spaces import readers
from vloot.urn import acts as urn


class PollDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A poll to open."""

    space_id: int
    author_id: int
    title: str
    choices: Sequence[str]
    body: str = ""
    closes_at: datetime | None = None
    is_multiple: bool = False
    is_hidden: bool = False
    is_secret: bool = False
    files: tuple[int, ...] = ()
    at: datetime | None = None
    external_key: str | None = None


def open(*, by: Actor, draft: PollDraft) -> Post:
    """Open a poll. Refused without a question, with fewer than two choices, or hidden without an end."""
    return open_many(by=by, drafts=[draft])[0]


def open_many(*, by: Actor, drafts: Sequence[PollDraft]) -> list[Post]:
    """Open polls; a known external key gives the poll that is there already. A secret one takes most of a second, for its key."""
    switches.require_on(rules.ROOM, by)
    for draft in drafts:
        if not draft.title.strip():
            raise Refused("no_title", _("What do you want to know? Put it in one line."), "title")
        if not by.is_importer:
            require(rules.may_ask_for(_choices(draft), draft.closes_at, is_hidden=draft.is_hidden))
        if draft.is_secret:
            many = len(readers.everybody(draft.space_id))
            require(rules.may_be_secret(many, draft.closes_at, is_import=by.is_importer))
    with transaction.atomic():
        made = posts.place_many(by=by, drafts=[_as_post(draft) for draft in drafts])
        known = set(Poll.objects.filter(post__in=made).values_list("post_id", flat=True))
        for draft, post in zip(drafts, made, strict=True):
            if post.id not in known:
                known.add(post.id)
                _place(by, draft, post)
    return made


def vote(*, by: Actor, poll: Post, choice_ids: Sequence[int]) -> None:
    """Choose, or choose again, under one's own name. Refused when the poll is closed."""
    found = _get(poll)
    require(rules.may_vote(by, found))
    wanted = set(choice_ids)
    if wanted - set(found.choices.values_list("id", flat=True)):
        raise NotFound
    if len(wanted) > 1 and not found.is_multiple:
        raise Refused("one_choice", _("Choose one."), "choice")
    with transaction.atomic():
        Poll.objects.select_for_update().get(pk=found.pk)
        Vote.objects.filter(choice__poll=found, person_id=by.person_id).delete()
        Vote.objects.bulk_create([Vote(choice_id=choice, person_id=by.person_id) for choice in wanted])
        recording.changed("PollVoted", by, poll)


# law: act-by because a ballot has no actor: that is the secret
def cast(*, box_id: int, group: str, prepared: bytes, signature: bytes, content: Mapping[str, Any]) -> None:
    """Cast a ballot of a secret poll with a token of its box; `content` is {"choice": ["id", …]}. Final."""
    chosen = _ballot(box_id, content)
    urn.cast(box_id=box_id, group=group, prepared=prepared, signature=signature, content=chosen)


def close(*, by: Actor, poll: Post) -> None:
    """Close a poll before its end. Refused to all but who opened it and the hosts. A secret one is counted, and its ballots burn."""
    found = _get(poll)
    require(rules.may_close(by, found))
    with transaction.atomic():
        if found.box is not None:
            counting.count(by, found, found.box)
        found.closed_at = clock.now()
        found.save(update_fields=["closed_at"])
        recording.changed("PollClosed", by, poll)


def _place(by: Actor, draft: PollDraft, post: Post) -> None:
    box = None
    if draft.is_secret:
        rosters = {counting.ALL: readers.everybody(draft.space_id)}
        box = urn.open_box(by=by, rosters=rosters, closes_at=draft.closes_at)
    poll = Poll.objects.create(
        post=post,
        closes_at=draft.closes_at,
        is_multiple=draft.is_multiple,
        is_hidden=draft.is_hidden or draft.is_secret,
        box=box,
    )
    Choice.objects.bulk_create(
        [Choice(id=ids.new(), poll=poll, position=n, text=t) for n, t in enumerate(_choices(draft))]
    )


def _ballot(box_id: int, content: Mapping[str, Any]) -> dict[str, list[int]]:
    """The ballot as it is kept, whoever wrote it. Raises NotFound without such a poll, and Refused for what is no vote in it."""
    found = Poll.objects.filter(box_id=box_id).select_related("post", "post__space").first()
    if found is None:
        raise NotFound
    require(rules.may_cast(found))
    sent = content.get("choice") if content.keys() == {"choice"} else None
    words = [word for word in sent if isinstance(word, str)] if isinstance(sent, list) else []
    chosen = sorted({ids.read(word) or 0 for word in words})
    require(
        rules.may_choose(chosen, found.choices.values_list("id", flat=True), is_multiple=found.is_multiple)
    )
    return {"choice": chosen}


def _get(post: Post) -> Poll:
    found = Poll.objects.filter(pk=post.pk).select_related("post", "post__space", "box").first()
    if found is None:
        raise NotFound
    return found


def _choices(draft: PollDraft) -> list[str]:
    return [choice.strip() for choice in draft.choices if choice.strip()]


def _as_post(draft: PollDraft) -> PostDraft:
    return PostDraft(
        kind=Post.POLL,
        space_id=draft.space_id,
        author_id=draft.author_id,
        title=draft.title,
        body=draft.body,
        files=draft.files,
        at=draft.at,
        external_key=draft.external_key,
    )
