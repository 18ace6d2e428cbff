"""Notices by mail: what a letter says, to whom it goes, and the whole way there and back through real servers."""

import re
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from django.core import mail as post_office
from django.test import Client

from tests.letters.servers import Smtp
from tests.letters.writing import QUOTE, ask
from tests.stage import Clock
from tests.world import World
from vloot import wiring
from vloot.ground.mail import reply
from vloot.letters import tasks
from vloot.letters.leaving import carrier
from vloot.mailroom import acts as mailroom
from vloot.notices import acts as notices
from vloot.notices.carrying import Later, Parcel, Unreachable
from vloot.notices.models import Choice, Delivery
from vloot.notices.reads import listed
from vloot.people import acts as people
from vloot.people.models import Person
from vloot.talk.models import Post
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces import reads as places

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mailing")]
Work = Callable[[], int]


@pytest.fixture(autouse=True)
def _carried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(wiring.CARRIERS, "mail", carrier.carry)


def choose(person: Person, rhythm: str, *groups: str) -> None:
    for group in groups:
        Choice.objects.update_or_create(
            person=person, group=group, channel="mail", defaults={"rhythm": rhythm}
        )


def parcel_for(world: World, person: Person, rhythm: str = "at_once") -> Parcel:
    """All that somebody has unread, as one parcel."""
    cards = listed(world.actor(person), places.readable_names(person.id))
    return Parcel(
        person_id=person.id, channel="mail", rhythm=rhythm, locale="en", cards=cards, key=f"mail-{person.id}"
    )


def body_of(message: Any) -> str:
    return str(message.body)


def html_of(message: Any) -> str:
    [(html, kind)] = message.alternatives
    assert kind == "text/html"
    return str(html)


def plain_of(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part
    return str(part.get_content())


def test_one_notice_says_what_who_and_why(world: World, work: Work) -> None:
    question = ask(world)
    questions.answer(
        by=world.actor(world.bram), question=question, body="**Three** metres.\n\n- with the hook"
    )
    work()
    post_office.outbox.clear()
    carrier.carry(parcel_for(world, world.chris))
    [sent] = post_office.outbox
    assert sent.subject == "Bram Desmet answered your question: How high may it go?"
    assert sent.to == ["Chris Wouters <chris@vloot.example>"]
    assert sent.from_email == "Bram Desmet <vloot@harbour.example>"
    said = body_of(sent)
    for words in (
        "Three metres.\n\n- with the hook", f"https://vloot.example/t/{question.id}/#post-", "because you asked", "Quay",
        "Reply to this mail", "No more mail like this: https://vloot.example/mail/stop/",
    ):  # fmt: skip
        assert words in said, said
    assert "<strong>Three</strong> metres." in html_of(sent)


def test_the_html_fetches_nothing(world: World, work: Work) -> None:
    from tests.promise.test_no_outside import Fetches

    question = ask(world)
    evil = "![x](https://x.example/pixel.png) <img src=https://x.example/p> [a](https://x.example/)"
    questions.answer(by=world.actor(world.bram), question=question, body=evil)
    work()
    for rhythm in ("at_once", "daily"):
        post_office.outbox.clear()
        carrier.carry(parcel_for(world, world.chris, rhythm))
        html = html_of(post_office.outbox[0])
        fetches = Fetches()
        fetches.feed(html)
        assert (fetches.outside, fetches.inline) == ([], [])
        assert "<img" not in html


def test_a_digest_is_grouped_by_space_and_thread(world: World, work: Work) -> None:
    question = ask(world)
    slip = posts.write(by=world.actor(world.chris), space=world.slip, body="The slip is dry")
    for number in range(2):
        questions.answer(by=world.actor(world.bram), question=question, body=f"Answer {number}")
    posts.comment(by=world.actor(world.bram), under=slip, body="At last")
    work()
    post_office.outbox.clear()
    carrier.carry(parcel_for(world, world.chris, "daily"))
    [sent] = post_office.outbox
    said = body_of(sent)
    assert sent.subject.startswith("Today: ")
    assert [said.index(name) for name in ("QUAY\n----", "Answer 1", "SLIP\n----", "At last")] == sorted(
        said.index(name) for name in ("QUAY\n----", "Answer 1", "SLIP\n----", "At last")
    )
    assert "Hello Chris," in said
    assert max(len(line) for line in said.splitlines() if "http" not in line) <= 76
    assert sent.reply_to == [], "two threads cannot be answered at once"
    addresses = re.findall(r"mailto:(vloot\+\w+@harbour\.example)\?subject=Re%3A", html_of(sent))
    found = [reply.read([address]) for address in addresses]
    assert [(to.person_id, to.is_over) for to in found if to] == [(world.chris.id, False)] * 2


def test_it_speaks_the_language_of_its_reader(world: World, work: Work) -> None:
    from django.utils import translation

    Person.objects.filter(id=world.chris.id).update(locale="nl")
    question = ask(world)
    questions.answer(by=world.actor(world.bram), question=question, body="Drie meter")
    work()
    post_office.outbox.clear()
    with translation.override("nl"):
        carrier.carry(parcel_for(world, world.chris))
    said = body_of(post_office.outbox[0])
    assert "Antwoord op deze mail" in said
    assert "Open it" not in said


def test_what_may_not_be_read_at_the_moment_of_sending_is_not_sent(world: World, work: Work) -> None:
    update = posts.write(by=world.actor(world.chris), space=world.slip, body="Secret of the slip @dana")
    removed = posts.write(by=world.actor(world.chris), space=world.slip, body="Said in haste @dana")
    work()
    parcel = parcel_for(world, world.dana, "daily")
    assert len(parcel.cards) == 2
    spaces.leave(by=world.actor(world.dana), space=world.slip)
    posts.remove(by=world.actor(world.chris), post=removed)
    post_office.outbox.clear()
    carrier.carry(parcel)
    for part in (body_of(post_office.outbox[0]), html_of(post_office.outbox[0])):
        assert "<blockquote>" not in part
        assert "“" not in part
    assert update.id


def test_only_to_who_is_here_and_only_to_their_address(world: World, work: Work) -> None:
    question = ask(world)
    questions.answer(by=world.actor(world.bram), question=question, body="Three")
    work()
    parcel = parcel_for(world, world.chris)
    Person.objects.filter(id=world.chris.id).update(email=None)
    with pytest.raises(Unreachable):
        carrier.carry(parcel)
    Person.objects.filter(id=world.chris.id).update(email="chris@vloot.example", is_active=False)
    with pytest.raises(Unreachable):
        carrier.carry(parcel)
    Person.objects.filter(id=world.chris.id).update(is_active=True)
    for number in range(3):
        mailroom.note_return(
            person_id=world.chris.id, address="chris@vloot.example", letter=str(number), words="no"
        )
    with pytest.raises(Unreachable):
        carrier.carry(parcel)


@pytest.mark.parametrize(("name", "kind"), [("nobody", Unreachable), ("busy", Later), ("blocked", Later)])
def test_what_the_server_says_reaches_the_queue(
    world: World, work: Work, through: Smtp, name: str, kind: type[Exception]
) -> None:
    question = ask(world)
    questions.answer(by=world.actor(world.bram), question=question, body="Three")
    work()
    Person.objects.filter(id=world.chris.id).update(email=f"{name}@vloot.example")
    with pytest.raises(kind):
        carrier.carry(parcel_for(world, world.chris))


def test_titles_and_names_break_out_of_no_header(world: World, work: Work, through: Smtp) -> None:
    Person.objects.filter(id=world.bram.id).update(name='Bram "B" <eve@x.example>, Eve\r\nBcc: eve@x.example')
    evil = questions.ask(
        by=world.actor(world.chris),
        space=world.quay,
        wording=questions.Wording(title="How high?\r\nBcc: eve@x.example\r\n\r\nInjected " + "é" * 120),
    )
    questions.answer(by=world.actor(world.bram), question=evil, body="Three")
    work()
    through.clear()
    carrier.carry(parcel_for(world, world.chris))
    [sent] = through.sent()
    assert sent["Bcc"] is None
    assert [address.addr_spec for address in sent["From"].addresses] == ["vloot@harbour.example"]
    assert [address.addr_spec for address in sent["To"].addresses] == ["chris@vloot.example"]
    assert sent.get_content_type() == "multipart/alternative"


class TestStopping:
    def token(self, world: World, *groups: str) -> str:
        from vloot.mailroom import links

        return f"/mail/stop/{links.stop_token(world.anna.id, groups or ('answers',))}/"

    def test_looking_changes_nothing_and_pressing_does(self, world: World) -> None:
        client = Client(enforce_csrf_checks=True)
        page = client.get(self.token(world)).content.decode()
        assert "Answers to my questions" in page
        assert "Stop this mail" in page
        assert not Choice.objects.exists()
        page = client.post(self.token(world)).content.decode()
        assert "does not come any more" in page
        assert "This still comes by mail" in page
        [choice] = Choice.objects.all()
        assert (choice.person_id, choice.group, choice.channel, choice.rhythm) == (
            world.anna.id,
            "answers",
            "mail",
            "off",
        )

    def test_one_click_of_a_mail_program_does_it(self, world: World) -> None:
        """RFC 8058: a POST without cookie, page or answer to any question."""
        answer = Client(enforce_csrf_checks=True).post(
            self.token(world, "answers", "named"),
            "List-Unsubscribe=One-Click",
            content_type="application/x-www-form-urlencoded",
        )
        assert answer.status_code == 200
        assert set(Choice.objects.values_list("group", flat=True)) == {"answers", "named"}

    def test_a_forged_link_opens_nothing(self, world: World) -> None:
        whole = self.token(world)
        for forged in (whole[:-3] + "x/", "/mail/stop/x/", whole.replace(":", "", 1)):
            assert Client().get(forged).status_code == 404
            assert Client().post(forged).status_code == 404
        people.deactivate(by=world.actor(world.hanne), person_id=world.anna.id)
        assert Client().get(whole).status_code == 404

    def test_it_speaks_the_persons_language(self, world: World) -> None:
        Person.objects.filter(id=world.anna.id).update(locale="nl")
        assert "Antwoorden op mijn vragen" in Client().get(self.token(world)).content.decode()


def test_asked_by_mail_answered_by_mail_and_it_stands_there_once(
    world: World, work: Work, clock: Clock, through: Smtp, maildir: Path, mailing: Any
) -> None:
    """A question, its mail caught by a real server, the answer sent through it into a maildir, twice: one answer, without the quote."""
    mailing.VLOOT_MAIL_MAILDIR = str(maildir)
    choose(world.bram, "at_once", "named")
    question = questions.ask(
        by=world.actor(world.anna),
        space=world.quay,
        wording=questions.Wording(title="How high may it go?", needed="@bram knows"),
    )
    work()
    clock.move(hours=1)
    notices.deliver()
    [asked] = [sent for sent in through.sent() if "bram@vloot.example" in sent["To"]]
    assert "How high may it go?" in asked["Subject"]
    raw = answer_to(asked, "Three metres.\n\nBram").as_bytes()
    for name in ("a", "b"):
        (maildir / "new" / name).write_bytes(raw)
    tasks.take_in(timestamp=0)
    made = Post.objects.get(root=question)
    assert (made.kind, made.source, made.author_id) == ("answer", "Three metres.\n\nBram", world.bram.id)
    assert Delivery.objects.filter(outcome="sent").exists()


def test_a_digest_goes_out_through_the_real_server(
    world: World, work: Work, clock: Clock, through: Smtp
) -> None:
    choose(world.chris, "daily", "answers")
    question = ask(world)
    for body in ("Three metres", "Or four"):
        questions.answer(by=world.actor(world.bram), question=question, body=body)
    work()
    assert not [sent for sent in through.sent() if "chris@" in sent["To"]]
    clock.move(days=1, hours=3)
    notices.deliver()
    [digest] = [sent for sent in through.sent() if "chris@" in sent["To"]]
    plain = plain_of(digest)
    assert "Bram Desmet answered your question" in plain
    assert "Or four" in plain
    assert digest["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stop = re.search(r"https://vloot\.example(/mail/stop/\S+/)", plain)
    assert stop
    assert Client().post(stop[1]).status_code == 200
    assert Choice.objects.get(person=world.chris, group="answers").rhythm == "off"


def test_what_is_due_together_goes_over_one_line(
    world: World, work: Work, clock: Clock, through: Smtp, monkeypatch: pytest.MonkeyPatch
) -> None:
    import smtplib

    from vloot.notices.tasks import deliver

    choose(world.anna, "at_once", "named")
    choose(world.bram, "at_once", "named")
    posts.write(by=world.actor(world.chris), space=world.quay, body="Low water, @anna and @bram")
    opened: list[int] = []
    real = smtplib.SMTP.connect

    def connect(*given: Any, **named: Any) -> Any:
        opened.append(1)
        return real(*given, **named)

    monkeypatch.setattr(smtplib.SMTP, "connect", connect)
    work()
    clock.move(hours=1)
    deliver(timestamp=0)
    assert (len(through.sent()), len(opened)) == (2, 1)


def answer_to(asked: EmailMessage, words: str) -> EmailMessage:
    """What a mail program makes of a press on "reply"."""
    made = EmailMessage()
    made["From"], made["To"] = asked["To"], asked["Reply-To"]
    made["Subject"], made["Message-ID"] = f"Re: {asked['Subject']}", "<1@phone.example>"
    made["In-Reply-To"] = asked["Message-ID"]
    made.set_content(words + QUOTE.format(to=asked["Reply-To"]))
    return made
