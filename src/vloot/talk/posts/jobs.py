"""Whom posts concern: readers of the logbook that hand notes to `notices`."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from vloot.ground import ids
from vloot.ground.text import excerpt
from vloot.logbook.models import Entry
from vloot.notices import acts as notices
from vloot.notices import reads as reads_of_notices
from vloot.notices.acts import Because, Note
from vloot.people import reads as people
from vloot.talk.following import reads as following
from vloot.talk.posts import reads
from vloot.talk.posts.models import Post
from vloot.talk.spaces import readers as space_readers
from vloot.talk.spaces import reads as spaces

# Several of these in one thread are one notice.
BUNDLED = ("replied", "replied_in_thread", "answered", "closed", "followed")


def tell_mentioned(entries: Sequence[Entry]) -> None:
    """Who is named in a new post gets to know, if they may read it."""
    tell_named(news(entries))


def tell_named(posts: Mapping[int, Post], but: Mapping[int, Collection[int]] | None = None) -> None:
    """Tell who is named in some posts; `but` has, by post, who hears of it in better words."""
    named = reads.mentioned_in(posts.keys())
    for post_id, persons in named.items():
        post, own = posts[post_id], reads.named_themselves(posts[post_id])
        notices.tell_many(
            note("mentioned" if person in own else "team_mentioned", post, person)
            for person in readers(post, set(persons) - set((but or {}).get(post_id, ())))
        )


def tell_thread(entries: Sequence[Entry]) -> None:
    """Who wrote what a comment replies to gets to know, and who wrote in the same thread."""
    for post in news(entries).values():
        if post.parent is None:
            continue
        told = {post.author_id, *reads.mentioned_in([post.id]).get(post.id, [])}
        direct = {post.parent.author_id} - told
        notices.tell_many(note("replied", post, person) for person in readers(post, direct))
        others = set(_writers(post)) - told - direct
        notices.tell_many(note("replied_in_thread", post, person) for person in readers(post, others))


def tell_closed(entries: Sequence[Entry]) -> None:
    """Who wrote in a thread gets to know that somebody closed it."""
    for entry in entries:
        post = Post.objects.filter(pk=entry.object_id).first()
        if post and entry.is_news and entry.actor_id:
            persons = {post.author_id, *_writers(post)} - {entry.actor_id}
            notices.tell_many(
                note("closed", post, p, actor_id=entry.actor_id) for p in readers(post, persons)
            )


def tell_hosts(entries: Sequence[Entry]) -> None:
    """The hosts of a space get to know that a newcomer wrote for the first time."""
    first_day = people.first_day_of_newcomers()
    for post in news(entries).values():
        is_new = post.author.joined_on is not None and post.author.joined_on >= first_day
        if is_new and not Post.objects.filter(author=post.author_id, id__lt=post.id).exists():
            told = readers(post, spaces.hosts_of(post.space_id))
            notices.tell_many(note("newcomer", post, host) for host in told)


def tell_followers(entries: Sequence[Entry]) -> None:
    """Who follows the writer, a tag, the space or the thread gets to know, unless the same post told them already."""
    for post in news(entries).values():
        why = _followers(post)
        told = {post.author_id, *reads_of_notices.told_of(post.id)}
        notices.tell_many(
            note("followed", post, person, because=why[person]) for person in readers(post, why.keys() - told)
        )


def forget_removed(entries: Sequence[Entry]) -> None:
    """Notices about what was removed go too; with the head of a thread those about its replies, which bear its title."""
    notices.forget_about(reads.with_replies([entry.object_id for entry in entries]))


def news(entries: Sequence[Entry]) -> dict[int, Post]:
    """The posts of the entries somebody may be told of, as far as they still say something."""
    wanted = [entry.object_id for entry in entries if entry.is_news]
    return Post.objects.filter(removed_at=None).select_related("root", "parent", "author").in_bulk(wanted)


def readers(post: Post, persons: Iterable[int]) -> list[int]:
    """Those of some persons who are here and may read the post."""
    return space_readers.among(post.space_id, set(persons))


def note(
    kind: str, post: Post, person_id: int, *, actor_id: int | None = None, because: Because | None = None
) -> Note:
    """A note about a post: it leads to its place in the thread and is about the thread, so that replies bundle."""
    head = post.root or post
    return Note(
        person_id=person_id,
        kind=kind,
        object_id=head.id if kind in BUNDLED else post.id,
        actor_id=post.author_id if actor_id is None else actor_id,
        link=f"/t/{head.id}/#post-{post.id}" if post.root_id else f"/t/{head.id}/",
        title=head.title or excerpt(head.html, 120),
        space_id=post.space_id,
        thread_id=head.id,
        event_id=post.id,
        because=because,
        asked_at=ids.moment(head.id) if kind == "answered" else None,
    )


def _writers(post: Post) -> list[int]:
    root = post.root_id or post.id
    found = Post.objects.filter(root_id=root, removed_at=None).values_list("author_id", flat=True).distinct()
    return list(found)


def _followers(post: Post) -> dict[int, Because]:
    """Who hears of a post because they follow something, with what: the nearest thing where it is several."""
    in_space, in_thread = reads_of_notices.who_hear_all(post.space_id, post.thread_id)
    found: dict[int, Because] = {}
    if post.root_id is None:
        for person, tag in following.tag_followers(post.tags):
            found[person] = Because("tag", tag=tag)
        found.update(dict.fromkeys(following.followers_of(post.author_id), Because("person", post.author_id)))
    found.update(dict.fromkeys(in_space, Because("space", post.space_id)))
    found.update(dict.fromkeys(in_thread, Because("thread", post.thread_id)))
    return found
