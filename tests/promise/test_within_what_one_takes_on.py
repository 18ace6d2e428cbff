"""Promise 19: invitations to answer, and old answers to look at again, never exceed one's own cap; nothing of it is sent in quiet hours."""

import random
from collections import Counter
from collections.abc import Callable
from datetime import date, time, timedelta

import pytest

from tests.stage import Clock
from tests.world import FOUNDED, IMPORTER, World
from vloot import wiring
from vloot.experts import acts, asking, reviewing
from vloot.experts.models import Load
from vloot.notices import acts as notices
from vloot.notices.acts import Hours
from vloot.notices.carrying import Parcel
from vloot.people import acts as people
from vloot.people.acts import PersonDraft
from vloot.people.reads import actor_for
from vloot.talk.models import Post
from vloot.talk.posts.acts import PostDraft
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import AnswerDraft, Wording
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import JoinDraft

Work = Callable[[], int]
CAPS = (0, 1, 1, 2, 3, 3)
WEEK = timedelta(days=7)


@pytest.fixture
def crew(world: World, work: Work) -> list[int]:
    """Six who know about pumps, of whom each takes on another number a week, and who all answered something two years ago."""
    drafts = [
        PersonDraft(external_key=f"p{n}", name=f"Pia {n}", username=f"pia{n}") for n in range(len(CAPS))
    ]
    ids = list(people.place_many(by=IMPORTER, drafts=drafts).values())
    spaces.join_many(by=IMPORTER, drafts=[JoinDraft(world.quay.id, one) for one in ids])
    for cap, one in zip(CAPS, ids, strict=True):
        acts.take_up(by=actor_for(one), name="Pumps")
        acts.choose(by=actor_for(one), a_week=cap, paused_until=None, is_curious=True)
        _helped_long_ago(world, one)
    work()
    return ids


def _helped_long_ago(world: World, person_id: int) -> None:
    long_ago = FOUNDED - timedelta(days=700)
    draft = PostDraft(
        kind=Post.QUESTION,
        space_id=world.quay.id,
        author_id=world.hanne.id,
        title="Is the pump old?",
        body="",
        at=long_ago,
    )
    (asked,) = questions.ask_many(by=IMPORTER, drafts=[draft])
    answer = AnswerDraft(
        question_id=asked.id, author_id=person_id, body="Yes.", at=long_ago + timedelta(hours=1)
    )
    (made,) = questions.answer_many(by=IMPORTER, drafts=[answer])
    questions.accept(by=IMPORTER, answer=made)


def _most_in_a_week(person_id: int) -> int:
    days = sorted(Load.objects.filter(person_id=person_id).values_list("day", flat=True))
    return max((sum(first <= day < first + WEEK for day in days) for first in days), default=0)


def test_nobody_is_asked_more_often_than_they_take_on(
    world: World, crew: list[int], work: Work, clock: Clock
) -> None:
    chance = random.Random(19)
    for day in range(15):
        clock.move(days=1)
        if clock.at.weekday() < 5:
            for _ in range(chance.randrange(3)):
                wording = Wording(title=f"Why does pump {day} leak?")
                questions.ask(by=world.actor(world.hanne), space=world.quay, wording=wording)
            work()
            asking.go_on()
            reviewing.put_forward()
    most = {one: _most_in_a_week(one) for one in crew}
    assert all(most[one] <= cap for cap, one in zip(CAPS, crew, strict=True)), most
    assert sum(most.values()) >= 5  # somebody was asked, or this proves nothing
    everybody = Counter(Load.objects.values_list("person_id", flat=True))
    assert max(everybody[one] for one in everybody) <= 3 * 3


def test_at_night_nothing_is_sent(
    world: World, crew: list[int], work: Work, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[Parcel] = []
    monkeypatch.setitem(wiring.CARRIERS, "mail", sent.append)
    for one in crew:
        notices.set_hours(by=actor_for(one), hours=Hours(quiet_from=time(19), quiet_until=time(7)))
        notices.choose(by=actor_for(one), chosen={("invitations", "mail"): "at_once"})
    clock.move(hours=14)  # from ten in the morning to midnight
    questions.ask(
        by=world.actor(world.hanne), space=world.quay, wording=Wording(title="Why does the pump leak?")
    )
    work()
    reviewing.put_forward()
    assert Load.objects.filter(day__gte=date(2026, 3, 1)).exists()
    for _ in range(5):
        notices.deliver()
        clock.move(hours=1)
    assert [parcel for parcel in sent if parcel.person_id in crew] == []
    clock.move(hours=4)
    notices.deliver()
    kinds = {card.kind for parcel in sent for card in parcel.cards}
    assert "invited_to_answer" in kinds
    assert {parcel.person_id for parcel in sent} & set(crew)
