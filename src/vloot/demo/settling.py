"""How the people a visitor can be left things the evening before last: what they had read, kept and followed."""

from datetime import datetime
from functools import partial

from vloot.demo.people_to_be import PICKABLE
from vloot.demo.telling import Teller
from vloot.notices import acts as notices
from vloot.talk.following import acts as following
from vloot.talk.posts import reads
from vloot.talk.reading import acts as reading

KEEPS = {
    "anna": ("elek-0", "elek-3", "zwaluw-4", "kantine-3"),
    "bram": ("motoren-3", "elek-8"),
    "chris": ("nieuw-7", "kade-4"),
    "lieve": ("kade-9", "staal-5"),
    "said": ("elek-1", "magazijn-1"),
    "lotte": ("nieuw-3", "kade-9"),
    "dana": ("zwaluw-0", "zwaluw-9"),
    "dirk": ("staal-5", "veilig-12"),
    "leyla": ("ict-7",),
}
FOLLOWS = {"anna": ("bram", "louis"), "lotte": ("eduard", "dirk"), "said": ("bram",), "lieve": ("dirk",)}
TAGS = {"bram": ("batterij",), "anna": ("batterij", "walstroom")}


def settle_in(teller: Teller) -> None:
    """Plan it in the teller's diary, for an evening with at least a whole day's writing after it."""
    newest = max(written.at for written in teller.written)
    evening = teller.calendar.evening_before(teller.calendar.evening_before(newest))
    for pick in PICKABLE:
        if pick.key in teller.people:
            _evening(teller, pick.key, evening)


def _evening(teller: Teller, key: str, evening: datetime) -> None:
    person = teller.people[key]
    for post in KEEPS.get(key, ()):
        teller.diary.plan(evening, partial(_keep, teller, person, post))
    for other in FOLLOWS.get(key, ()):
        if other in teller.people:
            teller.diary.plan(evening, partial(_follow, teller, person, teller.people[other]))
    for tag in TAGS.get(key, ()):
        teller.diary.plan(evening, partial(_follow_tag, teller, person, tag))
    threads = {w.thread.key for w in teller.written if w.by == key and w.at < evening}
    for thread in sorted(threads):
        teller.diary.plan(evening, partial(_read, teller, person, thread))
    teller.diary.plan(evening, partial(_leave, teller, person))


def _keep(teller: Teller, person: int, post: str) -> None:
    if post in teller.placed:
        actor = teller.diary.actor(person, teller.calendar.now)
        reading.bookmark(by=actor, post=reads.get(actor, teller.placed[post]))


def _follow(teller: Teller, person: int, other: int) -> None:
    following.follow_person(by=teller.diary.actor(person, teller.calendar.now), person_id=other)


def _follow_tag(teller: Teller, person: int, tag: str) -> None:
    following.follow_tag(by=teller.diary.actor(person, teller.calendar.now), tag=tag)


def _read(teller: Teller, person: int, thread: str) -> None:
    """They have read the threads they write in, up to that evening."""
    actor = teller.diary.actor(person, teller.calendar.now)
    post = reads.get(actor, teller.placed[thread])
    reading.mark_read(by=actor, thread=post, upto_id=post.last_reply_id or post.id)


def _leave(teller: Teller, person: int) -> None:
    actor = teller.diary.actor(person, teller.calendar.now)
    notices.mark_read(by=actor)
    reading.look_home(by=actor)
