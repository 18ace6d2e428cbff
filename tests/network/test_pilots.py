"""Pilots: sought once in a quarter, found by their own yes, gone when they like; what everybody can read of them."""

from datetime import timedelta

import pytest

from tests.network.crew import Crew
from tests.network.scene import switch_on
from tests.stage import Clock, work_off
from tests.talk.ways import logged
from tests.world import IMPORTER, World
from vloot.ground import clock as clocks
from vloot.ground.errors import Refused
from vloot.network.pilots import acts, asking, care, reads, rules
from vloot.network.pilots.models import Asking, Pilot
from vloot.network.ties import acts as ties
from vloot.network.ties.models import Tie
from vloot.notices.models import Notice
from vloot.people import acts as people
from vloot.people.acts import PersonDraft
from vloot.people.models import Person
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording

TOPICS = ["Cranes", "cables "]


def found(crew: Crew, *some: Person) -> None:
    """These have said yes; all but the helper by an older asking."""
    for person in some:
        if person == crew.helper:
            acts.say_yes(by=crew.actor(person), topics=TOPICS, words=" Kom gerust\nlangs ")
        else:
            Pilot.objects.create(person=person, topics=["Sails"])


def names(crew: Crew) -> list[str]:
    return [one.person.name for one in reads.listed(crew.actor(crew.other))]


def test_a_yes_is_read_by_all_and_logged(crew: Crew) -> None:
    with logged("PilotFound"):
        found(crew, crew.helper)
    (one,) = reads.listed(crew.actor(crew.other))
    assert (one.person.id, one.topics, one.words) == (
        crew.helper.id,
        ["Cranes", "cables"],
        "Kom gerust langs",
    )
    assert reads.topics_of(crew.actor(crew.other), crew.helper.id) == ["Cranes", "cables"]
    assert reads.topics_of(crew.actor(crew.other), crew.other.id) == []
    with pytest.raises(Refused):
        found(crew, crew.helper)
    acts.change(by=crew.actor(crew.helper), topics=["Ropes"], words="")
    assert reads.topics_of(crew.actor(crew.other), crew.helper.id) == ["Ropes"]
    acts.step_down(by=crew.actor(crew.helper))
    assert reads.listed(crew.actor(crew.other)) == []
    with pytest.raises(Refused):
        acts.step_down(by=crew.actor(crew.helper))


@pytest.mark.parametrize(
    ("topics", "words", "field"),
    [
        ([], "", "topics"),
        ([" "], "", "topics"),
        (list("abcdef"), "", "topics"),
        (["x" * 61], "", "topics"),
        (["x"], "w" * 401, "words"),
    ],
)
def test_what_cannot_be_used_is_refused_about_its_field(
    crew: Crew, topics: list[str], words: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        acts.say_yes(by=crew.actor(crew.helper), topics=topics, words=words)
    assert refused.value.field == field
    assert not Pilot.objects.exists()


def test_the_list_goes_by_the_alphabet_whoever_helped_most(crew: Crew) -> None:
    found(crew, crew.everybody[5], crew.helper, crew.everybody[3])
    assert names(crew) == ["Sailor A00", "Sailor D03", "Sailor F05"]


def test_who_stays_out_of_the_network_is_a_pilot_no_more(crew: Crew) -> None:
    found(crew, crew.helper)
    ties.stay_out(by=crew.actor(crew.helper))
    assert names(crew) == [], "at once"
    assert reads.topics_of(crew.actor(crew.other), crew.helper.id) == []
    assert asking.let_go() == 1
    ties.come_in(by=crew.actor(crew.helper))
    assert names(crew) == [], "coming back is no yes"


def test_who_leaves_is_a_pilot_no_more(crew: Crew) -> None:
    found(crew, crew.helper)
    people.deactivate(by=IMPORTER, person_id=crew.helper.id)
    assert names(crew) == []
    work_off()
    assert not Pilot.objects.exists()


def test_staying_out_ends_being_asked_and_takes_ones_word_for_others_back(crew: Crew) -> None:
    for asker in crew.everybody[10:30][:16]:
        ties.stay_out(by=crew.actor(asker))
    assert not rules.is_asked(crew.actor(crew.helper)), "four of the twenty are left"


def test_guests_see_no_pilots_and_a_shut_room_shows_none(crew: Crew) -> None:
    found(crew, crew.helper)
    guest = people.place_many(
        by=IMPORTER, drafts=[PersonDraft(external_key="g", name="Gus", roles=("guest",))]
    )["g"]
    assert reads.listed(crew.actor(Person.objects.get(id=guest))) == []
    switch_on(is_on=False)
    assert names(crew) == []
    assert asking.current() is None
    assert not rules.is_asked(crew.actor(crew.helper))
    with pytest.raises(Refused, match="switched off"):
        acts.say_yes(by=crew.actor(crew.other), topics=TOPICS, words="")
    Asking.objects.all().delete()
    assert not asking.go_on(), "nothing is computed either"


def test_pilots_are_sought_once_in_a_quarter_and_weighed_anew_meanwhile(crew: Crew, clock: Clock) -> None:
    first = Asking.objects.get()
    clock.move(days=7)
    assert not asking.go_on()
    again = Asking.objects.get()
    assert (again.id, again.seed, again.until) == (first.id, first.seed, first.until)
    assert again.weighed_on == first.weighed_on + timedelta(days=7)
    clock.move(days=14)
    assert asking.current() is None
    assert not asking.go_on()
    assert Asking.objects.get().weighed_on == again.weighed_on, "nobody is weighed when nobody is asked"
    clock.move(days=13 * 7 - 21)
    crew.gather()
    assert asking.go_on()
    assert Asking.objects.get().id != first.id


def test_everybody_who_takes_part_is_told_in_the_same_words(crew: Crew) -> None:
    told = Notice.objects.filter(kind="pilots_sought").values_list("person_id", "title", "link", "object_id")
    assert {row[0] for row in told} == {person.id for person in crew.everybody}
    assert len({row[1:] for row in told}) == 1


def test_nobody_is_sought_before_a_quarter_of_ties_or_among_a_handful(crew: Crew) -> None:
    Asking.objects.all().delete()
    Tie.objects.filter(since__lte=clocks.now().date() - timedelta(weeks=13)).delete()
    assert not asking.go_on()
    crew.gather()
    for person in crew.everybody[29:]:
        people.deactivate(by=IMPORTER, person_id=person.id)
    assert not asking.go_on()


def test_a_boss_whom_the_chart_makes_people_ask_is_not_asked(crew: Crew) -> None:
    crew.gather(is_in_line=True)
    assert not rules.is_asked(crew.actor(crew.helper))


def test_teams_without_a_pilot_are_named_from_the_minimum_on(crew: Crew) -> None:
    assert reads.teams_without(crew.actor(crew.other)) == [], "while nobody is a pilot, no team stands out"
    found(crew, crew.helper)
    assert reads.teams_without(crew.actor(crew.other)) == ["Team 1", "Team 2", "Team 3"]
    for person in crew.everybody[1:20:4]:
        people.deactivate(by=IMPORTER, person_id=person.id)
    assert reads.teams_without(crew.actor(crew.helper)) == ["Team 2", "Team 3"], "a team of five is not named"


def test_my_data_has_what_i_said_and_nothing_of_being_asked(crew: Crew) -> None:
    assert (
        care.mine(crew.helper.id)
        == care.mine(crew.other.id)
        == {"pilot": [], "never_ask_me_to_be_a_pilot": False}
    )
    found(crew, crew.helper)
    acts.keep_quiet(by=crew.actor(crew.helper))
    assert care.mine(crew.helper.id) == {
        "pilot": [{"topics": ["Cranes", "cables"], "words": "Kom gerust langs"}],
        "never_ask_me_to_be_a_pilot": True,
    }
    care.forget(crew.helper.id)
    assert care.mine(crew.helper.id)["pilot"] == []


def test_a_topic_rests_on_one_person_as_a_coarse_number_or_not_at_all(world: World) -> None:
    """Sixteen topics with three accepted answers each, in fourteen of them all Bram's."""
    assert reads.resting_on_one() is None
    for number in range(16):
        for turn in range(3):
            wording = Wording(title="How does this go?", needed=f"It is about #topic{number}")
            asked = questions.ask(by=world.actor(world.anna), space=world.quay, wording=wording)
            who = world.chris if number < 2 and turn == 1 else world.bram
            answer = questions.answer(by=world.actor(who), question=asked, body="So.")
            questions.accept(by=world.actor(world.anna), answer=answer)
    found = reads.resting_on_one()
    assert found is not None
    assert (found.at_least, found.of) == (7, 16), "down to a multiple of seven, with seven in the rest"
