"""Announcing, and saying that one has read it."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from vloot.company.switches import rules as switches
from vloot.ground import clock
from vloot.ground.errors import NotFound, Refused, require
from vloot.people.actor import Actor
from vloot.talk.announcements import rules
from vloot.talk.announcements.models import Announcement, Confirmation
from vloot.talk.posts import acts as posts
from vloot.talk.posts import recording
from vloot.talk.posts.acts import PostDraft
from vloot.talk.posts.models import Post
from vloot.talk.spaces.reads import readable_among

USUAL = timedelta(days=14)


class AnnouncementDraft(msgspec.Struct, frozen=True, kw_only=True):
    """An announcement to make; without an end it stands on top for two weeks."""

    space_id: int
    author_id: int
    title: str
    body: str
    ends_at: datetime | None = None
    asks: bool = False
    is_for_all: bool = False
    files: tuple[int, ...] = ()
    at: datetime | None = None
    external_key: str | None = None


def announce(*, by: Actor, draft: AnnouncementDraft) -> Post:
    """Announce something. Refused to all but hosts and administrators, without a title, and with an end that is none."""
    return announce_many(by=by, drafts=[draft])[0]


def announce_many(*, by: Actor, drafts: Sequence[AnnouncementDraft]) -> list[Post]:
    """Announce; a known external key gives the announcement that is there already."""
    switches.require_on(rules.ROOM, by)
    places = readable_among(by, {draft.space_id for draft in drafts})
    for draft in drafts:
        if draft.space_id not in places:
            raise NotFound
        require(rules.may_announce(by, places[draft.space_id]))
        if draft.is_for_all:
            require(rules.may_announce_to_all(by, places[draft.space_id]))
        if not draft.title.strip():
            raise Refused("no_title", _("Say in one line what this is about."), "title")
        if draft.ends_at and not by.is_importer:
            require(rules.may_stand_until(draft.ends_at))
    with transaction.atomic():
        made = posts.place_many(by=by, drafts=[_as_post(draft) for draft in drafts])
        known = set(Announcement.objects.filter(post__in=made).values_list("post_id", flat=True))
        # What was removed here stays so, also when its import runs again.
        fresh = {
            post.id: draft
            for draft, post in zip(drafts, made, strict=True)
            if post.id not in known and not post.removed_at
        }
        Announcement.objects.bulk_create(
            [
                Announcement(
                    post_id=post_id,
                    ends_at=draft.ends_at or (draft.at or clock.now()) + USUAL,
                    asks=draft.asks,
                    is_for_all=draft.is_for_all,
                )
                for post_id, draft in fresh.items()
            ]
        )
    return made


def lower(*, by: Actor, announcement: Post) -> None:
    """Take an announcement off the top of home before its end; it stays where it was written. Refused to all but writer and hosts."""
    found = _get(announcement)
    require(rules.may_lower(by, found))
    found.ends_at = clock.now()
    with transaction.atomic():
        found.save(update_fields=["ends_at"])
        recording.changed("AnnouncementLowered", by, announcement)


def confirm(*, by: Actor, announcement: Post) -> None:
    """ "I have read this": for oneself, once. Refused where nothing asks for it. Nobody is told, and nothing is logged."""
    found = _get(announcement)
    require(rules.may_confirm(by, found))
    Confirmation.objects.get_or_create(
        announcement=found, person_id=by.person_id, defaults={"id": uuid.uuid4()}
    )


def confirm_many(*, by: Actor, announcement: Post, person_ids: Sequence[int]) -> None:
    """Note down what several people said elsewhere. Refused to all but an importer."""
    if not by.is_importer:
        raise Refused("not_you", _("Everybody says for themselves that they have read it."))
    found = _get(announcement)
    Confirmation.objects.bulk_create(
        [Confirmation(id=uuid.uuid4(), announcement=found, person_id=person) for person in person_ids],
        ignore_conflicts=True,
    )


def _get(post: Post) -> Announcement:
    found = Announcement.objects.filter(pk=post.pk).select_related("post", "post__space").first()
    if found is None:
        raise NotFound
    return found


def _as_post(draft: AnnouncementDraft) -> PostDraft:
    return PostDraft(
        kind=Post.ANNOUNCEMENT,
        space_id=draft.space_id,
        author_id=draft.author_id,
        title=draft.title,
        body=draft.body,
        files=draft.files,
        at=draft.at,
        external_key=draft.external_key,
    )
