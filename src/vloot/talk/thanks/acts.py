"""Thanking."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec
from django.db import transaction

from vloot.ground import live
from vloot.ground.errors import NotFound, require
from vloot.logbook import acts as logbook
from vloot.logbook.acts import Happening
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.posts import acts as posts
from vloot.talk.posts.acts import PostDraft
from vloot.talk.posts.models import Post
from vloot.talk.spaces import rules as spaces
from vloot.talk.spaces.models import Space
from vloot.talk.spaces.reads import shared_person_ids
from vloot.talk.thanks import reads, rules
from vloot.talk.thanks.models import Appreciation, ThanksTo


class ThanksDraft(msgspec.Struct, frozen=True, kw_only=True):
    """Thanks to give: to whom, and what for."""

    space_id: int
    author_id: int
    to: Sequence[int]
    reason: str
    files: tuple[int, ...] = ()
    at: datetime | None = None
    external_key: str | None = None


class AppreciationDraft(msgspec.Struct, frozen=True, kw_only=True):
    """That a person appreciates a post, now or at `at`."""

    post_id: int
    person_id: int
    emoji: str = ""
    at: datetime | None = None


class GreetingDraft(msgspec.Struct, frozen=True, kw_only=True):
    """That a person was glad of another's joining a space; only other programs know such a thing."""

    space_id: int
    person_id: int
    greeted_id: int
    at: datetime


def give(
    *,
    by: Actor,
    space: Space,
    to: Sequence[int],
    reason: str,
    files: Sequence[int] = (),
    external_key: str | None = None,
) -> Post:
    """Thank people by name, for a reason, where others read it. Refused without anybody, to oneself, and without a reason."""
    draft = ThanksDraft(
        space_id=space.id,
        author_id=by.person_id,
        to=to,
        reason=reason,
        files=tuple(files),
        external_key=external_key,
    )
    return give_many(by=by, drafts=[draft])[0]


def give_many(*, by: Actor, drafts: Sequence[ThanksDraft]) -> list[Post]:
    """Thank people; a known external key gives the thanks that are there already."""
    for draft in drafts:
        require(rules.may_thank(draft.author_id, list(draft.to)))
    if {person for draft in drafts for person in draft.to} - _known(by, drafts):
        raise NotFound
    with transaction.atomic():
        made = posts.place_many(by=by, drafts=[_as_post(draft) for draft in drafts])
        ThanksTo.objects.bulk_create(
            [
                ThanksTo(post=post, person_id=person)
                for draft, post in zip(drafts, made, strict=True)
                for person in dict.fromkeys(draft.to)
            ],
            ignore_conflicts=True,
        )
    return made


def appreciate(*, by: Actor, post: Post) -> None:
    """Let the writer of a post know, by name, that it did good. Refused for one's own."""
    appreciate_many(by=by, drafts=[AppreciationDraft(post_id=post.id, person_id=by.person_id)])


def appreciate_many(*, by: Actor, drafts: Sequence[AppreciationDraft]) -> int:
    """Appreciate posts; once is enough. Returns how many were new.

    What another program brought may be for one's own post; here nobody appreciates themselves.
    """
    require(spaces.may_write_as(by, {draft.person_id for draft in drafts}))
    wanted = {draft.post_id for draft in drafts}
    found = Post.objects.filter(rules.visible(by)).in_bulk(list(wanted))
    if wanted - found.keys():
        raise NotFound
    if not by.is_importer:
        for post in found.values():
            require(rules.may_appreciate(by, post))
    known = set(Appreciation.objects.filter(post_id__in=wanted).values_list("post_id", "person_id", "emoji"))
    fresh = {
        (d.post_id, d.person_id, d.emoji): d for d in drafts if (d.post_id, d.person_id, d.emoji) not in known
    }
    with transaction.atomic():
        Appreciation.objects.bulk_create(
            [Appreciation(post_id=d.post_id, person_id=d.person_id, emoji=d.emoji) for d in fresh.values()],
            ignore_conflicts=True,
            batch_size=1000,
        )
        logbook.record_many(_happening("PostAppreciated", by, found[d.post_id], d) for d in fresh.values())
        if not by.is_importer:
            _announce(found.values())
    return len(fresh)


def greet_many(*, by: Actor, drafts: Sequence[GreetingDraft]) -> int:
    """Keep that people were glad of others' joining: there is no post to put it on, so the logbook has it. Returns how many were new."""
    require(spaces.may_write_as(by, {draft.person_id for draft in drafts}))
    known = reads.greetings_of({draft.greeted_id for draft in drafts})
    wanted = {(draft.person_id, draft.greeted_id, draft.space_id): draft for draft in drafts}
    fresh = [draft for key, draft in wanted.items() if key not in known]
    logbook.record_many(
        Happening(
            kind="PersonGreeted",
            actor_id=draft.person_id,
            object_id=draft.greeted_id,
            space_id=draft.space_id,
            origin=by.origin,
            at=draft.at,
        )
        for draft in fresh
    )
    return len(fresh)


def withdraw(*, by: Actor, post: Post) -> None:
    """Take an appreciation back."""
    with transaction.atomic():
        if Appreciation.objects.filter(post=post, person_id=by.person_id).delete()[0]:
            draft = AppreciationDraft(post_id=post.id, person_id=by.person_id)
            logbook.record_many([_happening("AppreciationWithdrawn", by, post, draft)])
            _announce([post])


def _known(by: Actor, drafts: Sequence[ThanksDraft]) -> set[int]:
    """Those who exist; a guest knows only whom they share a space with."""
    found = set(people.cards({person for draft in drafts for person in draft.to}))
    return found & shared_person_ids(by) if by.is_guest else found


def _as_post(draft: ThanksDraft) -> PostDraft:
    return PostDraft(
        kind=Post.THANKS,
        space_id=draft.space_id,
        author_id=draft.author_id,
        body=draft.reason,
        files=draft.files,
        at=draft.at,
        external_key=draft.external_key,
    )


def _happening(kind: str, by: Actor, post: Post, draft: AppreciationDraft) -> Happening:
    return Happening(
        kind=kind,
        actor_id=draft.person_id,
        object_id=post.id,
        space_id=post.space_id,
        origin=by.origin,
        details={"author_id": post.author_id},
        at=draft.at,
    )


def _announce(found: Iterable[Post]) -> None:
    for post in found:
        live.announce("changed", space_id=post.space_id, object_id=post.thread_id)
