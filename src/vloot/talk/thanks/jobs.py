"""Whom thanks concern."""

from collections.abc import Sequence

from vloot.logbook.models import Entry
from vloot.notices import acts as notices
from vloot.talk.posts import jobs as posts
from vloot.talk.thanks.models import ThanksTo


def tell_thanked(entries: Sequence[Entry]) -> None:
    """Who is thanked gets to know; so does who is only named in the thanks."""
    given = posts.news(entries)
    thanked: dict[int, list[int]] = {}
    for post_id, person_id in ThanksTo.objects.filter(post__in=given).values_list("post_id", "person_id"):
        thanked.setdefault(post_id, []).append(person_id)
    for post_id, persons in thanked.items():
        told = posts.readers(given[post_id], persons)
        notices.tell_many(posts.note("thanked", given[post_id], person) for person in told)
    posts.tell_named(given, but=thanked)


def tell_appreciated(entries: Sequence[Entry]) -> None:
    """Who wrote what somebody appreciates gets to know."""
    appreciated = posts.news(entries)
    for entry in entries:
        post = appreciated.get(entry.object_id)
        if post:
            told = posts.readers(post, [post.author_id])
            notices.tell_many(posts.note("appreciated", post, p, actor_id=entry.actor_id) for p in told)
