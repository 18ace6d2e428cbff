"""What a parcel of notices says: by space and thread, with the words of posts as far as their reader may read them now."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

import msgspec
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vloot.ground import text
from vloot.ground.mail import reply
from vloot.notices.carrying import Parcel
from vloot.notices.reads import NoticeCard
from vloot.people import reads as people
from vloot.people.reads import PersonCard
from vloot.talk.spaces import reads as spaces
from vloot.talk.timeline import reads as timeline
from vloot.talk.timeline.cards import PostCard

NAMED = 2  # people named in one line; the rest are "others"


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened, why its reader hears of it, and the post that it is about, if they may read it."""

    sentence: str
    reason: str
    excerpt: str
    post: PostCard | None


class Thread(msgspec.Struct, frozen=True, kw_only=True):
    """What happened in one thread, or about one thing."""

    title: str
    link: str
    lines: list[Line]
    answer_to: str = ""  # a mailto address, where the thread can be answered by mail


class Section(msgspec.Struct, frozen=True):
    """What happened in one space; without a name: what belongs to none."""

    name: str
    threads: list[Thread]


def sections(parcel: Parcel) -> list[Section]:
    """All of a parcel: spaces alphabetically, what belongs to none first; in each the newest thread first."""
    names = spaces.readable_names(parcel.person_id)
    posts = _posts(parcel)
    grouped: dict[str, dict[object, list[NoticeCard]]] = {}
    for card in parcel.cards:
        threads = grouped.setdefault(names.get(card.space_id or 0, ""), {})
        threads.setdefault(card.thread_id or (card.kind, card.link), []).append(card)
    return [
        Section(name, [_thread(parcel.person_id, cards, posts) for cards in grouped[name].values()])
        for name in sorted(grouped, key=text.sort_key)
    ]


def answered_post(parcel: Parcel, found: Sequence[Section]) -> PostCard | None:
    """The post that an answer to this letter replies to: only a letter about one thread can be answered."""
    threads = [thread for section in found for thread in section.threads]
    if len(threads) != 1:
        return None
    posts = [line.post for line in threads[0].lines if line.post]
    return posts[0] if posts and "reply" in posts[0].can else None


def named(actors: Sequence[PersonCard]) -> str:
    """People in a sentence: "Bram", "Bram and Anna", "Bram, Anna and 2 others"."""
    names = [text.line(actor.name) for actor in actors]
    if not names:
        return _("Somebody")
    if len(names) == 1:
        return names[0]
    if len(names) == NAMED:
        return _("%(first)s and %(second)s") % {"first": names[0], "second": names[1]}
    rest = len(names) - NAMED
    words = ngettext("%(names)s and %(count)s other", "%(names)s and %(count)s others", rest)
    return words % {"names": ", ".join(names[:NAMED]), "count": rest}


def _posts(parcel: Parcel) -> dict[int, PostCard]:
    reader = people.actor_for(parcel.person_id, "mail")
    asked = list(dict.fromkeys(card.post_id for card in parcel.cards if card.space_id))
    return {card.id: card for card in timeline.of_ids(reader, asked) if not card.is_removed}


def _thread(person_id: int, cards: Sequence[NoticeCard], posts: dict[int, PostCard]) -> Thread:
    newest = cards[0]
    lines = [_line(card, posts.get(card.post_id)) for card in cards]
    # The same post can be news for several reasons: its words are said once.
    seen: set[int] = set()
    for number, line in enumerate(lines):
        if line.post and line.post.id in seen:
            lines[number] = msgspec.structs.replace(line, excerpt="")
        seen.add(line.post.id if line.post else 0)
    title = text.line(newest.title)
    return Thread(
        title=title,
        link=settings.VLOOT_ORIGIN + newest.link,
        lines=lines,
        answer_to=_answer_to(person_id, title, lines),
    )


def _answer_to(person_id: int, title: str, lines: Sequence[Line]) -> str:
    post = next((line.post for line in lines if line.post and "reply" in line.post.can), None)
    address = reply.address_for(person_id, post.id) if post else ""
    return f"mailto:{address}?subject={quote(f'Re: {title}')}" if address else ""


def _line(card: NoticeCard, post: PostCard | None) -> Line:
    sentence = card.sentence % {"who": named(card.actors)} if "%(who)s" in card.sentence else card.sentence
    excerpt = text.excerpt(post.html, 280) if post else ""
    if post and excerpt and len(card.actors) > 1:
        excerpt = f"{text.line(post.author.name)}: {excerpt}"  # of several, whose words these are
    return Line(sentence=sentence, reason=card.reason, excerpt=excerpt, post=post)
