"""Whom how-to pages concern, and what follows for them from what happened elsewhere."""

import re
from collections.abc import Sequence

from django.db.models import Q

from vloot.ground import ids
from vloot.logbook.models import Entry
from vloot.notices import acts as notices
from vloot.notices.acts import Note
from vloot.talk.guides import owners
from vloot.talk.guides.models import Guide, GuideQuestion, GuideVersion
from vloot.talk.posts import jobs as posts
from vloot.talk.spaces import readers

_ADDRESS = re.compile(r"/guides/(\d{1,19})/")


def tell_owner_due(entries: Sequence[Entry]) -> None:
    """Who looks after a page gets to know that its review day has come."""
    for guide in _guides(entries):
        notices.tell_many([_note("guide_due", guide, guide.owner_id, link=f"/guides/{guide.id}/review/")])


def tell_new_owner(entries: Sequence[Entry]) -> None:
    """To whom a page was handed over gets to know."""
    for entry, guide in _news(entries):
        owner_id = int(entry.details["owner_id"])
        notices.tell_many([_note("guide_yours", guide, owner_id, actor_id=entry.actor_id or 0)])


def tell_grown_from(entries: Sequence[Entry]) -> None:
    """Who asked, and whose answer it is, get to know that a how-to page grew from it."""
    for entry, guide in _news(entries):
        wrote = {post.author_id for post in (guide.question, guide.answer) if post and not post.removed_at}
        told = readers.among(guide.space_id, wrote)
        notices.tell_many(_note("guide_grown", guide, p, actor_id=entry.actor_id or 0) for p in told)


def tell_edited(entries: Sequence[Entry]) -> None:
    """Who looks after a page gets to know that somebody else changed it."""
    for entry, guide in _news(entries):
        link = f"/guides/{guide.id}/history/{entry.details['number']}/"
        notices.tell_many(
            [_note("guide_edited", guide, guide.owner_id, actor_id=entry.actor_id or 0, link=link)]
        )


def tell_helped(entries: Sequence[Entry]) -> None:
    """Who wrote a page gets to know whom it helped."""
    for entry, guide in _news(entries):
        writers = set(GuideVersion.objects.filter(guide=guide).values_list("author_id", flat=True))
        told = readers.among(guide.space_id, writers)
        notices.tell_many(_note("guide_helped", guide, p, actor_id=entry.actor_id or 0) for p in told)


def link_questions(entries: Sequence[Entry]) -> None:
    """A question that holds the address of a page of its own space, or of an open one, is about that page."""
    for post in posts.news(entries).values():
        named = [found for number in _ADDRESS.findall(post.source)[:20] if (found := ids.read(number))]
        open_or_same = Q(space_id=post.space_id) | Q(space__access="open")
        for guide in Guide.objects.filter(open_or_same, pk__in=named):
            GuideQuestion.objects.get_or_create(guide=guide, post=post)


def find_new_owners(entries: Sequence[Entry]) -> None:
    """Somebody left the company: the pages they looked after get another owner."""
    _tell_successors(owners.replace([entry.object_id for entry in entries]))


def find_owners_who_read(entries: Sequence[Entry]) -> None:
    """A space has changed who gets in, or a person where they are: no page stays with somebody who cannot read it."""
    for entry in entries:
        where = Q(space_id=entry.space_id) if entry.space_id else Q(owner_id=entry.object_id)
        _tell_successors(owners.replace_unfit(where))


def _tell_successors(guides: Sequence[Guide]) -> None:
    notices.tell_many(_note("guide_yours", guide, guide.owner_id) for guide in guides)


def _guides(entries: Sequence[Entry]) -> list[Guide]:
    wanted = [entry.object_id for entry in entries]
    return list(Guide.objects.filter(pk__in=wanted).order_by("pk"))


def _news(entries: Sequence[Entry]) -> list[tuple[Entry, Guide]]:
    wanted = {entry.object_id for entry in entries if entry.is_news}
    found = Guide.objects.select_related("space", "question", "answer").in_bulk(list(wanted))
    return [
        (entry, found[entry.object_id]) for entry in entries if entry.object_id in found and entry.is_news
    ]


def _note(kind: str, guide: Guide, person_id: int, *, actor_id: int = 0, link: str = "") -> Note:
    return Note(
        person_id=person_id,
        kind=kind,
        object_id=guide.id,
        actor_id=actor_id,
        link=link or f"/guides/{guide.id}/",
        title=guide.title,
        space_id=guide.space_id,
    )
