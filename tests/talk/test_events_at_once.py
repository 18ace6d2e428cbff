"""Many people answer at the same moment: places are given out once each."""

import threading
from datetime import timedelta
from random import Random

import pytest
from django.db import connections

from tests.stage import Clock
from tests.world import FOUNDED, IMPORTER, World, build
from vloot.ground import clock as clocks
from vloot.people import acts as people
from vloot.people.actor import Actor
from vloot.people.acts import PersonDraft
from vloot.talk.events import acts, reads
from vloot.talk.events.acts import EventDraft, Meeting
from vloot.talk.models import EventReply, Post

ROOM, CROWD = 5, 12


def _event(world: World) -> Post:
    starts = clocks.now() + timedelta(days=3)
    held = Meeting(
        starts_at=starts, ends_at=starts + timedelta(hours=1), zone="UTC", place="Hall", capacity=ROOM
    )
    draft = EventDraft(space_id=world.quay.id, author_id=world.anna.id, title="Summer barbecue", meeting=held)
    return acts.plan(by=world.actor(world.anna), draft=draft)


@pytest.mark.django_db(transaction=True)
def test_the_room_is_never_overfull(clock: Clock) -> None:
    world = build()
    drafts = [
        PersonDraft(external_key=f"n{n}", name=f"Nina {n}", username=f"nina{n}", at=FOUNDED)
        for n in range(CROWD)
    ]
    crowd = sorted(people.place_many(by=IMPORTER, drafts=drafts).values())
    event = _event(world)
    gate = threading.Barrier(CROWD)
    failed: list[BaseException] = []

    def answer(person: int) -> None:
        chance = Random(person)  # the same on every run
        try:
            with clocks.freeze(clock.at):
                gate.wait(20)
                for word in [*chance.choices(["yes", "no", "maybe", "yes"], k=4), "yes"]:
                    acts.reply(by=Actor(person_id=person), event=event, answer=word)
        except BaseException as error:  # noqa: BLE001
            failed.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=answer, args=(person,)) for person in crowd]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not failed
    company = reads.said_to(reads.get(world.actor(world.anna), event.id))
    assert len(company.coming) == ROOM
    assert len(company.waiting) == CROWD - ROOM
    assert sorted(card.id for card in company.coming + company.waiting) == crowd
    first = list(EventReply.objects.order_by("id").values_list("person_id", flat=True)[:ROOM])
    assert sorted(first) == sorted(card.id for card in company.coming)
