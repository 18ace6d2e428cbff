"""A report is looked at by one host, decided with a reason, and can be looked at again by another."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection

from tests.stage import Clock
from tests.talk.ways import missing, refused
from tests.world import IMPORTER, World
from vloot.logbook.models import Entry
from vloot.notices.models import Notice
from vloot.people import acts as people
from vloot.people.models import Person
from vloot.talk.files import acts as files
from vloot.talk.files import reads as filed
from vloot.talk.models import Case, Poll, Post, PostTag, Report, Sealed
from vloot.talk.order import acts, reads, sealing, upkeep, whole
from vloot.talk.order.acts import Verdict
from vloot.talk.polls import acts as polls
from vloot.talk.polls.acts import PollDraft
from vloot.talk.posts import acts as posts
from vloot.talk.posts import reads as read
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.spaces import acts as spaces
from vloot.talk.timeline import reads as timeline

Work = Callable[[], int]


@pytest.fixture
def post(world: World) -> Post:
    return posts.write(by=world.actor(world.anna), space=world.quay, body="Bram cannot count #tide @hanne")


@pytest.fixture
def case(world: World, post: Post) -> Case:
    return acts.report(by=world.actor(world.bram), post=post, reason="hurts", own_words="That stung")


def told(person: Person) -> list[str]:
    return list(Notice.objects.filter(person=person).order_by("id").values_list("kind", flat=True))


def decided(world: World, case: Case, outcome: str, by: Person | None = None, hours: int = 24) -> None:
    actor = world.actor(by or world.chris)
    acts.claim(by=actor, case=case)
    acts.decide(
        by=actor, case=case, verdict=Verdict(outcome=outcome, reason="It belittles Bram", hours=hours)
    )


def test_only_who_looks_after_it_reads_who_reported(world: World, post: Post, case: Case, work: Work) -> None:
    work()
    assert told(world.chris) == ["case"]
    assert [told(person) for person in (world.anna, world.bram)] == [["mentioned"] * 0, []]
    page = whole.page(world.actor(world.chris), case.id)
    assert [(line.reporter.name, line.words) for line in page.reports if line.reporter] == [
        ("Bram Desmet", "That stung")
    ]
    for person in (world.anna, world.bram, world.dana):
        with missing():
            whole.page(world.actor(person), case.id)
        assert reads.queue(world.actor(person)) == []
    assert [line.id for line in reads.queue(world.actor(world.hanne))] == [case.id], (
        "she keeps order everywhere"
    )
    assert not Entry.objects.filter(kind__in=["PostReported", "CaseOpened"]).exclude(actor_id=None).exists()


def test_what_cannot_be_reported(world: World, post: Post) -> None:
    with refused("own_post"):
        acts.report(by=world.actor(world.anna), post=post, reason="hurts")
    with refused("no_reason", "reason"):
        acts.report(by=world.actor(world.bram), post=post, reason="")
    with refused("no_words", "words"):
        acts.report(by=world.actor(world.bram), post=post, reason="other")
    posts.remove(by=world.actor(world.anna), post=post)
    with refused("removed"):
        acts.report(by=world.actor(world.bram), post=post, reason="hurts")


def test_two_reports_are_one_case_and_twice_is_once(world: World, post: Post, case: Case) -> None:
    assert acts.report(by=world.actor(world.bram), post=post, reason="threat") == case
    assert acts.report(by=world.actor(world.hanne), post=post, reason="false") == case
    assert Report.objects.count() == 2
    assert reads.queue(world.actor(world.hanne)) == [], "who reports does not look at it"


def test_a_host_is_looked_at_by_somebody_else(world: World, work: Work) -> None:
    told_off = posts.write(by=world.actor(world.chris), space=world.slip, body="You are all late")
    case = acts.report(by=world.actor(world.dana), post=told_off, reason="hurts")
    work()
    assert Case.objects.get(pk=case.pk).is_company
    assert (told(world.chris), told(world.hanne)) == ([], ["case"])
    assert reads.queue(world.actor(world.chris)) == []
    page = whole.page(world.actor(world.hanne), case.id)
    assert page.thread_id is None, "she does not read that space"
    assert [piece for piece, _ in page.pieces] == ["You are all late"], (
        "but this one post she was asked to look at"
    )


def test_a_host_who_reports_steps_back(world: World, post: Post, case: Case) -> None:
    chris = world.actor(world.chris)
    acts.claim(by=chris, case=case)
    acts.report(by=chris, post=post, reason="false")
    found = Case.objects.get(pk=case.pk)
    assert (found.claimed_by_id, found.is_company) == (None, True)
    with missing():
        acts.claim(by=chris, case=case)


def test_one_at_a_time(world: World, case: Case, clock: Clock) -> None:
    chris, hanne = world.actor(world.chris), world.actor(world.hanne)
    with refused("not_claimed"):
        acts.decide(by=chris, case=case, verdict=Verdict(outcome="nothing"))
    acts.claim(by=chris, case=case)
    with refused("claimed"):
        acts.claim(by=hanne, case=case)
    with refused("not_claimed"):
        acts.decide(by=hanne, case=case, verdict=Verdict(outcome="nothing"))
    acts.note(by=hanne, case=case, text="I know them both")
    clock.move(hours=25)
    acts.claim(by=hanne, case=case)
    acts.let_go(by=hanne, case=case)
    acts.claim(by=chris, case=case)
    acts.decide(by=chris, case=case, verdict=Verdict(outcome="nothing"))
    with refused("decided"):
        acts.claim(by=hanne, case=case)


def test_the_reporter_reads_that_somebody_looked_and_the_writer_nothing(
    world: World, post: Post, case: Case, work: Work
) -> None:
    work()
    decided(world, case, "nothing")
    work()
    assert told(world.bram) == ["report_seen"]
    assert told(world.anna) == []
    assert told(world.chris) == [], "what was to be done is done"
    (mine,) = reads.my_reports(world.actor(world.bram))
    assert mine.looked_at is not None
    assert reads.about_me(world.actor(world.anna)) == []


def test_edited_is_believed_when_it_is_so(world: World, post: Post, case: Case, clock: Clock) -> None:
    chris = world.actor(world.chris)
    acts.claim(by=chris, case=case)
    with refused("not_edited", "outcome"):
        acts.decide(by=chris, case=case, verdict=Verdict(outcome="edited"))
    clock.move(minutes=5)
    posts.edit(by=world.actor(world.anna), post=post, body="Bram counts differently")
    acts.decide(by=chris, case=case, verdict=Verdict(outcome="edited"))


def test_what_is_taken_away_is_sealed_and_comes_back(
    world: World, case: Case, post: Post, work: Work, clock: Clock
) -> None:
    anna, hanne = world.actor(world.anna), world.actor(world.hanne)
    posts.edit(by=anna, post=post, body="Bram really cannot count #tide @hanne")
    before = read.get(anna, post.id)
    decided(world, case, "removed")
    work()
    gone = Post.objects.get(pk=post.pk)
    assert (gone.source, gone.html, gone.title, gone.tags, bool(gone.removed_at)) == ("", "", "", [], True)
    assert not PostTag.objects.filter(post=post).exists()
    assert told(world.anna) == ["taken_away"]
    _case, mine = reads.decision(anna, case.id)
    assert "really cannot" in mine.words
    assert mine.reason == "It belittles Bram"
    with missing():
        reads.decision(world.actor(world.bram), case.id)
    acts.appeal(by=anna, case=case, text="It was a joke between us")
    with refused("appealed"):
        acts.appeal(by=anna, case=case, text="Please")
    work()
    assert told(world.hanne)[-1] == "case_appeal"
    with missing():
        acts.answer_appeal(by=anna, case=case, is_overturned=True, reason="Yes yes")
    assert "really cannot" in acts.read_sealed(by=hanne, case=case)
    assert Entry.objects.get(kind="SealedRead").actor_id == world.hanne.id
    acts.answer_appeal(by=hanne, case=case, is_overturned=True, reason="They laugh about it together")
    work()
    back = read.get(anna, post.id)
    for name in (*sealing.WORDS, "removed_at", "edited_at"):
        assert getattr(back, name) == getattr(before, name), name
    assert len(read.versions(back)) == 2
    assert timeline.by_tag(anna, "tide").cards[0].id == post.id
    assert told(world.anna)[-1] == "appeal_answered"
    assert told(world.chris)[-1] == "decision_seen"
    assert not Sealed.objects.exists()
    assert Entry.objects.filter(kind="PostRestored").count() == 1


def test_whoever_decided_does_not_look_again(world: World, case: Case) -> None:
    decided(world, case, "warned")
    acts.appeal(by=world.actor(world.anna), case=case, text="I did not mean it")
    found = Case.objects.get(pk=case.pk)
    assert found.is_company, "nobody else hosts this space"
    with refused("own_decision"):
        acts.answer_appeal(by=world.actor(world.chris), case=case, is_overturned=False, reason="As I said")
    assert [line.is_appeal for line in reads.queue(world.actor(world.hanne))] == [True]
    assert reads.queue(world.actor(world.chris)) == []
    acts.answer_appeal(by=world.actor(world.hanne), case=case, is_overturned=False, reason="It hurt him")
    with refused("no_appeal"):
        acts.answer_appeal(by=world.actor(world.hanne), case=case, is_overturned=True, reason="Or not")


def test_what_nobody_appealed_against_is_gone_for_good(
    world: World, clock: Clock, work: Work, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    anna = world.actor(world.anna)
    file = files.put(by=anna, name="list.txt", content=b"zyzzyva")
    post = posts.write(by=anna, space=world.quay, body="zyzzyva", files=[file.id])
    acts.take_away(by=world.actor(world.chris), post=post, reason="It names a customer")
    work()
    for actor in (anna, world.actor(world.chris), IMPORTER):
        with missing():
            filed.get(actor, file.id)
    assert filed.of_posts([post.id]) == {}
    clock.move(days=13)
    assert sealing.let_go(clock.at) == 0
    clock.move(days=2)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        assert sealing.let_go(clock.at) == 1
    assert not file.place().exists()
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from talk_post p, talk_file f where p.source || f.name like '%zyzzyva%'"
        )
        assert cursor.fetchone() == (0,)
    assert not Sealed.objects.exists()
    with refused("too_late"):
        acts.appeal(by=anna, case=Case.objects.get(), text="Only now I see it")


def test_an_open_appeal_keeps_the_words(world: World, case: Case, clock: Clock) -> None:
    decided(world, case, "removed")
    clock.move(days=13)
    acts.appeal(by=world.actor(world.anna), case=case, text="Please look")
    clock.move(days=9)
    assert sealing.let_go(clock.at) == 0


def test_polls_and_accepted_answers_come_back_whole(world: World, work: Work) -> None:
    anna, bram, chris, hanne = (world.actor(p) for p in (world.anna, world.bram, world.chris, world.hanne))
    draft = PollDraft(space_id=world.quay.id, author_id=world.bram.id, title="Soup?", choices=("Yes", "No"))
    poll = polls.open(by=bram, draft=draft)
    polls.vote(by=anna, poll=poll, choice_ids=[Poll.objects.get().choices.first().pk])  # type: ignore[union-attr]
    question = questions.ask(by=anna, space=world.quay, wording=Wording(title="When is it high?"))
    answer = questions.answer(by=bram, question=question, body="At one")
    questions.accept(by=anna, answer=answer)
    for post in (poll, answer):
        case = acts.take_away(by=chris, post=post, reason="Just to see")
        work()
        acts.appeal(by=bram, case=case, text="Why should it")
        acts.answer_appeal(by=hanne, case=case, is_overturned=True, reason="Indeed, why")
        work()
    assert [len(choice.voters) for choice in timeline.of_ids(anna, [poll.id])[0].poll.choices] == [1, 0]  # type: ignore[union-attr]
    assert timeline.of_ids(anna, [answer.id])[0].is_accepted


def test_what_is_sealed_says_nothing_by_its_parts(world: World, work: Work) -> None:
    bram, anna = world.actor(world.bram), world.actor(world.anna)
    draft = PollDraft(
        space_id=world.quay.id, author_id=world.bram.id, title="Soup?", choices=("Zyzzyva", "No")
    )
    poll = polls.open(by=bram, draft=draft)
    acts.take_away(by=world.actor(world.chris), post=poll, reason="Just to see")
    work()
    assert Poll.objects.get().choices.count() == 2
    assert timeline.of_ids(anna, [poll.id])[0].poll is None
    assert "Zyzzyva" not in str(timeline.of_ids(anna, [poll.id]))


def test_read_only_ends_by_itself(world: World, case: Case, post: Post, work: Work, clock: Clock) -> None:
    decided(world, case, "read_only")
    work()
    assert told(world.anna) == ["read_only"]
    anna = world.actor(world.anna)
    assert anna.is_read_only
    theirs = posts.write(by=world.actor(world.bram), space=world.quay, body="Hello")
    for deed in (
        lambda: posts.write(by=anna, space=world.quay, body="Hello"),
        lambda: posts.comment(by=anna, under=theirs, body="Hello"),
        lambda: posts.edit(by=anna, post=post, body="Hello again"),
        lambda: spaces.open(by=anna, terms=spaces.Terms(name="Mine")),
    ):
        with refused("read_only"):
            deed()
    assert read.get(anna, theirs.id)
    assert timeline.of_ids(anna, [theirs.id])[0].can == {"bookmark", "unread", "report"}
    why = reads.why_read_only(anna)
    assert why is not None
    assert why.reason == "It belittles Bram"
    clock.move(hours=25)
    posts.write(by=anna, space=world.quay, body="Good morning")


def test_an_appeal_lets_somebody_write_again(world: World, case: Case) -> None:
    decided(world, case, "read_only", hours=720)
    acts.appeal(by=world.actor(world.anna), case=case, text="I said sorry")
    acts.answer_appeal(by=world.actor(world.hanne), case=case, is_overturned=True, reason="So she did")
    posts.write(by=world.actor(world.anna), space=world.quay, body="Thank you")


def test_who_lets_whom_read_only(world: World) -> None:
    quiet = Verdict(outcome="read_only", reason="Enough for now", hours=4)
    with refused("yourself"):
        acts.speak_to(by=world.actor(world.hanne), person_id=world.hanne.id, verdict=quiet)
    with refused("read_only.guarded"):
        acts.speak_to(by=world.actor(world.chris), person_id=world.hanne.id, verdict=quiet)
    for person in (world.anna, world.dana):
        with missing():
            acts.speak_to(by=world.actor(person), person_id=world.bram.id, verdict=quiet)
    people.give_role(by=IMPORTER, person_id=world.bram.id, role="administrator")
    acts.speak_to(by=world.actor(world.bram), person_id=world.hanne.id, verdict=quiet)
    hanne = world.actor(world.hanne)
    assert hanne.is_read_only, "administrators and leaders too"
    with refused("read_only.self"):
        acts.let_write(by=hanne, person_id=world.hanne.id)
    with missing():
        acts.speak_to(by=hanne, person_id=world.bram.id, verdict=quiet)
    assert not reads.looks_after(hanne)
    acts.let_write(by=world.actor(world.bram), person_id=world.hanne.id)
    assert not world.actor(world.hanne).is_read_only


@pytest.mark.parametrize("hours", [0, 1, 721, 100_000])
def test_read_only_is_for_a_while(world: World, hours: int) -> None:
    with refused("read_only.while", "hours"):
        verdict = Verdict(outcome="read_only", reason="Enough", hours=hours)
        acts.speak_to(by=world.actor(world.hanne), person_id=world.anna.id, verdict=verdict)


def test_nothing_is_left_lying_and_nothing_is_kept(
    world: World, case: Case, work: Work, clock: Clock
) -> None:
    acts.claim(by=world.actor(world.chris), case=case)
    clock.move(days=2)
    assert upkeep.raise_waiting(clock.at) == 0
    clock.move(days=2)
    assert upkeep.raise_waiting(clock.at) == 1
    work()
    assert told(world.hanne)[-1] == "case"
    decided(world, case, "nothing", by=world.hanne)
    clock.move(days=119)
    assert upkeep.forget_old(clock.at) == 0
    clock.move(days=2)
    assert upkeep.forget_old(clock.at) > 0
    assert not Report.objects.exists()


def test_a_space_hands_it_on(world: World, case: Case, work: Work) -> None:
    chris = world.actor(world.chris)
    acts.claim(by=chris, case=case)
    acts.pass_on(by=chris, case=case)
    found = Case.objects.get(pk=case.pk)
    assert (found.is_company, found.claimed_by_id) == (True, None)


def test_hosts_give_a_reason_and_take_away_in_their_space_only(world: World, post: Post) -> None:
    with refused("no_words", "reason"):
        acts.take_away(by=world.actor(world.chris), post=post, reason=" ")
    for person in (world.bram, world.hanne):
        with refused("not_host"):
            acts.take_away(by=world.actor(person), post=post, reason="I do not like it")
    with refused("own_post"):
        acts.take_away(by=world.actor(world.anna), post=post, reason="I do not like it")


def test_my_copy_never_says_who_reported(world: World, case: Case) -> None:
    from vloot.talk.order import care

    decided(world, case, "warned")
    said = str(care.mine(world.anna.id))
    assert "It belittles Bram" in said
    assert "That stung" not in said
    assert str(world.bram.id) not in said
    assert "That stung" in str(care.mine(world.bram.id))
    for person in (world.anna, world.bram, world.chris):
        care.forget(person.id)
    assert not Case.objects.exists()


def test_the_time_to_appeal_is_two_weeks(world: World, case: Case, clock: Clock) -> None:
    decided(world, case, "warned")
    clock.move(days=14)
    assert reads.decision(world.actor(world.anna), case.id)[1].can_appeal
    clock.set(clock.at + timedelta(seconds=1))
    assert not reads.decision(world.actor(world.anna), case.id)[1].can_appeal
