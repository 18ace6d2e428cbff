"""What the tests of the network stand on: an open room, a crew, and people who help each other on any day."""

from collections.abc import Sequence

from tests.stage import Clock
from tests.world import FOUNDED, IMPORTER, World
from vloot.company.agreements import acts as agreements
from vloot.company.switches import acts as switches
from vloot.company.switches.acts import Decision
from vloot.ground import clock as clocks
from vloot.network import gate
from vloot.people import acts as people
from vloot.people.acts import PersonDraft
from vloot.people.reads import actor_for
from vloot.talk.models import Post
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import JoinDraft
from vloot.talk.thanks import acts as thanks


def agree(topics: Sequence[str] = ("network",)) -> None:
    """The company records an agreement."""
    agreements.conclude(
        by=IMPORTER,
        subject="Looking at the network",
        agreed_on=clocks.now().date(),
        document="Annex 7",
        parties="The top and the council",
        topics=topics,
    )


def switch_on(is_on: bool = True) -> None:
    """An administrator switches the room."""
    switches.switch(by=IMPORTER, room=gate.NETWORK, decision=Decision(is_on=is_on, why="To meet"))


def open_room() -> None:
    """An agreement, and the switch."""
    agree()
    switch_on()


def crew(world: World, size: int, kind: str = "human", team_id: int | None = None) -> list[int]:
    """So many more people in the Quay."""
    names = [f"{kind}-{team_id or 0}-{number:03}" for number in range(size)]
    drafts = [
        PersonDraft(external_key=name, name=name, username=name, kind=kind, team_id=team_id, at=FOUNDED)
        for name in names
    ]
    made = list(people.place_many(by=IMPORTER, drafts=drafts).values())
    spaces.join_many(by=IMPORTER, drafts=[JoinDraft(world.quay.id, one, FOUNDED) for one in made])
    return made


def ask(world: World, asker: int) -> Post:
    """Somebody asks."""
    return questions.ask(by=actor_for(asker), space=world.quay, wording=Wording(title="How does this go?"))


def answer(question: Post, helper: int) -> Post:
    """Somebody answers."""
    return questions.answer(by=actor_for(helper), question=question, body="Like this")


def accepted(world: World, asker: int, helper: int) -> Post:
    """Somebody asks, somebody answers, and that solved it."""
    given = answer(ask(world, asker), helper)
    questions.accept(by=actor_for(asker), answer=given)
    return given


def helped(world: World, reader: int, helper: int, asker: int) -> Post:
    """An answer to one helps another."""
    given = answer(ask(world, asker), helper)
    questions.mark_helped(by=actor_for(reader), answer=given)
    return given


def thanked(world: World, giver: int, *takers: int) -> Post:
    """Somebody thanks, where others read it."""
    return thanks.give(by=actor_for(giver), space=world.quay, to=takers, reason="For the rope")


def weeks_ago(clock: Clock, weeks: float) -> None:
    """Go back, or with a negative number on."""
    clock.move(weeks=-weeks)
