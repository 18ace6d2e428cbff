"""What is said without a name: no person, no time, no order, nowhere."""

from datetime import timedelta

import pytest
from django.db import connection

from tests.climate.ground import open_room
from tests.stage import Clock, work_off
from tests.talk.ways import logged, picture, refused
from tests.world import World
from vloot.climate.matters import acts as matters
from vloot.climate.matters import reads
from vloot.climate.matters.acts import AnswerDraft
from vloot.climate.matters.models import Matter
from vloot.climate.registers import acts, waiting
from vloot.climate.registers.acts import Said, Voice
from vloot.company.switches import acts as switches
from vloot.company.switches.acts import Decision
from vloot.ground import clock as clocks
from vloot.ground import limits
from vloot.logbook.models import Entry
from vloot.notices.models import Notice
from vloot.people.models import Person


@pytest.fixture(autouse=True)
def room(world: World) -> None:
    open_room(world)


def whisper(world: World, by: Person, words: str, kind: str = "fear") -> None:
    acts.say(voice=acts.let_speak(by=world.actor(by)), said=Said(kind=kind, words=words))


def test_it_waits_for_the_end_of_its_week_and_then_everybody_reads_it(world: World, clock: Clock) -> None:
    whisper(world, world.anna, "The yard moves abroad")
    clock.move(days=2)
    whisper(world, world.bram, "I am too old to learn this")
    assert reads.of_kind(world.actor(world.hanne), "fear") == []
    assert waiting.show_due() == 0
    clock.move(days=5)
    with logged("MattersShown"):
        assert waiting.show_due() == 2
    assert waiting.show_due() == 0
    work_off()
    shown = reads.of_kind(world.actor(world.anna), "fear")
    assert {one.words for one in shown} == {"The yard moves abroad", "I am too old to learn this"}
    assert {(one.writer, one.is_named, one.shown_on) for one in shown} == {(None, False, clocks.now().date())}
    told = Notice.objects.filter(kind="matters_shown")
    assert set(told.values_list("person_id", flat=True)) == {world.chris.id, world.hanne.id}
    assert {notice.link for notice in told} == {"/climate/fears/"}
    assert {str(notice.actor_ids) for notice in told} == {"[0]"}


def test_nothing_anywhere_holds_who_or_when(world: World, clock: Clock) -> None:
    clock.move(days=1, hours=3, minutes=17)
    before, entries = picture(), Entry.objects.count()
    whisper(world, world.anna, "A fear of somebody")
    after = picture()
    changed = {table for table in after if after[table] != before.get(table)}
    assert changed == {"climate_matter"}, "one row, and nothing else in any room"
    assert Entry.objects.count() == entries
    (row,) = after["climate_matter"]
    assert str(world.anna.id) not in row
    assert Matter.objects.get().week == clocks.now().date() - timedelta(days=1)
    dated = {field.name for field in Matter._meta.fields if field.get_internal_type() == "DateTimeField"}
    assert not dated, "no column holds a time finer than a day"


def test_the_mark_that_keeps_one_from_flooding_is_gone_within_minutes(world: World, clock: Clock) -> None:
    for number in range(3):
        whisper(world, world.anna, f"Fear {number}")
    with pytest.raises(limits.TooFast):
        acts.let_speak(by=world.actor(world.anna))
    whisper(world, world.bram, "Somebody else may")
    clock.move(minutes=11)
    limits.clear()
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from ground_bucket")
        assert cursor.fetchone() == (0,)


def test_where_rows_lie_keeps_no_order(world: World, clock: Clock) -> None:
    """After each one, all that wait were written by one transaction, in an order of chance."""
    orders = set()
    for number in range(12):
        waiting.put("fear", f"{number:02}", None)
        with connection.cursor() as cursor:
            cursor.execute("select words, xmin::text from climate_matter order by ctid")
            rows = cursor.fetchall()
        assert len({xmin for _, xmin in rows}) == 1
        orders.add(tuple(words for words, _ in rows) == tuple(sorted(words for words, _ in rows)))
    assert False in orders


def test_ids_say_nothing_about_when(world: World) -> None:
    for number in range(8):
        waiting.put("fear", str(number), None)
    by_id = [int(words) for words in Matter.objects.order_by("id").values_list("words", flat=True)]
    assert sorted(by_id) == list(range(8))
    assert by_id != list(range(8)), "drawn, in no order"


def test_names_are_left_out_of_what_nobody_signs(world: World) -> None:
    voice = acts.let_speak(by=world.actor(world.anna))
    with refused("names", "words"):
        acts.say(voice=voice, said=Said(kind="fear", words="I fear that bram desmet shouts again"))
    signed = acts.say_by_name(
        by=world.actor(world.anna), said=Said(kind="promise", words="Bram Desmet repairs the door")
    )
    assert signed.is_named


def test_what_is_refused(world: World) -> None:
    voice = Voice()
    with refused("empty", "words"):
        acts.say(voice=voice, said=Said(kind="fear", words=" \n"))
    with refused("too_long", "words"):
        acts.say(voice=voice, said=Said(kind="fear", words="x" * 1001))
    with refused("due_on", "due_on"):
        far = clocks.now().date() + timedelta(days=4000)
        acts.say(voice=voice, said=Said(kind="promise", words="One day", due_on=far))
    with refused("guest"):
        acts.let_speak(by=world.actor(world.dana))


def test_a_room_that_is_off_takes_nothing(world: World) -> None:
    off = Decision(is_on=False, why="Not now", host_id=None, trained_on=None, trained_by_id=None)
    switches.switch(by=world.actor(world.hanne), room="climate", decision=off)
    with refused("room.off"):
        acts.let_speak(by=world.actor(world.anna))
    with refused("room.off"):
        acts.say_by_name(by=world.actor(world.anna), said=Said(kind="fear", words="Signed"))


def test_anybody_says_whether_it_was_done_but_who_does_it(world: World, clock: Clock) -> None:
    whisper(world, world.anna, "Nobody answers")
    clock.move(days=7)
    waiting.show_due()
    matter = Matter.objects.get()
    due = clocks.now().date() + timedelta(days=1)
    draft = AnswerDraft(does=True, words="I answer", due_on=due)
    answer = matters.answer(by=world.actor(world.chris), matter=matter, draft=draft)
    with refused("own"):
        matters.judge(by=world.actor(world.chris), answer=answer, is_done=True, words="I did")
    with refused("empty", "words"):
        matters.judge(by=world.actor(world.bram), answer=answer, is_done=True)
    matters.judge(by=world.actor(world.bram), answer=answer, is_done=True, words="He answered me")
