"""Whom each deed concerns, through the wiring as in life: the worker reads the logbook and tells."""

from collections.abc import Callable

import pytest

from tests.stage import Clock
from tests.world import FOUNDED, IMPORTER, World
from vloot.notices import acts as notices
from vloot.notices import reads
from vloot.notices.models import Notice
from vloot.people import acts as people
from vloot.people import reads as people_reads
from vloot.people.actor import Actor
from vloot.talk.models import Post
from vloot.talk.posts import acts as posts
from vloot.talk.posts.acts import PostDraft
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import AnswerDraft, Wording
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces import reads as places
from vloot.talk.thanks import acts as thanks
from vloot.talk.thanks.acts import AppreciationDraft, ThanksDraft

Work = Callable[[], int]


def told() -> set[tuple[str, str]]:
    found = Notice.objects.filter(read_at=None)
    return {(kind, name) for kind, name in found.values_list("kind", "person__first_name")}


@pytest.fixture
def post(world: World, work: Work) -> Post:
    found = posts.write(by=world.actor(world.anna), space=world.quay, body="The tide turns")
    work()
    return found


def test_who_is_named_is_told(world: World, work: Work) -> None:
    posts.write(by=world.actor(world.anna), space=world.quay, body="@bram @hull @anna @nobody")
    work()
    assert told() == {("mentioned", "Bram"), ("team_mentioned", "Chris")}


def test_a_team_s_name_does_not_pass_a_mute(world: World, work: Work) -> None:
    """Only one's own name does, also when the team's stands beside it."""
    chris = world.actor(world.chris)
    notices.hear(by=chris, hears="named", space_id=world.quay.id)
    posts.write(by=world.actor(world.anna), space=world.quay, body="@hull, who has the rope?")
    work()
    assert told() == {("team_mentioned", "Bram")}
    name = people_reads.usernames([world.chris.id])[world.chris.id]
    posts.write(by=world.actor(world.anna), space=world.quay, body=f"@hull and @{name}: found it")
    link = f"[@hull](/people/{world.chris.id}/)"
    posts.write(by=world.actor(world.anna), space=world.quay, body=f"@hull {link}")
    work()
    assert told() == {("team_mentioned", "Bram"), ("mentioned", "Chris")}
    assert len(Notice.objects.get(person=world.chris).event_ids) == 1


def test_who_cannot_read_it_is_not_told(world: World, work: Work) -> None:
    posts.write(by=world.actor(world.chris), space=world.slip, body="@anna @bram @dana @hanne")
    posts.write(by=world.actor(world.chris), space=world.quay, body="@dana @eva @finn")
    work()
    assert told() == {("mentioned", "Bram"), ("mentioned", "Dana")}


def test_a_comment_is_told_to_who_wrote_above_it(world: World, post: Post, work: Work) -> None:
    first = posts.comment(by=world.actor(world.bram), under=post, body="Yes")
    work()
    assert told() == {("replied", "Anna")}
    Notice.objects.all().delete()
    posts.comment(by=world.actor(world.hanne), under=post, body="No")
    work()
    assert told() == {("replied", "Anna"), ("replied_in_thread", "Bram")}
    Notice.objects.all().delete()
    posts.comment(by=world.actor(world.anna), under=first, body="Well, @hanne")
    work()
    assert told() == {("replied", "Bram"), ("mentioned", "Hanne")}


def test_two_comments_before_one_reads_are_one_notice(world: World, post: Post, work: Work) -> None:
    for person in (world.bram, world.hanne):
        posts.comment(by=world.actor(person), under=post, body="Yes")
    work()
    found = Notice.objects.get(kind="replied")
    assert (found.person_id, found.actor_ids) == (world.anna.id, [world.bram.id, world.hanne.id])


def test_the_owner_and_the_asker_are_told(world: World, work: Work) -> None:
    question = questions.ask(
        by=world.actor(world.anna), space=world.quay, wording=Wording(title="When is it high?")
    )
    work()
    assert told() == {("owner", "Chris")}
    answer = questions.answer(by=world.actor(world.bram), question=question, body="At one")
    work()
    assert told() == {("owner", "Chris"), ("answered", "Anna")}
    questions.accept(by=world.actor(world.anna), answer=answer)
    questions.mark_helped(by=world.actor(world.hanne), answer=answer)
    work()
    assert told() >= {("accepted", "Bram"), ("helped", "Bram")}
    questions.answer(by=world.actor(world.anna), question=question, body="I saw it: at two")
    work()
    assert not Notice.objects.filter(actor_ids=[world.anna.id], person=world.anna).exists()


def test_who_wrote_in_a_closed_thread_is_told(world: World, post: Post, work: Work) -> None:
    posts.comment(by=world.actor(world.bram), under=post, body="Yes")
    work()
    Notice.objects.all().delete()
    posts.close(by=world.actor(world.chris), thread=post, reason="Said all")
    work()
    assert told() == {("closed", "Anna"), ("closed", "Bram")}
    assert Notice.objects.filter(actor_ids=[world.chris.id]).count() == 2


def test_a_newcomer_is_met(world: World, work: Work) -> None:
    token = people.invite(by=world.actor(world.chris), name="Gil")
    gil = people.accept_invitation(token=token, name="Gil Dubois", username="gil", password="a quiet harbour")
    people.give_buddy(by=world.actor(world.hanne), person_id=gil.id, buddy_id=world.anna.id)
    work()
    assert ("buddy", "Anna") in told()
    posts.write(by=world.actor(gil), space=world.quay, body="Hello")
    posts.write(by=world.actor(gil), space=world.quay, body="And again")
    work()
    assert ("newcomer", "Chris") in told()
    assert len(Notice.objects.get(kind="newcomer").actor_ids) == 1


def test_an_import_tells_nobody(world: World, work: Work) -> None:
    def draft(kind: str, **more: object) -> PostDraft:
        settled = {
            "kind": kind,
            "space_id": world.quay.id,
            "author_id": world.bram.id,
            "body": "@anna @hull",
            "at": FOUNDED,
        }
        return PostDraft(**{**settled, **more})  # type: ignore[arg-type]

    head = posts.place_many(by=IMPORTER, drafts=[draft(Post.UPDATE)])[0]
    posts.place_many(by=IMPORTER, drafts=[draft(Post.COMMENT, parent_id=head.id, author_id=world.hanne.id)])
    question = questions.ask_many(by=IMPORTER, drafts=[draft(Post.QUESTION, title="When is it high?")])[0]
    answer = questions.answer_many(
        by=IMPORTER, drafts=[AnswerDraft(question_id=question.id, author_id=world.anna.id, body="At one")]
    )[0]
    questions.accept(by=IMPORTER, answer=answer)
    thanks.give_many(
        by=IMPORTER,
        drafts=[
            ThanksDraft(
                space_id=world.quay.id, author_id=world.bram.id, to=[world.anna.id], reason="Long ago"
            )
        ],
    )
    thanks.appreciate_many(by=IMPORTER, drafts=[AppreciationDraft(post_id=head.id, person_id=world.anna.id)])
    posts.close(by=IMPORTER, thread=head, reason="Long ago")
    spaces.join_many(by=IMPORTER, drafts=[spaces.JoinDraft(world.slip.id, world.anna.id, FOUNDED)])
    work()
    assert told() == set()


def test_the_demo_tells_nobody_either(world: World, work: Work) -> None:
    demo = Actor(person_id=world.anna.id, origin="demo")
    posts.write(by=demo, space=world.quay, body="@bram")
    work()
    assert told() == set()


def test_who_leaves_a_space_sees_its_notices_no_more(world: World, work: Work) -> None:
    chris, dana = world.actor(world.chris), world.actor(world.dana)
    posts.write(by=chris, space=world.slip, body="@dana look")
    work()
    assert len(reads.listed(dana, places.readable_names(dana.person_id))) == 1
    spaces.leave(by=dana, space=world.slip)
    assert reads.listed(dana, places.readable_names(dana.person_id)) == []
    assert reads.unread(dana, places.visible_space_ids(dana)) == 0


def test_a_space_that_closes_takes_its_notices_in(world: World, work: Work, clock: Clock) -> None:
    pier = spaces.open(by=world.actor(world.chris), terms=spaces.Terms(name="Pier"))
    posts.write(by=world.actor(world.chris), space=pier, body="@anna look")
    work()
    anna = world.actor(world.anna)
    assert len(reads.listed(anna, places.readable_names(anna.person_id))) == 1
    review = clock.at.date().replace(month=12)
    shut = spaces.Terms(name="Pier", access="closed", reason="Pay", review_on=review)
    spaces.change(by=world.actor(world.chris), space=pier, terms=shut)
    assert reads.listed(anna, places.readable_names(anna.person_id)) == []


def test_what_is_removed_is_told_no_more(world: World, work: Work) -> None:
    anna = world.actor(world.anna)
    early = posts.write(by=anna, space=world.quay, body="@bram quicksilver")
    late = posts.write(by=anna, space=world.quay, body="@bram quicksilver")
    head = posts.write(by=anna, space=world.quay, body="Quicksilver")
    posts.remove(by=anna, post=early)
    work()
    reply = posts.comment(by=world.actor(world.hanne), under=head, body="@bram see above")
    thanks.appreciate(by=world.actor(world.bram), post=reply)
    work()
    posts.remove(by=anna, post=late)
    posts.remove(by=anna, post=head)
    work()
    assert "uicksilver" not in str(list(Notice.objects.values())), "no words of what is gone"


def test_who_has_left_the_company_is_told_nothing(world: World, post: Post, work: Work) -> None:
    people.deactivate(by=world.actor(world.hanne), person_id=world.anna.id)
    posts.comment(by=world.actor(world.bram), under=post, body="@anna?")
    thanks.appreciate(by=world.actor(world.bram), post=post)
    work()
    assert not Notice.objects.filter(person=world.anna).exists()
