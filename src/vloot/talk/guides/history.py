"""All a how-to page ever said, and what each version changed. Ask `reads.get` for the page first: it knows who may read it."""

from datetime import datetime

import msgspec

from vloot.ground import ids
from vloot.ground.errors import NotFound
from vloot.people import reads as people
from vloot.people.reads import PersonCard
from vloot.talk.guides import engine
from vloot.talk.guides.engine import DiffLine
from vloot.talk.guides.models import Guide, GuideVersion


class VersionLine(msgspec.Struct, frozen=True, kw_only=True):
    """A version in the history."""

    number: int
    author: PersonCard
    at: datetime
    note: str
    title: str


def versions(guide: Guide) -> list[VersionLine]:
    """All versions of a page, the newest first."""
    found = list(GuideVersion.objects.filter(guide=guide).order_by("-number"))
    persons = people.cards({version.author_id for version in found})
    return [
        VersionLine(
            number=version.number,
            author=persons[version.author_id],
            at=ids.moment(version.id),
            note=version.note,
            title=version.title,
        )
        for version in found
    ]


def changes(guide: Guide, number: int) -> list[DiffLine]:
    """What a version changed from the one before it; the whole text for the first. Raises NotFound."""
    found = GuideVersion.objects.filter(guide=guide, number__lte=number).order_by("-number")[:2]
    both = list(found)
    if not both or both[0].number != number:
        raise NotFound
    before = _whole(both[1].title, both[1].source) if len(both) > 1 else ""
    return engine.difference(before, _whole(both[0].title, both[0].source))


def against(guide: Guide, number: int, title: str, source: str) -> tuple[list[DiffLine], list[DiffLine]]:
    """For who wrote on top of version `number` what is no longer the newest: what others changed since, and what they would change."""
    base = GuideVersion.objects.filter(guide=guide, number=number).first()
    now, wanted = _whole(guide.title, guide.source), _whole(title, source)
    theirs = engine.difference(_whole(base.title, base.source) if base else "", now)
    return theirs, engine.difference(now, wanted)


def _whole(title: str, source: str) -> str:
    return f"{title}\n\n{source}"
