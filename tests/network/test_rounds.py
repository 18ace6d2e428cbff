"""Question rounds: opened, answered, taken back, closed, forgotten; and all that nobody may see."""

from datetime import timedelta
from itertools import product

import pytest
from django.db import IntegrityError, connection, transaction

from tests.network import scene
from tests.network.scene import open_room
from tests.stage import Clock, work_off
from tests.talk.ways import logged
from tests.world import IMPORTER, World
from vloot.company.switches import acts as switches
from vloot.company.switches.acts import Decision
from vloot.ground import clock as clocks
from vloot.ground.errors import Refused
from vloot.logbook.models import Entry
from vloot.network.rounds import acts, care, closing, reads, rules
from vloot.network.rounds.models import Nomination, QuestionRound, Sheet
from vloot.network.ties import gathering
from vloot.network.ties.models import Tie
from vloot.notices.models import Notice
from vloot.people import acts as people
from vloot.people.acts import PersonDraft
from vloot.people.models import Person
from vloot.people.reads import actor_for


@pytest.fixture
def is_open(world: World) -> None:
    open_room()


@pytest.fixture
def round(world: World, is_open: None) -> QuestionRound:
    return acts.open_round(by=world.actor(world.chris), until=clocks.now().date() + timedelta(days=14))


def answer(
    world: World, round: QuestionRound, person: Person, *advice: Person, energy: tuple[Person, ...] = ()
) -> None:
    names = {"advice": [one.id for one in advice], "energy": [one.id for one in energy]}
    acts.answer(by=world.actor(person), round=round, names=names)


def over(clock: Clock) -> None:
    clock.move(days=15)
    assert closing.close_due() == 1


def named(world: World, person: Person) -> dict[str, list[int]]:
    found = reads.open_round(world.actor(person))
    assert found
    return {question: [card.id for card in cards] for question, cards in found.named.items()}


def test_nothing_is_asked_while_the_room_is_shut(world: World) -> None:
    until = clocks.now().date() + timedelta(days=14)
    with pytest.raises(Refused, match="switched off"):
        acts.open_round(by=world.actor(world.chris), until=until)
    open_room()
    made = acts.open_round(by=world.actor(world.chris), until=until)
    switches.switch(by=IMPORTER, room="network", decision=Decision(is_on=False, why="Not now"))
    with pytest.raises(Refused, match="switched off"):
        answer(world, made, world.anna, world.bram)


def test_everybody_is_told_of_a_round_and_reminded_once_all_or_none(
    world: World, round: QuestionRound
) -> None:
    work_off()
    answer(world, round, world.anna, world.bram)
    colleagues = sorted(one.id for one in (world.anna, world.bram, world.hanne))  # Chris opened it himself
    told = Notice.objects.filter(kind="round_opened").values_list("person_id", flat=True)
    assert sorted(told) == colleagues
    with logged("QuestionRoundReminded"):
        acts.remind(by=world.actor(world.chris), round=round)
    work_off()
    reminded = Notice.objects.filter(kind="round_reminded").values_list("person_id", flat=True)
    assert sorted(reminded) == colleagues, "who answered is told like who did not"
    with pytest.raises(Refused, match="Once is enough"):
        acts.remind(by=world.actor(world.chris), round=round)
    with pytest.raises(Refused):
        acts.remind(by=world.actor(world.anna), round=round)


def test_hosts_open_rounds_and_a_quarter_lies_between_two(world: World, is_open: None, clock: Clock) -> None:
    today = clocks.now().date()
    with pytest.raises(Refused):
        acts.open_round(by=world.actor(world.anna), until=today + timedelta(days=14))
    for days in (-1, 0, 4, 29):
        with pytest.raises(Refused, match="between"):
            acts.open_round(by=world.actor(world.chris), until=today + timedelta(days=days))
    with logged("QuestionRoundOpened"):
        acts.open_round(by=world.actor(world.chris), until=today + timedelta(days=14))
    with pytest.raises(Refused, match="already"):
        acts.open_round(by=world.actor(world.chris), until=today + timedelta(days=14))
    over(clock)
    clock.move(days=12 * 7 - 2)
    with pytest.raises(Refused, match="Twelve weeks"):
        acts.open_round(by=world.actor(world.chris), until=clocks.now().date() + timedelta(days=14))
    clock.move(days=1)
    acts.open_round(by=world.actor(world.chris), until=clocks.now().date() + timedelta(days=14))


def test_the_tables_hold_one_open_round(world: World, round: QuestionRound) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        QuestionRound.objects.create(until=round.until)


def test_one_sees_changes_and_takes_back_ones_own_answers_and_nobody_elses(
    world: World, round: QuestionRound
) -> None:
    answer(world, round, world.anna, world.bram, world.chris, energy=(world.bram,))
    assert named(world, world.anna) == {"advice": [world.bram.id, world.chris.id], "energy": [world.bram.id]}
    assert named(world, world.bram) == {"advice": [], "energy": []}
    answer(world, round, world.anna, energy=(world.hanne,))
    assert named(world, world.anna) == {"advice": [], "energy": [world.hanne.id]}
    acts.take_back(by=world.actor(world.anna), round=round)
    assert not Sheet.objects.exists()
    assert not Nomination.objects.exists()
    own = reads.open_round(world.actor(world.anna))
    assert own
    assert not own.has_answered


def test_answering_leaves_no_entry_no_time_and_no_order(world: World, round: QuestionRound) -> None:
    last = Entry.objects.latest("id").id
    answer(world, round, world.anna, world.bram, world.chris)
    answer(world, round, world.anna, world.bram)
    acts.take_back(by=world.actor(world.anna), round=round)
    answer(world, round, world.bram, world.anna)
    assert not Entry.objects.filter(id__gt=last).exists()
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from procrastinate_jobs where args::text like %s", [f"%{world.anna.id}%"]
        )
        assert cursor.fetchone() == (0,)
        for table in ("network_sheet", "network_nomination"):
            cursor.execute("select pg_get_serial_sequence(%s, 'id')", [table])
            assert cursor.fetchone() == (None,)
            cursor.execute("select data_type from information_schema.columns where table_name = %s", [table])
            assert {row[0] for row in cursor.fetchall()} <= {"bigint", "character varying"}, (
                "no column with a time"
            )


@pytest.mark.parametrize("question", rules.QUESTIONS)
def test_only_colleagues_are_named_and_five_at_most(
    world: World, round: QuestionRound, question: str
) -> None:
    placed = people.place_many(
        by=IMPORTER,
        drafts=[PersonDraft(external_key=f"x{n}", name=f"Extra {n}") for n in range(6)]
        + [PersonDraft(external_key="bot", name="Bot", kind="bot")],
    )
    anna = world.actor(world.anna)
    many = [placed[f"x{n}"] for n in range(6)]
    for wrong in (
        [world.dana.id],  # a guest
        [world.eva.id],  # has left
        [world.finn.id],  # only a name
        [placed["bot"]],
        [world.anna.id],
        [world.bram.id, 4711],
        many,
    ):
        with pytest.raises(Refused) as refused:
            acts.answer(by=anna, round=round, names={question: wrong})
        assert refused.value.field == question
        assert not Sheet.objects.exists()
    acts.answer(by=anna, round=round, names={question: [*many[:5], many[0]]})
    assert Nomination.objects.filter(question=question).count() == 5


def test_guests_answer_nothing_and_see_no_round(world: World, round: QuestionRound) -> None:
    assert reads.open_round(world.actor(world.dana)) is None
    with pytest.raises(Refused):
        answer(world, round, world.dana, world.bram)


def test_nothing_is_said_or_changed_after_the_last_day(
    world: World, round: QuestionRound, clock: Clock
) -> None:
    answer(world, round, world.anna, world.bram)
    clock.move(days=15)
    assert reads.open_round(world.actor(world.anna)) is None, "also before the clock has closed it"
    with pytest.raises(Refused):
        answer(world, round, world.anna, world.chris)
    with pytest.raises(Refused):
        acts.take_back(by=world.actor(world.anna), round=round)
    with pytest.raises(Refused):
        acts.remind(by=world.actor(world.chris), round=round)
    assert closing.close_due() == 1
    assert closing.close_due() == 0


def test_from_three_on_somebody_hears_how_many_and_nobody_else_does(
    world: World, round: QuestionRound, clock: Clock
) -> None:
    for who in (world.anna, world.chris, world.hanne):
        answer(world, round, who, energy=(world.bram,))
    answer(world, round, world.bram, world.anna, world.chris, energy=(world.anna,))
    assert reads.said_of(world.actor(world.bram)) == reads.Said(None, None), "nothing while it is open"
    over(clock)
    assert reads.said_of(world.actor(world.bram)) == reads.Said(advice=None, energy=3)
    for other in (world.anna, world.chris, world.hanne):
        assert reads.said_of(world.actor(other)) == reads.Said(None, None)


@pytest.mark.parametrize(("who", "is_enough"), [(("anna", "bram", "chris"), True), (("anna", "bram"), False)])
def test_under_seventy_in_a_hundred_names_are_no_ties(
    world: World, round: QuestionRound, clock: Clock, who: tuple[str, ...], is_enough: bool
) -> None:
    """Of four colleagues three are enough, two are not; what one sees of oneself counts both."""
    for key in who:
        person = getattr(world, key)
        answer(world, round, person, world.hanne, energy=(world.hanne,))
    over(clock)
    round.refresh_from_db()
    assert (round.asked, round.answered) == (4, len(who))
    assert rules.counts(round) is is_enough
    found = {(tie.asker_id, tie.helper_id) for tie in reads.counting()}
    assert found == ({(getattr(world, key).id, world.hanne.id) for key in who} if is_enough else set())
    assert {tie.helper_id for tie in reads.counting(helper_id=world.hanne.id)} == {tie[1] for tie in found}
    assert list(reads.counting(helper_id=world.anna.id)) == []
    assert reads.said_of(world.actor(world.hanne)).energy == (3 if len(who) == 3 else None)


def test_who_answered_with_nobody_s_name_has_answered(
    world: World, round: QuestionRound, clock: Clock
) -> None:
    for who in (world.anna, world.bram, world.chris):
        answer(world, round, who)
    over(clock)
    round.refresh_from_db()
    assert rules.counts(round)


def test_who_has_left_before_the_end_is_neither_asked_nor_counted(
    world: World, round: QuestionRound, clock: Clock
) -> None:
    answer(world, round, world.bram, world.anna)
    people.deactivate(by=IMPORTER, person_id=world.bram.id)
    over(clock)
    round.refresh_from_db()
    assert (round.asked, round.answered) == (3, 0)


def test_names_are_forgotten_after_half_a_year(world: World, round: QuestionRound, clock: Clock) -> None:
    for who, other in product((world.anna, world.bram, world.chris), (world.hanne,)):
        answer(world, round, who, energy=(other,))
    over(clock)
    clock.move(days=26 * 7 - 1)
    assert closing.forget_long_ago() == 0
    assert reads.said_of(world.actor(world.hanne)).energy == 3
    clock.move(days=1)
    assert reads.said_of(world.actor(world.hanne)).energy is None
    assert list(reads.counting()) == []
    assert closing.forget_long_ago() == 3
    assert not Nomination.objects.exists()
    (past,) = reads.past()
    assert past.is_enough, "how many answered is kept, about nobody"


def test_how_many_answered_is_shown_coarsely_or_not_at_all(
    world: World, round: QuestionRound, clock: Clock
) -> None:
    answer(world, round, world.anna)
    assert reads.past() == [], "nothing while it is open: one could watch it move"
    over(clock)
    (past,) = reads.past()
    assert past.answered is None


def test_my_data_shows_what_i_answered_and_erasure_drops_my_name_everywhere(
    world: World, round: QuestionRound
) -> None:
    answer(world, round, world.anna, world.bram)
    answer(world, round, world.bram, world.anna, energy=(world.chris,))
    mine = care.mine(world.anna.id)
    assert mine["named_in_question_rounds"] == [
        {"sheet__round__until": round.until, "question": "advice", "named__name": "Bram Desmet"}
    ]
    assert world.bram.name not in str(care.mine(world.chris.id)), "that others named one is theirs"
    care.forget(world.anna.id)
    assert list(Nomination.objects.values_list("named_id", flat=True)) == [world.chris.id]


def test_those_who_name_each_other_in_a_ring_make_no_ties(
    world: World, round: QuestionRound, clock: Clock
) -> None:
    crew = scene.crew(world, 12)
    for place, who in enumerate(crew[:5]):
        others = [crew[(place + step) % 5] for step in (1, 2, 3, 4)]
        acts.answer(by=actor_for(who), round=round, names={"advice": others})
    for who in (*crew[5:], world.anna.id, world.bram.id, world.chris.id):
        acts.answer(by=actor_for(who), round=round, names={"advice": [world.hanne.id]})
    over(clock)
    gathering.gather()
    assert not Tie.objects.filter(helper_id__in=crew[:5]).exists()
    assert Tie.objects.filter(helper=world.hanne).count() == 10
