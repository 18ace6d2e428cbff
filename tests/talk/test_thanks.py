"""Thanking people, and appreciating what they wrote."""

from collections.abc import Callable

import pytest

from tests.talk.ways import logged, missing, refused, unlogged, unwritten
from tests.world import FOUNDED, IMPORTER, World
from vloot.notices.models import Notice
from vloot.talk.models import Appreciation, Post, ThanksTo
from vloot.talk.posts import acts as posts
from vloot.talk.spaces import acts as spaces
from vloot.talk.thanks import acts, reads
from vloot.talk.thanks.acts import AppreciationDraft, GreetingDraft, ThanksDraft
from vloot.talk.timeline import reads as timeline


@pytest.fixture
def post(world: World) -> Post:
    return posts.write(by=world.actor(world.anna), space=world.quay, body="The crane runs again")


def test_thanks_name_people_and_say_why(world: World, work: Callable[[], int]) -> None:
    anna = world.actor(world.anna)
    to = [world.hanne.id, world.bram.id, world.bram.id]
    with logged("ThanksGiven"):
        given = acts.give(by=anna, space=world.quay, to=to, reason="For the crane")
    assert (given.kind, given.source) == (Post.THANKS, "For the crane")
    card = timeline.cards(anna, [given.id])[0]
    assert [person.name for person in card.thanks_to] == ["Bram Desmet", "Hanne Maes"]
    work()
    assert set(Notice.objects.values_list("kind", "person_id")) == {
        ("thanked", world.bram.id),
        ("thanked", world.hanne.id),
    }


def test_who_is_named_in_thanks_is_told_as_anywhere_and_who_is_thanked_once(
    world: World, work: Callable[[], int]
) -> None:
    reason = "@chris lifted it, @dana lent the hoist, @bram watched, @anna cannot read this; and @dana again"
    acts.give(by=world.actor(world.bram), space=world.slip, to=[world.chris.id], reason=reason)
    work()
    told = list(Notice.objects.order_by("kind").values_list("kind", "person_id"))
    assert told == [("mentioned", world.dana.id), ("thanked", world.chris.id)]


def test_thanks_that_are_none(world: World) -> None:
    anna = world.actor(world.anna)
    with refused("nobody"):
        acts.give(by=anna, space=world.quay, to=[], reason="For all")
    with refused("yourself"):
        acts.give(by=anna, space=world.quay, to=[world.bram.id, world.anna.id], reason="For us")
    with refused("too_many"):
        acts.give(by=anna, space=world.quay, to=list(range(31)), reason="For all")
    with refused("empty", "body"):
        acts.give(by=anna, space=world.quay, to=[world.bram.id], reason=" ")
    with missing():
        acts.give(by=anna, space=world.quay, to=[1], reason="For nothing")
    with missing():
        acts.give(by=anna, space=world.bridge, to=[world.bram.id], reason="For the pay")
    spaces.archive(by=world.actor(world.chris), space=world.quay)
    with refused("archived"):
        acts.give(by=anna, space=world.quay, to=[world.bram.id], reason="Late")


def test_a_guest_thanks_whom_they_know(world: World) -> None:
    dana = world.actor(world.dana)
    with missing():
        acts.give(by=dana, space=world.slip, to=[world.anna.id], reason="Who are you?")
    acts.give(by=dana, space=world.slip, to=[world.bram.id], reason="For the light")


def test_an_import_thanks_once(world: World) -> None:
    draft = ThanksDraft(
        space_id=world.quay.id,
        author_id=world.finn.id,
        to=[world.anna.id],
        reason="Long ago",
        at=FOUNDED,
        external_key="t:1",
    )
    with refused("not_you"):
        acts.give_many(by=world.actor(world.anna), drafts=[draft_from(world, world.bram.id)])
    with logged("ThanksGiven"):
        one, other = acts.give_many(by=IMPORTER, drafts=[draft, draft])
    assert one.id == other.id
    with unwritten():
        acts.give_many(by=IMPORTER, drafts=[draft])
    assert ThanksTo.objects.count() == 1


def draft_from(world: World, author_id: int) -> ThanksDraft:
    return ThanksDraft(space_id=world.quay.id, author_id=author_id, to=[world.hanne.id], reason="Yes")


def test_appreciation_has_names(world: World, post: Post, work: Callable[[], int]) -> None:
    bram, chris = world.actor(world.bram), world.actor(world.chris)
    with logged("PostAppreciated") as entries:
        acts.appreciate(by=chris, post=post)
    assert entries[0].details == {"author_id": world.anna.id}
    with unwritten():
        acts.appreciate(by=chris, post=post)
    acts.appreciate(by=bram, post=post)
    assert [card.name for card in reads.appreciated_by([post.id])[post.id]] == [
        "Bram Desmet",
        "Chris Wouters",
    ]
    work()
    told = Notice.objects.get(kind="appreciated")
    assert (told.person_id, told.actor_ids) == (world.anna.id, [world.chris.id, world.bram.id])
    with logged("AppreciationWithdrawn"):
        acts.withdraw(by=bram, post=post)
    with unwritten():
        acts.withdraw(by=bram, post=post)


def test_what_cannot_be_appreciated(world: World, post: Post) -> None:
    with refused("own_post"):
        acts.appreciate(by=world.actor(world.anna), post=post)
    with missing():
        acts.appreciate(by=world.actor(world.dana), post=post)
    with refused("not_you"):
        draft = AppreciationDraft(post_id=post.id, person_id=world.hanne.id)
        acts.appreciate_many(by=world.actor(world.bram), drafts=[draft])
    posts.remove(by=world.actor(world.anna), post=post)
    with refused("removed"):
        acts.appreciate(by=world.actor(world.bram), post=post)


def test_an_import_appreciates_with_what_it_knew(world: World, post: Post) -> None:
    drafts = [
        AppreciationDraft(post_id=post.id, person_id=world.finn.id, emoji="tada", at=FOUNDED),
        AppreciationDraft(post_id=post.id, person_id=world.finn.id, emoji="heart", at=FOUNDED),
        AppreciationDraft(post_id=post.id, person_id=world.anna.id, emoji="heart", at=FOUNDED),
    ]
    with logged(*["PostAppreciated"] * 3):
        assert acts.appreciate_many(by=IMPORTER, drafts=[*drafts, drafts[0]]) == 3
    with unwritten():
        assert acts.appreciate_many(by=IMPORTER, drafts=drafts) == 0
    names = [card.name for card in reads.appreciated_by([post.id])[post.id]]
    assert names == ["Anna Peeters", "Finn Visser"], "each person once"
    assert Appreciation.objects.count() == 3


def test_an_import_keeps_who_was_glad_of_whose_coming(world: World) -> None:
    draft = GreetingDraft(
        space_id=world.quay.id, person_id=world.finn.id, greeted_id=world.anna.id, at=FOUNDED
    )
    with refused("not_you"):
        acts.greet_many(by=world.actor(world.anna), drafts=[draft])
    with logged("PersonGreeted"):
        assert acts.greet_many(by=IMPORTER, drafts=[draft, draft]) == 1
    with unlogged():
        assert acts.greet_many(by=IMPORTER, drafts=[draft]) == 0
