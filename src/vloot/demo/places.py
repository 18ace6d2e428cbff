"""Opening the spaces, and bringing people into them."""

from datetime import datetime

from vloot.demo.calendar import Calendar
from vloot.demo.cast import Cast, SpaceLine
from vloot.demo.crew import joined_on
from vloot.demo.diary import WRITER, Diary
from vloot.ground import clock
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces import reads
from vloot.talk.spaces.acts import JoinDraft, SpaceDraft


def open_all(cast: Cast, ids: dict[str, int], calendar: Calendar) -> dict[str, int]:
    """Open every space on its day and let its people join; returns ids by key."""
    opened = {space.key: _open(space, cast, ids, calendar) for space in cast.spaces}
    joins = [
        JoinDraft(opened[space.key], ids[key], _entered(space, cast, key, calendar))
        for space in cast.spaces
        for key in cast.in_space(space)
    ]
    spaces.join_many(by=WRITER, drafts=joins)
    return opened


def archive_later(
    cast: Cast, ids: dict[str, int], opened: dict[str, int], diary: Diary, calendar: Calendar
) -> None:
    """Plan the day on which a space is laid to rest by its host."""
    for space in cast.spaces:
        if space.archived is not None:
            at = calendar.ago(space.archived, 16)
            host = ids[cast.in_space(space)[0]]

            def rest(space_id: int = opened[space.key], host: int = host) -> None:
                actor = diary.actor(host, clock.now())
                spaces.archive(by=actor, space=reads.get(actor, space_id))

            diary.plan(at, rest)


def _open(space: SpaceLine, cast: Cast, ids: dict[str, int], calendar: Calendar) -> int:
    at = calendar.ago(space.opened, 9)
    hosts = [ids[host] for host in space.hosts if host in ids] or [ids["chris"]]
    draft = SpaceDraft(
        name=space.name,
        hosts=hosts,
        purpose=space.about,
        access=space.access,
        reason=space.why,
        review_on=calendar.day(-space.review) if space.access != "open" else None,
        at=at,
        external_key=f"demo:{space.key}",
    )
    with clock.freeze(at):
        return spaces.open_many(by=WRITER, drafts=[draft])[0].id


def _entered(space: SpaceLine, cast: Cast, key: str, calendar: Calendar) -> datetime:
    days = (calendar.day(0) - joined_on(cast.members[key], calendar)).days
    return calendar.ago(min(space.opened, days), 10)
