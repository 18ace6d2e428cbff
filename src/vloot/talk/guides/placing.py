"""Putting how-to pages into the world, and a new version on top of the last."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from vloot.company.switches import rules as switches
from vloot.ground import clock, ids, text
from vloot.ground.errors import NotFound, Refused, require
from vloot.ground.text import Body
from vloot.logbook import acts as logbook
from vloot.logbook.acts import Happening
from vloot.people.actor import Actor
from vloot.talk.files import acts as files
from vloot.talk.guides import engine, rules
from vloot.talk.guides.models import Guide, GuideVersion
from vloot.talk.posts import rules as posts
from vloot.talk.posts.models import Post
from vloot.talk.posts.naming import Naming
from vloot.talk.spaces import rules as spaces
from vloot.talk.spaces.models import Space
from vloot.talk.spaces.reads import readable_among

NOBODY = Actor(person_id=0, origin="care", is_importer=True)


class Wording(msgspec.Struct, frozen=True):
    """What a page says; `note` tells in a few words what was changed."""

    title: str
    body: str
    note: str = ""


class GuideDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A page to place; its author looks after it. `external_key` makes placing it twice harmless."""

    space_id: int
    author_id: int
    wording: Wording
    question_id: int | None = None
    answer_id: int | None = None
    months: int = rules.MONTHS
    files: tuple[int, ...] = ()
    at: datetime | None = None
    external_key: str | None = None


class Parsed(NamedTuple):
    """A wording, read."""

    title: str
    body: Body


def write_many(*, by: Actor, drafts: Sequence[GuideDraft]) -> list[Guide]:
    """Place pages. A known external key gives the page that is there already.

    Raises Refused for the first draft that a rule refuses, and then places none; NotFound for a space or question the actor may not see.
    """
    switches.require_on(rules.ROOM, by)
    require(spaces.may_write_as(by, {draft.author_id for draft in drafts}))
    places = readable_among(by, {draft.space_id for draft in drafts})
    keys = [draft.external_key for draft in drafts if draft.external_key]
    known = {guide.external_key: guide for guide in Guide.objects.filter(external_key__in=keys)}
    made = []
    with transaction.atomic():
        for draft in drafts:
            found = known.get(draft.external_key) if draft.external_key else None
            guide = found or _place(by, draft, places.get(draft.space_id))
            if draft.external_key:
                known[draft.external_key] = guide
            made.append(guide)
    return made


def parse(by: Actor, wording: Wording) -> Parsed:
    """A wording as it can be kept. Raises Refused without a title or text, and for more than fits."""
    title = text.line(wording.title)
    if len(title) < 5:
        raise Refused("no_title", _("Say in one line what one learns to do here."), "title")
    if len(title) > 200:
        raise Refused("title_too_long", _("Make this line shorter: at most 200 characters."), "title")
    if len(wording.note) > 200:
        raise Refused("note_too_long", _("Say in at most 200 characters what you changed."), "note")
    return Parsed(title, text.parse(wording.body, resolve=Naming(by).addresses))


def hold(guide: Guide) -> None:
    """Lock a page and see it as it is: what others did to it meanwhile stays. Raises NotFound when it is gone."""
    try:
        guide.refresh_from_db(from_queryset=Guide.objects.select_for_update())
    except Guide.DoesNotExist as error:
        raise NotFound from error


def save_version(guide: Guide, author_id: int, parsed: Parsed, note: str = "") -> None:
    """Put a version on top, in the caller's transaction; the page itself is saved by the caller."""
    guide.number += 1
    say(guide, parsed)
    _keep(guide, author_id, note)


def look_again_later(guide: Guide, months: int) -> None:
    """Let the review day be that many months from today."""
    guide.review_months = months
    guide.review_on = engine.months_later(clock.now().date(), months)
    guide.called_on = None


def version(guide: Guide, number: int) -> GuideVersion:
    """One version of a page. Raises NotFound."""
    found = GuideVersion.objects.filter(guide=guide, number=number).first()
    if found is None:
        raise NotFound
    return found


def say(guide: Guide, parsed: Parsed) -> None:
    """Let a page be what this wording says, without saving it."""
    guide.title, guide.sort_key = parsed.title, text.sort_key(parsed.title)
    guide.source, guide.html = parsed.body.source, parsed.body.html
    guide.language, guide.tags = parsed.body.language, list(parsed.body.tags)


def _place(by: Actor, draft: GuideDraft, space: Space | None) -> Guide:
    if space is None:
        raise NotFound
    require(rules.may_write(by, space))
    require(rules.may_review_in(draft.months))
    question, answer = _grown_from(by, draft, space)
    parsed = parse(by, draft.wording)
    made_id = ids.new(draft.at)
    guide = Guide(
        id=made_id,
        newest_id=made_id,
        space=space,
        owner_id=draft.author_id,
        question=question,
        answer=answer,
        review_months=draft.months,
        review_on=engine.months_later(ids.moment(made_id).date(), draft.months),
        external_key=draft.external_key,
    )
    say(guide, parsed)
    guide.save(force_insert=True)
    _keep(guide, draft.author_id, draft.wording.note, version_id=made_id)
    files.claim(by=by, file_ids=draft.files, post_id=guide.id, space_id=space.id)
    happening = Happening(
        kind="GuideWritten",
        actor_id=draft.author_id,
        object_id=guide.id,
        space_id=space.id,
        origin=by.origin,
        details={"question_id": question.id, "answer_id": answer.id if answer else None} if question else {},
        at=draft.at,
    )
    logbook.record_many([happening])
    return guide


def _grown_from(by: Actor, draft: GuideDraft, space: Space) -> tuple[Post | None, Post | None]:
    if draft.question_id is None:
        return None, None
    readable = Post.objects.filter(posts.visible(by), removed_at=None)
    question = readable.filter(pk=draft.question_id).first()
    if question is None:
        raise NotFound
    require(rules.may_grow_from(question, space))
    answer = readable.filter(pk=draft.answer_id or 0, root=question, kind=Post.ANSWER).first()
    return question, answer


def _keep(guide: Guide, author_id: int, note: str, version_id: int | None = None) -> None:
    guide.newest_id = version_id or ids.new()
    GuideVersion.objects.create(
        id=guide.newest_id,
        guide=guide,
        number=guide.number,
        author_id=author_id,
        title=guide.title,
        source=guide.source,
        note=text.line(note),
    )
