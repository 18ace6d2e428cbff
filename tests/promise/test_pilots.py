"""Promise 11: nobody is named as a pilot without their own yes, and a no leaves no trace, anywhere."""

import re
from collections import Counter
from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.test import Client

from tests.network.crew import Crew, muster
from tests.stage import Clock
from tests.web.company.test_audit import browser
from vloot.ground import clock as clocks
from vloot.logbook.models import Entry
from vloot.network.pilots import acts, asking, reads, rules
from vloot.network.pilots.models import Pilot
from vloot.people.models import Person

MINE, LIST = "/pilots/mine/", "/pilots/"
NO, YES = {"do": "no"}, {"do": "yes", "topics": "Cranes, cables", "words": "Kom gerust langs"}
QUESTION = "Yes, let people find me"


@pytest.fixture
def crew(db: None, clock: Clock) -> Crew:
    """Forty people, and what stood in the database before pilots were sought."""
    return muster(dump)


def dump() -> dict[str, Counter[str]]:
    """Every row of every table there is, as text."""
    with connection.cursor() as cursor:
        found = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'select t::text from "{table}" t')  # names from the database
            found[table] = Counter(row[0] for row in cursor.fetchall())
    return found


def inside(sessions: Counter[str]) -> list[dict[str, object]]:
    """What the sessions hold, without when they were last prolonged."""
    return [SessionStore().decode(row.split(",")[1]) for row in sessions]


def new_about(person: Person, before: dict[str, Counter[str]]) -> dict[str, Counter[str]]:
    """What is new about somebody, with every long number, which may be an id of theirs, made the same."""
    found = {
        table: Counter(re.sub(r"\d{15,}", "#", row) for row in rows - before[table] if str(person.id) in row)
        for table, rows in dump().items()
    }
    return {table: rows for table, rows in found.items() if rows}


def shown(client: Client, address: str = MINE) -> str:
    return client.get(address).content.decode()


def test_a_no_leaves_the_database_as_it_was_to_the_last_byte(crew: Crew) -> None:
    client = browser(crew.helper)
    assert QUESTION in shown(client)
    before = dump()
    assert "Colleagues from 4 teams say you helped them" in shown(client)
    assert client.post(MINE, NO).status_code == 302
    assert QUESTION not in shown(client)
    after = dump()
    # Every visit of any page prolongs the session; what is in it must be the same.
    session = before.pop("django_session"), after.pop("django_session")
    assert after == before
    assert [inside(rows) for rows in session] == [inside(session[0])] * 2
    assert before["network_pilot"] == Counter()


def test_who_is_asked_and_who_is_not_cannot_be_told_apart_by_anything_that_is_written(crew: Crew) -> None:
    """From the moment at which pilots are sought: rows, entries, jobs, notices, mails."""
    before, last = crew.before_seeking, crew.last_entry
    assert rules.is_asked(crew.actor(crew.helper))
    assert not rules.is_asked(crew.actor(crew.other))
    about = new_about(crew.helper, before)
    assert about == new_about(crew.other, before)
    assert list(about) == ["notices_notice"] or "notices_notice" in about
    fresh = Entry.objects.filter(id__gt=last)
    assert [(entry.kind, entry.actor_id) for entry in fresh] == [("PilotsSought", None)]
    with connection.cursor() as cursor:
        cursor.execute("select args::text from procrastinate_jobs")
        assert not any(str(crew.helper.id) in row[0] for row in cursor.fetchall())


def test_the_door_gives_both_the_same_answer_to_no(crew: Crew) -> None:
    """The address, the status, the length of all that comes back, and the mark in the browser."""
    answers = []
    for person in (crew.helper, crew.other):
        client = browser(person)
        seen = client.get(MINE)
        said = client.post(MINE, NO)
        mark = said.cookies["pilots"]
        answers.append(
            (
                said.status_code,
                said.headers["Location"],
                said.content,
                len(mark.value),
                mark["max-age"],
                mark["path"],
            )
        )
        assert seen.cookies["pilots"].value != mark.value
        assert len(seen.cookies["pilots"].value) == len(mark.value), "who only looked carries such a mark too"
    assert answers[0] == answers[1]


def test_the_mark_of_one_says_nothing_of_another_on_the_same_machine(crew: Crew) -> None:
    client = browser(crew.other)
    client.post(MINE, NO)
    client.force_login(crew.helper, backend="django.contrib.auth.backends.ModelBackend")
    assert QUESTION in shown(client)


def test_doing_nothing_is_saying_no(crew: Crew, clock: Clock) -> None:
    """After the weeks of asking the question is gone by itself, and stands again once in a quarter, told to all alike."""
    clock.move(days=21)
    assert QUESTION not in shown(browser(crew.helper))
    assert not rules.is_asked(crew.actor(crew.helper))
    for _week in range(10):
        assert not asking.go_on(), "nobody is asked week after week"
        clock.move(days=7)
    crew.gather()
    assert asking.go_on()
    assert QUESTION in shown(browser(crew.helper))


def test_only_a_yes_names_anybody(crew: Crew) -> None:
    onlooker = browser(crew.other)
    page = f"/people/{crew.helper.id}/"
    assert "Pilot for" not in shown(onlooker, page)
    assert crew.helper.name not in shown(onlooker, LIST)
    assert browser(crew.helper).post(MINE, YES).status_code == 302
    assert "Kom gerust langs" in shown(onlooker, LIST)
    assert "Pilot for" in shown(onlooker, page)
    acts.step_down(by=crew.actor(crew.helper))
    assert "Pilot for" not in shown(onlooker, page)
    assert "Kom gerust langs" not in shown(onlooker, LIST)


def test_nobody_else_can_say_yes_for_somebody_or_without_being_asked(crew: Crew) -> None:
    for person in crew.everybody:
        if person != crew.helper:
            assert browser(person).post(MINE, YES).status_code == 422
    assert not Pilot.objects.exists()


def test_no_page_tells_anybody_who_is_asked(crew: Crew) -> None:
    """The asked person's own page is another only for themselves; no list, no count, for no role."""
    for person in crew.everybody:
        if person != crew.helper:
            client = browser(person)
            assert QUESTION not in shown(client)
            assert crew.helper.name not in shown(client, LIST)
            assert reads.mine(crew.actor(person)).asked is None


def test_never_ask_me_is_said_by_anybody_and_seen_by_nobody_else(crew: Crew) -> None:
    for person in (crew.helper, crew.other):
        client = browser(person)
        assert client.post(MINE, {"do": "quiet"}).status_code == 302
        assert "never want to be asked" in shown(client)
        assert QUESTION not in shown(client)
    with connection.cursor() as cursor:
        cursor.execute("select data_type from information_schema.columns where table_name = 'network_quiet'")
        assert {row[0] for row in cursor.fetchall()} == {"bigint"}, "no column with a time"
    assert Entry.objects.filter(id__gt=crew.last_entry).count() == 1
    assert browser(crew.helper).post(MINE, {"do": "loud"}).status_code == 302
    assert QUESTION in shown(browser(crew.helper))


def test_what_is_kept_of_the_asking_names_nobody(crew: Crew) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select to_jsonb(a)::text from network_asking a")
        (row,) = cursor.fetchall()
    assert not any(str(person.id) in row[0] for person in crew.everybody)
    assert clocks.now().date() + timedelta(days=20) == asking.current().until  # type: ignore[union-attr]
