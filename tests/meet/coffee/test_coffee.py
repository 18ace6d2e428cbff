"""Coffee rounds: opened, come to, brought to tables, met; and what leaves no trace and shows nobody."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from django.db import connection

from tests.stage import Clock, work_off
from tests.talk.ways import logged
from tests.world import World
from vloot.ground import clock as clocks
from vloot.ground.errors import NotFound, Refused
from vloot.logbook.models import Entry
from vloot.meet.coffee import acts, between, care, laying, reads
from vloot.meet.coffee.models import Apart, Coming, Round, Seat, Table
from vloot.notices.models import Notice
from vloot.people.models import Person

ALWAYS = ("tue-am-here", "tue-pm-here")


def opened(world: World) -> Round:
    """A round next week, to be said until three days from now."""
    today = clocks.now().date()
    week = today + timedelta(days=14 - today.weekday())
    return acts.open_round(by=world.actor(world.chris), until=today + timedelta(days=3), week=week)


def come(world: World, round: Round, *people: Person, when: tuple[str, ...] = ALWAYS) -> None:
    for person in people:
        acts.come(by=world.actor(person), round=round, when=when, languages=["nl", "en"])


def laid(clock: Clock) -> int:
    """The tables of the round whose last day has passed."""
    clock.move(days=4)
    return laying.seat_due()


def test_a_round_from_its_opening_to_a_coffee_that_took_place(world: World, clock: Clock) -> None:
    round = opened(world)
    come(world, round, world.anna, world.bram)
    with logged("CoffeeTableSet"):
        assert laid(clock) == 1
    assert laying.seat_due() == 0
    work_off()
    (table,) = reads.tables(world.actor(world.anna))
    assert [person.id for person in table.company] == [world.bram.id]
    assert table.slots == list(ALWAYS)
    told = Notice.objects.filter(kind="coffee").values_list("person_id", flat=True)
    assert sorted(told) == sorted([world.anna.id, world.bram.id])
    acts.we_met(by=world.actor(world.anna), seat=reads.seat(world.actor(world.anna), table.id))
    assert not reads.table(world.actor(world.anna), table.id).all_met
    with logged("CoffeeMet"):
        acts.we_met(by=world.actor(world.bram), seat=reads.seat(world.actor(world.bram), table.id))
    assert reads.table(world.actor(world.anna), table.id).all_met
    assert not Coming.objects.exists(), "who came along is forgotten when the tables stand"


def test_nobody_sees_anothers_table_or_that_they_come(world: World, clock: Clock) -> None:
    round = opened(world)
    come(world, round, world.anna, world.bram)
    invitation = reads.invitation(world.actor(world.chris))
    assert invitation is not None
    assert not invitation.comes
    assert str(world.anna.id) not in str(invitation)
    laid(clock)
    table = Table.objects.get()
    for other in (world.chris, world.hanne, world.dana):
        assert reads.tables(world.actor(other)) == []
        for ask in (reads.table, reads.seat):
            with pytest.raises(NotFound):
                ask(world.actor(other), table.id)


def test_what_one_does_about_coffee_leaves_no_entry(world: World) -> None:
    round = opened(world)
    last = Entry.objects.latest("id").id
    come(world, round, world.anna)
    acts.stay_away(by=world.actor(world.anna), round=round)
    acts.keep_apart(by=world.actor(world.anna), other=world.bram.id)
    acts.let_again(by=world.actor(world.anna), other=world.bram.id)
    assert not Entry.objects.filter(id__gt=last).exists()
    assert not Apart.objects.exists()
    assert not Coming.objects.exists()


def test_rather_not_holds_both_ways_and_shows_nobody(world: World, clock: Clock) -> None:
    acts.keep_apart(by=world.actor(world.bram), other=world.anna.id)
    assert reads.apart(world.actor(world.anna)) == []
    assert [one.id for one in reads.apart(world.actor(world.bram))] == [world.anna.id]
    come(world, opened(world), world.anna, world.bram)
    assert laid(clock) == 0
    assert reads.tables(world.actor(world.anna)) == []


def test_rather_not_keeps_no_order(world: World) -> None:
    acts.keep_apart(by=world.actor(world.bram), other=world.anna.id)
    acts.keep_apart(by=world.actor(world.chris), other=world.anna.id)
    ids = list(Apart.objects.values_list("id", flat=True))
    assert min(ids) > 1000, "no count, no time: drawn"
    with connection.cursor() as cursor:
        cursor.execute("select pg_get_serial_sequence('meet_apart', 'id')")
        assert cursor.fetchone() == (None,)
        cursor.execute("select data_type from information_schema.columns where table_name = 'meet_apart'")
        assert {row[0] for row in cursor.fetchall()} == {"bigint"}, "no column with a time"


def test_ones_manager_never_sits_there(world: World, clock: Clock) -> None:
    Person.objects.filter(id=world.anna.id).update(manager=world.bram)
    come(world, opened(world), world.anna, world.bram)
    assert laid(clock) == 0


def test_two_do_not_meet_again_for_twelve_rounds(world: World, clock: Clock) -> None:
    Person.objects.update(manager=None)
    for _turn in range(2):
        come(world, opened(world), world.anna, world.bram, world.chris, world.hanne)
        laid(clock)
        clock.move(days=14)
    met = [frozenset(two) for table in Table.objects.all() for two in combinations(seated(table), 2)]
    assert len(met) == len(set(met)) == 4
    assert between.of([world.anna.id]).met == set(met)


def test_who_sat_with_whom_is_kept_for_twelve_rounds(world: World, clock: Clock) -> None:
    for weeks in range(2, 15):
        Round.objects.create(
            until=date(2020, 1, 1), week=date(2020, 1, 6) + timedelta(weeks=weeks), seated_at=clocks.now()
        )
    come(world, opened(world), world.anna, world.bram)
    laid(clock)
    assert Round.objects.count() == 12
    assert Round.objects.order_by("week").last() == Table.objects.get().round


def seated(table: Table) -> list[int]:
    return sorted(table.seats.values_list("person_id", flat=True))


def test_without_a_common_moment_there_is_no_table(world: World, clock: Clock) -> None:
    round = opened(world)
    come(world, round, world.anna)
    come(world, round, world.bram, when=("fri-pm-line",))
    assert laid(clock) == 0


def test_who_has_left_meanwhile_sits_nowhere(world: World, clock: Clock) -> None:
    come(world, opened(world), world.anna, world.bram)
    Person.objects.filter(id=world.bram.id).update(is_active=False)
    assert laid(clock) == 0


@pytest.mark.parametrize(
    ("when", "languages", "field"),
    [([], ["nl"], "when"), (["never"], ["nl"], "when"), (list(ALWAYS), [], "languages"), (list(ALWAYS), ["xx"], "languages")],
)  # fmt: skip
def test_one_says_when_and_in_what_language(
    world: World, when: list[str], languages: list[str], field: str
) -> None:
    with pytest.raises(Refused) as refusal:
        acts.come(by=world.actor(world.anna), round=opened(world), when=when, languages=languages)
    assert refusal.value.field == field


def test_only_hosts_open_a_round_and_only_for_a_week_to_come(world: World) -> None:
    today = clocks.now().date()
    day, week = today + timedelta(days=2), today + timedelta(days=14)
    for who, until, at, code in (
        (world.anna, day, week, "not_host"),
        (world.dana, day, week, "not_host"),
        (world.chris, today - timedelta(days=1), week, "until"),
        (world.chris, week + timedelta(days=7), week, "until"),
        (world.chris, day, today + timedelta(days=200), "too_far"),
    ):
        with pytest.raises(Refused) as refusal:
            acts.open_round(by=world.actor(who), until=until, week=at)
        assert refusal.value.code == code
    with pytest.raises(Refused) as refusal:
        acts.keep_apart(by=world.actor(world.dana), other=world.anna.id)
    assert refusal.value.code == "guest"
    made = opened(world)
    assert made.week.weekday() == 0
    with pytest.raises(Refused, match="round already"):
        opened(world)


def test_guests_and_latecomers_come_to_none(world: World, clock: Clock) -> None:
    round = opened(world)
    with pytest.raises(Refused) as refusal:
        come(world, round, world.dana)
    assert refusal.value.code == "guest"
    assert reads.invitation(world.actor(world.dana)) is None
    clock.move(days=4)
    with pytest.raises(Refused) as refusal:
        come(world, round, world.anna)
    assert refusal.value.code == "seated"
    with pytest.raises(Refused):
        acts.stay_away(by=world.actor(world.anna), round=round)


def test_nobody_speaks_for_another(world: World, clock: Clock) -> None:
    come(world, opened(world), world.anna, world.bram)
    laid(clock)
    seat = Seat.objects.get(person=world.bram)
    with pytest.raises(Refused) as refusal:
        acts.we_met(by=world.actor(world.anna), seat=seat)
    assert refusal.value.code == "not_yours"
    with pytest.raises(Refused) as refusal:
        acts.say_learned(by=world.actor(world.anna), seat=seat, has_learned=True)
    assert refusal.value.code == "not_yours"


def test_what_was_learned_is_a_total_of_many_or_none(world: World, clock: Clock) -> None:
    round = Round.objects.create(until=date(2020, 1, 1), week=date(2020, 1, 6), seated_at=clocks.now())
    table = Table.objects.create(round=round, slots=[])
    for person in (world.anna, world.bram):
        Seat.objects.create(table=table, person=person)
        acts.say_learned(
            by=world.actor(person), seat=reads.seat(world.actor(person), table.id), has_learned=True
        )
        acts.say_learned(
            by=world.actor(person), seat=reads.seat(world.actor(person), table.id), has_learned=True
        )
    round.refresh_from_db()
    assert round.learned == 2
    assert reads.learned() is None, "two are too few"


def test_no_column_says_who_learned_something(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select column_name from information_schema.columns where table_name = 'meet_seat'")
        assert {row[0] for row in cursor.fetchall()} == {"id", "table_id", "person_id", "has_met", "has_said"}


def test_my_data_shows_it_and_forgetting_drops_it(world: World, clock: Clock) -> None:
    acts.keep_apart(by=world.actor(world.chris), other=world.anna.id)
    acts.keep_apart(by=world.actor(world.anna), other=world.chris.id)
    come(world, opened(world), world.anna, world.bram)
    laid(clock)
    clock.move(days=14)
    come(world, opened(world), world.anna)
    mine = care.mine(world.anna.id)
    assert mine["rather_not_with"] == [world.chris.name]
    assert len(mine["coffees"]) == len(mine["coffee_comings"]) == 1
    care.forget(world.anna.id)
    assert not any(care.mine(world.anna.id).values())
    assert not Apart.objects.exists()
    (table,) = reads.tables(world.actor(world.bram))
    assert table.company == []
