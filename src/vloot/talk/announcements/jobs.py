"""What follows for announcements: whom they concern gets to know, and what is removed says nothing any more."""

from collections.abc import Sequence

from vloot.logbook.models import Entry
from vloot.notices import acts as notices
from vloot.people import reads as people
from vloot.talk.announcements.models import Announcement
from vloot.talk.posts import jobs as posts
from vloot.talk.posts.models import Post
from vloot.talk.spaces.models import Membership


def tell_concerned(entries: Sequence[Entry]) -> None:
    """The members of the space, or everybody, get to know; who is named in it is told that instead."""
    for post in posts.news(entries).values():
        found = Announcement.objects.filter(pk=post.id).first()
        if found is None:
            continue
        told = set(post.mentions.values_list("person_id", flat=True)) | {post.author_id}
        kind = "announced_asking" if found.asks else "announced"
        notices.tell_many(
            posts.note(kind, post, person) for person in _concerned(found, post) if person not in told
        )


def forget_removed(entries: Sequence[Entry]) -> None:
    """A removed announcement is none any more, and nobody has confirmed it."""
    Announcement.objects.filter(post__in=[entry.object_id for entry in entries]).delete()


def _concerned(announcement: Announcement, post: Post) -> list[int]:
    inside = Membership.objects.filter(
        space_id=post.space_id, person__is_active=True, person__kind="human"
    ).values_list("person_id", flat=True)
    return sorted({*inside, *(people.ids_of_colleagues() if announcement.is_for_all else ())})
