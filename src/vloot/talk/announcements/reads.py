"""Questions to the announcements."""

from collections.abc import Collection
from datetime import datetime

import msgspec

from vloot.company.settings.reads import minimum_group
from vloot.ground import clock, privacy
from vloot.ground.database import sql
from vloot.ground.privacy import Figure
from vloot.people.actor import Actor
from vloot.talk.posts.models import Post

_PARTS = """
select a.post_id, a.ends_at, a.asks, a.is_for_all,
       exists (select 1 from talk_confirmation c where c.announcement_id = a.post_id and c.person_id = %(me)s)
from talk_announcement a where a.post_id = any(%(ids)s::bigint[])
"""
# Whom an announcement is for: the people who are here and in its space; for the company everybody but guests, whatever their spaces.
# A confirmation of somebody it is not for, or not any more, counts for nothing.
_TOTAL = """
select count(*), count(c.id)
from talk_announcement a
join talk_post p on p.id = a.post_id
join people_person h on h.is_active and h.kind = 'human' and h.id <> p.author_id
left join talk_confirmation c on c.announcement_id = a.post_id and c.person_id = h.id
where a.post_id = %(id)s and a.asks
  and (exists (select 1 from talk_membership m where m.person_id = h.id and m.space_id = p.space_id)
       or (a.is_for_all and not exists (select 1 from people_role r where r.person_id = h.id and r.name = 'guest')))
"""


class AnnouncementPart(msgspec.Struct, frozen=True):
    """What an announcement's card shows beyond a post's, to one reader: nothing of what others did."""

    ends_at: datetime
    asks: bool
    is_for_all: bool
    is_on_top: bool
    is_confirmed: bool  # by the reader


def parts(actor: Actor, post_ids: Collection[int]) -> dict[int, AnnouncementPart]:
    """What the cards of announcements show, in one query."""
    now = clock.now()
    asked = {"me": actor.person_id, "ids": sql.array(post_ids)}
    return {
        post_id: AnnouncementPart(ends_at, asks, is_for_all, ends_at > now, is_confirmed)
        for post_id, ends_at, asks, is_for_all, is_confirmed in sql.rows(_PARTS, asked)
    }


def total(announcement: Post) -> Figure | None:
    """How many of those it is for say they have read it, as coarsely as a group may be shown; None: too few."""
    concerned, confirmed = sql.rows(_TOTAL, {"id": announcement.id})[0]
    return privacy.shown(confirmed, concerned, smallest=minimum_group())
