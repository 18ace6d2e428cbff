"""The timeline equals its oracle: every post one may read from one's sources, sorted and cut, in plain Python."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.world import FOUNDED, IMPORTER, World
from vloot.ground import ids
from vloot.ground.errors import NotFound
from vloot.people.actor import Actor
from vloot.talk.models import Membership, PersonFollow, Post, Space, TagFollow
from vloot.talk.posts import acts as posts
from vloot.talk.posts import rules
from vloot.talk.posts.acts import PostDraft
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import SpaceDraft
from vloot.talk.timeline import reads

TAGS = ("tide", "crane", "pay")
PEOPLE = ("anna", "bram", "dana", "hanne")
PLACES = 5

number = st.integers(0, 30)
person, place, tag = st.integers(0, len(PEOPLE) - 1), st.integers(0, PLACES - 1), st.sampled_from(TAGS)
deed = st.one_of(
    st.tuples(st.just("post"), person, place, st.frozensets(tag, max_size=2)),
    st.tuples(st.just("post"), person, place, st.frozensets(tag, max_size=2)),
    st.tuples(st.just("comment"), person, number),
    st.tuples(st.just("remove"), number),
    st.tuples(st.just("retag"), number, st.frozensets(tag, max_size=2)),
    st.tuples(st.just("join"), person, place),
    st.tuples(st.just("leave"), person, place),
    st.tuples(st.just("follow"), person, person),
    st.tuples(st.just("follow_tag"), person, tag),
)
histories = st.lists(deed, min_size=8, max_size=40)


class Company:
    """The cast with an archived space beside their three, and what has been done in them so far."""

    def __init__(self, world: World) -> None:
        self.persons = [getattr(world, name) for name in PEOPLE]
        self.actors = [world.actor(person) for person in self.persons] + [Actor(person_id=1)]
        drafts = [
            SpaceDraft(name="Pier", hosts=[world.chris.id], at=FOUNDED),
            SpaceDraft(name="Jetty", hosts=[world.chris.id], at=FOUNDED),
        ]
        self.spaces: list[Space] = [
            world.quay,
            world.slip,
            world.bridge,
            *spaces.open_many(by=IMPORTER, drafts=drafts),
        ]
        spaces.archive(by=IMPORTER, space=self.spaces[-1])
        self.at = FOUNDED
        self.heads: list[Post] = []
        self.clean()

    def clean(self) -> None:
        PersonFollow.objects.all().delete()
        TagFollow.objects.all().delete()

    def live(self, history: list[tuple[Any, ...]]) -> None:
        for verb, *given_ in history:
            getattr(self, verb)(*given_)

    def post(self, who: int, where: int, tags: frozenset[str]) -> None:
        self.at += timedelta(seconds=7)
        words = " ".join(["Words", *(f"#{tag}" for tag in sorted(tags))])
        self.heads += posts.place_many(
            by=IMPORTER,
            drafts=[
                PostDraft(
                    kind=Post.UPDATE,
                    space_id=self.spaces[where].id,
                    author_id=self.persons[who].id,
                    body=words,
                    # Some are older than what stands there already: imports bring the past.
                    at=self.at - timedelta(hours=1) if who == where else self.at,
                )
            ],
        )

    def comment(self, who: int, which: int) -> None:
        if self.heads:
            head = self.heads[which % len(self.heads)]
            draft = PostDraft(
                kind=Post.COMMENT,
                space_id=head.space_id,
                author_id=self.persons[who].id,
                body="Yes #tide",
                parent_id=head.id,
                at=self.at,
            )
            posts.place_many(by=IMPORTER, drafts=[draft])

    def remove(self, which: int) -> None:
        if self.heads:
            post = Post.objects.get(pk=self.heads[which % len(self.heads)].pk)
            if not post.removed_at:
                posts.remove(by=Actor(person_id=post.author_id), post=post)

    def retag(self, which: int, tags: frozenset[str]) -> None:
        if self.heads:
            post = Post.objects.get(pk=self.heads[which % len(self.heads)].pk)
            if not post.removed_at:
                posts.edit(
                    by=IMPORTER, post=post, body=" ".join(["Other", *(f"#{tag}" for tag in sorted(tags))])
                )

    def join(self, who: int, where: int) -> None:
        Membership.objects.get_or_create(
            person=self.persons[who], space=self.spaces[where], defaults={"joined_at": FOUNDED}
        )

    def leave(self, who: int, where: int) -> None:
        Membership.objects.filter(person=self.persons[who], space=self.spaces[where]).delete()

    def follow(self, who: int, whom: int) -> None:
        PersonFollow.objects.get_or_create(person=self.persons[who], followed=self.persons[whom])

    def follow_tag(self, who: int, tag: str) -> None:
        TagFollow.objects.get_or_create(person=self.persons[who], tag=tag)


def readable(actor: Actor) -> list[Post]:
    """All posts the actor may read, newest first, by a loop over every post there is."""
    mine = spaces_of(actor)
    access = dict(Space.objects.values_list("id", "access"))
    return [
        post
        for post in Post.objects.order_by("-id")
        if post.space_id in mine or (access[post.space_id] == Space.OPEN and not actor.is_guest)
    ]


def spaces_of(actor: Actor) -> set[int]:
    return set(Membership.objects.filter(person_id=actor.person_id).values_list("space_id", flat=True))


def heads(actor: Actor, of: Callable[[Post], bool]) -> list[int]:
    return [post.id for post in readable(actor) if not post.root_id and not post.removed_at and of(post)]


def has(field: str, value: object, post: Post) -> bool:
    return bool(getattr(post, field) == value)


def bears(tag: str, post: Post) -> bool:
    return tag in post.tags


def home(actor: Actor) -> list[int]:
    mine = spaces_of(actor)
    me = {"person_id": actor.person_id}
    followed = set(PersonFollow.objects.filter(**me).values_list("followed_id", flat=True))
    tags = set(TagFollow.objects.filter(**me).values_list("tag", flat=True))
    return heads(
        actor, lambda post: post.space_id in mine or post.author_id in followed or bool(tags & set(post.tags))
    )


def pages(read: Callable[..., reads.Page], limit: int) -> list[int]:
    found, before = [], None
    while True:
        page = read(before=before, limit=limit)
        found += [card.id for card in page.cards]
        if page.older is None:
            return found
        assert len(page.cards) == limit
        assert page.older == page.cards[-1].id
        before = page.older


def each(world: World, check: Callable[[Company], None], part: int = 1) -> None:
    """Check many companies (a part of as many as the run asks for), each with another history; leave nothing of any."""
    examples = max(1, settings.default.max_examples // part)  # type: ignore[union-attr]

    @settings(max_examples=examples, suppress_health_check=list(HealthCheck))
    @given(history=histories)
    def one(history: list[tuple[Any, ...]]) -> None:
        with transaction.atomic():
            company = Company(world)
            company.live(history)
            check(company)
            transaction.set_rollback(True)

    one()


def check_home(company: Company) -> None:
    for actor in company.actors:
        wanted = home(actor)
        assert reads.home_ids(actor, limit=1000) == wanted
        for limit in (1, 2, 5):
            assert reads.home_ids(actor, limit=limit) == wanted[:limit]
        for cut in wanted[::3]:
            assert reads.home_ids(actor, before=cut, limit=2) == [i for i in wanted if i < cut][:2]
            assert reads.home_ids(actor, after=cut, limit=2) == [i for i in wanted if i > cut][:2]
        assert pages(partial(reads.home, actor), 2) == wanted


def test_home_is_every_post_of_my_sources_that_i_may_read(world: World) -> None:
    each(world, check_home)


def test_home_is_the_same_beneath_much_that_is_not_mine(world: World) -> None:
    """The quick way looks at the newest posts of all; under enough noise only the sources are left."""
    far = spaces.open_many(by=IMPORTER, drafts=[SpaceDraft(name="Far", hosts=[world.chris.id], at=FOUNDED)])[
        0
    ]
    noise = [
        Post(id=ids.new(FOUNDED + timedelta(days=9)), kind=Post.UPDATE, space=far, author=world.chris)
        for _ in range(450)
    ]
    Post.objects.bulk_create(noise)
    each(world, check_home)


def check_places(company: Company) -> None:
    for actor in company.actors:
        seen = {post.id for post in readable(actor)}
        assert seen == set(Post.objects.filter(rules.visible(actor)).values_list("id", flat=True))
        for space in company.spaces:
            wanted = heads(actor, partial(has, "space_id", space.id))
            assert pages(partial(reads.in_space, actor, space), 2) == wanted
        for person in company.persons:
            wanted = heads(actor, partial(has, "author_id", person.id))
            assert pages(partial(reads.by_person, actor, person.id), 2) == wanted
        for tag in TAGS:
            wanted = heads(actor, partial(bears, tag))
            assert pages(partial(reads.by_tag, actor, tag), 2) == wanted
        every = list(Post.objects.values_list("id", flat=True))
        assert [card.id for card in reads.cards(actor, every)] == [i for i in every if i in seen]


def test_spaces_people_and_tags_are_every_post_one_may_read(world: World) -> None:
    each(world, check_places, part=4)


def check_threads(company: Company) -> None:
    for actor in company.actors:
        seen = readable(actor)
        for post in Post.objects.all():
            if post not in seen:
                with pytest.raises(NotFound):
                    reads.thread_of(actor, post.id)
                assert reads.replies_since(actor, post.thread_id, ids.first(FOUNDED)) == []
                continue
            thread = reads.thread_of(actor, post.id)
            replies = [reply.id for reply in reversed(seen) if reply.root_id == post.thread_id]
            assert thread.head.id == post.thread_id
            assert sorted(reply.id for reply in thread.replies) == replies
            assert thread.newest_id == max([post.thread_id, *replies])
            assert [c.id for c in reads.replies_since(actor, post.thread_id, ids.first(FOUNDED))] == replies


def test_threads_are_whole_or_not_there(world: World) -> None:
    each(world, check_threads, part=2)


def check_reading_on(company: Company) -> None:
    for actor in company.actors[:3]:
        wanted, found, before = home(actor), [], None
        while True:
            page = reads.home(actor, before=before, limit=2)
            found += [card.id for card in page.cards]
            for who in range(len(PEOPLE)):
                company.post(who, 0, frozenset(TAGS))
            if page.older is None:
                break
            before = page.older
        # The cast post an hour back too where they are at home: such a post may come to stand below what is read already.
        late = set(home(actor)) - set(wanted)
        assert [post for post in found if post not in late] == wanted
        assert len(found) == len(set(found))


def test_pages_neither_repeat_nor_skip_while_people_post(world: World) -> None:
    each(world, check_reading_on, part=4)
