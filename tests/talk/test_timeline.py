"""What is new, and what a card offers: nothing is lost to slow transactions, and no button is refused."""

import threading
from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.stage import Clock
from tests.talk import scene
from tests.talk.scene import CAST
from tests.world import IMPORTER, World, build
from vloot.ground import clock as clocks
from vloot.people.actor import Actor
from vloot.talk.announcements import rules as telling
from vloot.talk.events import rules as meeting
from vloot.talk.models import Announcement, Confirmation, Event, Poll, Post, Question, Space
from vloot.talk.order import rules as order
from vloot.talk.polls import rules as polls
from vloot.talk.posts import acts as posts
from vloot.talk.posts import rules
from vloot.talk.posts.acts import PostDraft
from vloot.talk.questions import acts as questions
from vloot.talk.questions import rules as asking
from vloot.talk.questions.acts import Wording
from vloot.talk.thanks import acts as thanks
from vloot.talk.thanks import rules as thanking
from vloot.talk.timeline import reads


class Slow(threading.Thread):
    """Another connection that writes a post and commits only when told."""

    def __init__(self, actor: Actor, space: Space) -> None:
        super().__init__()
        self.actor, self.space = actor, space
        self.written, self.may_commit = threading.Event(), threading.Event()
        self.post: Post | None = None

    def run(self) -> None:
        from django.db import transaction

        try:
            with transaction.atomic():
                self.post = posts.write(by=self.actor, space=self.space, body="Slowly")
                self.written.set()
                self.may_commit.wait(20)
        finally:
            self.written.set()
            connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_post_committed_late_is_not_lost() -> None:
    world = build()
    anna, quay = world.actor(world.anna), world.quay
    slow = Slow(world.actor(world.bram), quay)
    slow.start()
    assert slow.written.wait(20)
    quick = posts.write(by=world.actor(world.chris), space=quay, body="Quickly")
    newest = reads.home(anna).cards[0].id
    assert newest == quick.id
    assert [card.id for card in reads.since(anna, newest).cards] == [quick.id]
    slow.may_commit.set()
    slow.join(20)
    assert slow.post is not None
    assert slow.post.id < newest, "the test means a post whose id lies behind"
    assert [card.id for card in reads.since(anna, newest).cards] == [quick.id, slow.post.id]


def test_what_came_before_the_look_back_is_read_already(world: World, clock: Clock) -> None:
    anna, bram = world.actor(world.anna), world.actor(world.bram)
    first = posts.write(by=bram, space=world.quay, body="One")
    clock.move(seconds=11)
    second = posts.write(by=bram, space=world.quay, body="Two")
    clock.move(seconds=9)
    third = posts.write(by=bram, space=world.quay, body="Three")
    assert [card.id for card in reads.since(anna, third.id).cards] == [third.id, second.id]
    assert [card.id for card in reads.since(anna, second.id).cards] == [third.id, second.id]
    assert first.id not in [card.id for card in reads.since(anna, second.id).cards]
    assert reads.away(anna, clock.at) == [third.id]


def test_a_reply_committed_late_is_not_lost(world: World, clock: Clock) -> None:
    head = posts.write(by=world.actor(world.anna), space=world.quay, body="One")
    clock.move(minutes=1)
    newest = posts.comment(by=world.actor(world.bram), under=head, body="Two")
    draft = PostDraft(
        kind=Post.COMMENT,
        space_id=world.quay.id,
        author_id=world.chris.id,
        body="Three",
        parent_id=head.id,
        at=clocks.ago(seconds=9),
    )
    late = posts.place_many(by=IMPORTER, drafts=[draft])[0]
    assert late.id < newest.id
    found = reads.replies_since(world.actor(world.anna), head.id, newest.id)
    assert [card.id for card in found] == [late.id, newest.id]


def test_the_accepted_answer_stands_first_and_comments_under_theirs(world: World, clock: Clock) -> None:
    anna, bram, chris = (world.actor(p) for p in (world.anna, world.bram, world.chris))
    question = questions.ask(by=anna, space=world.quay, wording=Wording(title="When is it high?"))
    clock.move(minutes=1)
    first = questions.answer(by=bram, question=question, body="At one")
    clock.move(minutes=1)
    second = questions.answer(by=chris, question=question, body="At two")
    clock.move(minutes=1)
    under = posts.comment(by=anna, under=first, body="Sure?")
    clock.move(minutes=1)
    deeper = posts.comment(by=bram, under=under, body="Sure")
    thread = reads.thread_of(anna, deeper.id)
    assert [card.id for card in thread.replies] == [first.id, under.id, deeper.id, second.id]
    questions.accept(by=anna, answer=second)
    thread = reads.thread_of(anna, question.id)
    assert [card.id for card in thread.replies] == [second.id, first.id, under.id, deeper.id]
    assert [card.is_accepted for card in thread.replies] == [True, False, False, False]


def test_comments_on_comments_are_put_in_order_in_time() -> None:
    """A ladder of comments as deep as the thread is long costs one look at each."""

    class Counting(dict[int, int]):
        asked = 0

        def __getitem__(self, key: int) -> int:
            Counting.asked += 1
            return super().__getitem__(key)

    deep = 5000
    ladder = Counting({1: 9_999_999} | {n: n - 1 for n in range(2, deep + 1)})
    for parents in (ladder, Counting(dict(reversed(ladder.items())))):
        Counting.asked = 0
        assert reads._tops(parents) == dict.fromkeys(range(1, deep + 1), 1)
        assert Counting.asked <= 3 * deep


def allowed(actor: Actor, post: Post) -> set[str]:
    """What the rules let this actor do with a post they can read."""
    head = post.root or post
    is_question, is_head = head.kind == Post.QUESTION, not post.root_id
    verdicts = {
        "reply": rules.may_reply(actor, head).ok,
        "answer": post.kind == Post.QUESTION and asking.may_answer(actor, post).ok,
        "comment": post.kind != Post.QUESTION and rules.may_reply(actor, head).ok,
        "edit": rules.may_edit(actor, post).ok,
        "remove": rules.may_remove(actor, post).ok,
        "pin": rules.may_pin(actor, post).ok,
        "close": not head.closed_at and rules.may_close(actor, post).ok,
        "reopen": bool(head.closed_at) and rules.may_reopen(actor, post).ok,
        "appreciate": thanking.may_appreciate(actor, post).ok,
        "helped": asking.may_help_be_marked(actor, post).ok,
        "bookmark": True,
        "unread": True,
        "talk": post.author_id != actor.person_id,
        "report": order.may_report(actor, post).ok,
        "take_away": order.may_take_away(actor, post).ok,
    }
    if is_question:
        question = Question.objects.get(pk=head.pk)
        closes = is_head and asking.may_close(actor, question).ok
        verdicts |= {
            "accept": post.kind == Post.ANSWER and asking.may_accept(actor, question).ok,
            "close_question": closes and not question.closed_at,
            "reopen_question": closes and bool(question.closed_at),
            "hand_over": is_head and asking.may_hand_over(actor, question).ok,
        }
    if post.kind == Post.POLL:
        poll = Poll.objects.get(pk=post.pk)
        verdicts |= {"vote": polls.may_vote(actor, poll).ok, "close_poll": polls.may_close(actor, poll).ok}
    if post.kind == Post.ANNOUNCEMENT:
        announcement = Announcement.objects.get(pk=post.pk)
        confirmed = Confirmation.objects.filter(announcement=announcement, person_id=actor.person_id)
        verdicts |= {
            "confirm": telling.may_confirm(actor, announcement).ok and not confirmed.exists(),
            "lower": telling.may_lower(actor, announcement).ok,
        }
    if post.kind == Post.EVENT:
        event = Event.objects.get(pk=post.pk)
        verdicts |= {
            "come": meeting.may_reply(actor, event).ok,
            "change_event": meeting.may_change(actor, event).ok,
            # its words change along with its time and place, under "change_event"
            "edit": verdicts["edit"] and not meeting.is_ahead(event),
        }
    return {name for name, is_allowed in verdicts.items() if is_allowed}


def test_buttons_offer_what_the_rules_allow(world: World) -> None:
    set_ = scene.build(world)
    wrong = []
    for name in CAST[:-1]:
        actor = set_.actors[name]
        for post in Post.objects.filter(rules.visible(actor), removed_at=None):
            card = reads.cards(actor, [post.id])[0]
            differing = card.can ^ allowed(actor, post)
            if differing:
                wrong.append(f"{name} on a {post.kind} by {post.author}: {sorted(differing)}")
    assert not wrong, "\n".join(wrong)


def test_nothing_is_offered_on_what_is_removed(world: World) -> None:
    set_ = scene.build(world)
    for post in Post.objects.exclude(removed_at=None):
        for name in ("anna", "chris"):
            card = reads.cards(set_.actors[name], [post.id])[0]
            assert (card.is_removed, card.can, card.html, card.title) == (True, frozenset(), "", "")


def test_many_cards_cost_no_more_questions_than_few(world: World) -> None:
    scene.build(world)
    chris = world.actor(world.chris)
    for post in Post.objects.filter(removed_at=None).exclude(author=world.chris):
        thanks.appreciate(by=chris, post=post)
    every = list(Post.objects.filter(rules.visible(chris)).values_list("id", flat=True))

    def queries(read: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as seen:
            read()
        return len(seen)

    most = queries(lambda: reads.cards(chris, every))
    assert len(every) > 12
    assert most <= 8
    for one in every:
        assert queries(partial(reads.cards, chris, [one])) <= most
    assert queries(lambda: reads.home(chris)) <= most + 2
