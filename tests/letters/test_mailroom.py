"""Mail that comes back: an address is given up after three letters, only for true returns, and its person can take it up again."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest

from tests.stage import Clock
from tests.world import World
from vloot.ground.mail import Letter, compose
from vloot.letters.arriving import taking
from vloot.letters.arriving.outcome import Outcome
from vloot.logbook.models import Entry
from vloot.mailroom import acts, reads
from vloot.mailroom.models import Arrival, Excuse, Trouble
from vloot.people.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mailing")]

REPORT = """Return-Path: <>
From: MAILER-DAEMON@mx.example
To: vloot@harbour.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I'm sorry.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; {to}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 <{to}>: Recipient address rejected

--b
Content-Type: {kind}

Message-ID: {letter}
Subject: Crane

--b--
"""


def letter_id(key: str, to: str = "anna@vloot.example") -> str:
    return str(compose(Letter(to=to, subject="Crane", body="x", key=key)).extra_headers["Message-ID"])


def report(letter: str, to: str = "anna@vloot.example", **more: str) -> bytes:
    given = {"action": "failed", "status": "5.1.1", "kind": "text/rfc822-headers", **more}
    return REPORT.format(to=to, letter=letter, **given).encode()


def trouble(world: World) -> reads.TroubleCard | None:
    return reads.trouble_of(world.anna.id, "anna@vloot.example")


def test_after_three_letters_an_address_is_dead(world: World) -> None:
    for number in range(3):
        assert trouble(world) is None
        assert taking.take(report(letter_id(str(number)))) == Outcome.RETURNED
    card = trouble(world)
    assert card
    assert "Recipient address rejected" in card.words
    entry = Entry.objects.get(kind="AddressFailed")
    assert (entry.object_id, entry.details) == (world.anna.id, {})


def test_the_same_return_counts_once_and_a_month_ago_does_not(world: World, clock: Clock) -> None:
    for _ in range(5):
        taking.take(report(letter_id("1"), kind="message/rfc822"))
    assert trouble(world) is None
    taking.take(report(letter_id("2")))
    clock.move(days=31)
    taking.take(report(letter_id("3")))
    assert Trouble.objects.get().returns == 1


@pytest.mark.parametrize(
    "raw",
    [
        report("<made.up@harbour.example>"),
        report("<aaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaa@harbour.example>"),
        report("", kind="text/plain"),
    ],
    ids=["no id of ours", "shaped like ours", "none"],
)
def test_a_forged_return_changes_nothing(world: World, raw: bytes) -> None:
    taking.take(raw)
    assert not Trouble.objects.exists()


def test_a_letter_to_one_does_not_tell_of_another(world: World) -> None:
    """Who got a letter knows its id: it says nothing about other addresses."""
    taking.take(report(letter_id("1", "eve@x.example")))
    taking.take(report(letter_id("1", "bram@vloot.example")))
    assert not Trouble.objects.exists()


@pytest.mark.parametrize(
    "state", [{"action": "delayed", "status": "4.4.1"}, {"action": "failed", "status": "4.2.2"}]
)
def test_what_is_only_late_is_not_dead(world: World, state: dict[str, str]) -> None:
    taking.take(report(letter_id("1"), **state))
    assert not Trouble.objects.exists()


def fail(world: World) -> None:
    for number in range(3):
        acts.note_return(
            person_id=world.anna.id, address="anna@vloot.example", letter=str(number), words="550 5.1.1"
        )


def test_another_address_is_not_in_trouble(world: World) -> None:
    fail(world)
    assert reads.trouble_of(world.anna.id, "anna@home.example") is None
    acts.note_return(person_id=world.anna.id, address="anna@home.example", letter="4", words="x")
    assert Trouble.objects.get().failing_at is None


def test_its_person_reads_it_and_takes_it_up_again(world: World) -> None:
    from django.test import Client

    fail(world)
    client = Client()
    client.force_login(world.anna, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get("/me/").content.decode()
    assert "Mail to you comes back" in page
    assert "anna@vloot.example" in page
    assert "Mail to you comes back" in client.get("/me/notices/").content.decode()
    client.post("/me/mail/again/")
    assert "Mail to you comes back" not in client.get("/me/").content.decode()


def test_administrators_are_told(world: World, work: Callable[[], int]) -> None:
    from vloot.notices import reads as notices

    fail(world)
    work()
    [card] = notices.listed(world.actor(world.hanne), {})
    assert (card.kind, card.link) == ("address_failed", f"/people/{world.anna.id}/")
    assert "Mail to %(who)s comes back" in card.sentence
    [own] = notices.listed(world.actor(world.anna), {})
    assert (own.kind, own.link, own.actors) == ("own_address_failed", "/me/", [])


def test_writing_from_an_address_shows_that_it_lives(world: World) -> None:
    from tests.letters.writing import ask, reply_of

    fail(world)
    assert trouble(world)
    assert taking.take(bytes(reply_of(world.anna, ask(world)))) == Outcome.PLACED
    assert trouble(world) is None


def test_what_is_remembered_is_no_address_and_goes(world: World, clock: Clock) -> None:
    acts.note_arrival("k" * 64)
    assert not acts.note_arrival("k" * 64)
    assert acts.note_excuse("Eve@x.example")
    assert not acts.note_excuse("eve@X.example ")
    assert "eve" not in Excuse.objects.get().sender
    clock.move(days=2)
    assert acts.prune() == 1
    clock.set(clock.at + timedelta(days=90))
    assert acts.prune() == 1
    assert not Arrival.objects.exists()


def test_a_folded_mail_in_a_return_is_no_trouble(world: World) -> None:
    message = EmailMessage()
    message["Content-Type"] = "multipart/report; report-type=delivery-status; boundary=x"
    taking.take(bytes(message) + b"\n--x\nContent-Type: message/rfc822\n\n" * 300)
    assert not Person.objects.filter(mail_trouble__isnull=False).exists()
