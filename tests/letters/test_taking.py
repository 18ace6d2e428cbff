"""An answer by mail: one act of the web for who it is from, once; and everybody else gets nowhere."""

from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

import pytest
from django.core import mail as post_office

from tests.letters.writing import ask, mail, reply_of
from tests.stage import Clock
from tests.world import World
from vloot.ground.mail import reply
from vloot.letters.arriving import taking
from vloot.letters.arriving.outcome import Outcome
from vloot.logbook.models import Entry
from vloot.people import acts as people
from vloot.people.models import Person
from vloot.talk.files import reads as files
from vloot.talk.models import Post, ReadMark
from vloot.talk.posts import acts as posts
from vloot.talk.spaces import acts as spaces

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mailing")]


def take(message: EmailMessage | bytes, **more: Any) -> Outcome:
    return taking.take(message if isinstance(message, bytes) else bytes(message), **more)


def answers(question: Post) -> list[str]:
    return list(Post.objects.filter(root=question).order_by("id").values_list("source", flat=True))


def told() -> str:
    """What the only mail back says."""
    [sent] = post_office.outbox
    return str(sent.body)


def test_an_answer_stands_in_the_thread_once(world: World) -> None:
    question = ask(world)
    answer = reply_of(world.bram, question)
    assert [take(answer), take(answer)] == [Outcome.PLACED, Outcome.KNOWN]
    made = Post.objects.get(root=question)
    assert (made.source, made.kind, made.author_id, made.origin) == (
        "Three metres.",
        "answer",
        world.bram.id,
        "mail",
    )
    assert Entry.objects.get(kind="Answered").origin == "mail"
    assert ReadMark.objects.filter(person=world.bram).exists()
    assert post_office.outbox == []


def test_a_reply_to_an_answer_is_a_comment_on_it(world: World) -> None:
    question = ask(world)
    take(reply_of(world.bram, question))
    answer = Post.objects.get(root=question)
    take(reply_of(world.chris, answer, body="Thanks!", Message_ID="<2@x>"))
    comment = Post.objects.get(parent=answer)
    assert (comment.kind, comment.source, comment.author_id) == ("comment", "Thanks!", world.chris.id)


def test_two_answers_of_one_person_are_two(world: World) -> None:
    question = ask(world)
    take(reply_of(world.bram, question, Message_ID="<1@x>"))
    take(reply_of(world.bram, question, body="Or four.", Message_ID="<2@x>"))
    assert answers(question) == ["Three metres.", "Or four."]


def test_a_mail_without_an_id_is_known_by_what_it_says(world: World) -> None:
    question = ask(world)
    assert [take(reply_of(world.bram, question, Message_ID="")) for _ in range(2)] == [
        Outcome.PLACED,
        Outcome.KNOWN,
    ]


def test_the_address_it_was_delivered_to_is_enough(world: World) -> None:
    question = ask(world)
    to = reply.address_for(world.bram.id, question.id)
    assert take(mail("undisclosed@x.example"), recipient=to) == Outcome.PLACED
    hidden = mail("undisclosed@x.example", Message_ID="<2@x>", Delivered_To=to.upper())
    assert take(hidden) == Outcome.PLACED, "servers change capitals"


def test_files_come_along(world: World) -> None:
    question = ask(world)
    answer = reply_of(world.bram, question)
    answer.add_attachment(b"plan", maintype="application", subtype="pdf", filename="../plan één.pdf")
    assert take(answer) == Outcome.PLACED
    made = Post.objects.get(root=question)
    [card] = files.of_posts([made.id])[made.id]
    assert (card.name, card.size) == ("plan één.pdf", 4)


def test_a_picture_alone_is_an_answer_and_a_logo_is_none(world: World) -> None:
    from tests.talk.test_files import picture

    question = ask(world)
    answer = reply_of(world.bram, question, body="")
    answer.add_attachment(
        picture(), maintype="image", subtype="png", filename="crane.png", disposition="inline"
    )
    assert take(answer) == Outcome.PLACED
    assert answers(question) == [""]


# --- who it is from ---------------------------------------------------------------------------------------------------


def test_a_stranger_with_a_true_address_gets_nowhere(world: World) -> None:
    """Somebody forwarded their mail: its reply address is theirs alone."""
    question = ask(world)
    stolen = reply.address_for(world.bram.id, question.id)
    assert take(mail(stolen, "anna@vloot.example")) == Outcome.REFUSED
    assert answers(question) == []
    assert "somebody with another e-mail address" in told()
    assert "Three metres" not in told()
    assert post_office.outbox[0].subject == "Your mail was not placed", (
        "nor a word that they wrote themselves"
    )
    assert post_office.outbox[0].to == ["anna@vloot.example"]
    assert "http" not in told().replace("https://vloot.example\n", ""), "no link to what they may not see"


@pytest.mark.parametrize(
    "sender",
    [
        "mallory@elsewhere.example",
        "anna@vloot.example",
        '"bram@vloot.example" <mallory@elsewhere.example>',
        "mallory@elsewhere.example (bram@vloot.example)",
        "bram@vloot.example.elsewhere.example",
        "bram+vloot@elsewhere.example",
        "bram",
        "mallory@elsewhere.example, bram@vloot.example",
        "",
    ],
)
def test_only_from_an_address_of_its_own_person_a_reply_address_does_anything(
    world: World, sender: str
) -> None:
    question = ask(world)
    message = mail(reply.address_for(world.bram.id, question.id), "x@x.example", Sender="bram@vloot.example")
    message["Return-Path"] = "<bram@vloot.example>"
    forged = bytes(message).replace(
        b"From: Bram <x@x.example>\n", f"From: {sender}\n".encode() if sender else b""
    )
    assert take(forged) in (Outcome.REFUSED, Outcome.DROPPED)
    assert answers(question) == []
    assert all("Three metres" not in str(sent.body) for sent in post_office.outbox)


@pytest.mark.parametrize("at", [3, 20, 44])
def test_a_changed_address_is_nobodys(world: World, at: int) -> None:
    question = ask(world)
    name, _at, domain = reply.address_for(world.bram.id, question.id).partition("@")
    place = len("vloot+") + at
    forged = name[:place] + ("a" if name[place] != "a" else "b") + name[place + 1 :]
    take(mail(f"{forged}@{domain}"))
    assert answers(question) == []


def test_an_address_for_another_thread_or_person_cannot_be_made_of_one(world: World) -> None:
    import struct

    from vloot.ground.mail.keys import decoded, encoded

    question = ask(world)
    token = reply.address_for(world.bram.id, question.id).partition("+")[2].partition("@")[0]
    raw = bytearray(decoded(token))
    raw[2:10] = struct.pack(">Q", world.anna.id)
    take(mail(f"vloot+{encoded(bytes(raw))}@harbour.example", "anna@vloot.example"))
    assert answers(question) == []


def test_after_60_days_an_address_is_over(world: World, clock: Clock) -> None:
    question = ask(world)
    answer = reply_of(world.bram, question)
    clock.move(days=60)
    assert take(answer) == Outcome.PLACED
    late = reply_of(world.bram, question, Message_ID="<2@x>")
    clock.move(days=61)
    assert take(late) == Outcome.REFUSED
    assert "too old to reply to by mail" in told()
    assert "Three metres." in told(), "they get their words back"
    assert len(answers(question)) == 1


def test_who_has_left_the_company_is_heard_no_more(world: World) -> None:
    question = ask(world)
    answer = reply_of(world.bram, question)
    people.deactivate(by=world.actor(world.hanne), person_id=world.bram.id)
    assert take(answer) == Outcome.DROPPED
    assert (answers(question), post_office.outbox) == ([], [])


def test_who_has_left_the_space_reads_the_same_as_for_what_never_was(world: World) -> None:
    hidden = ask(world, space=world.slip)
    answers_to = [
        reply_of(world.dana, hidden),
        mail(reply.address_for(world.dana.id, 17), "dana@vloot.example"),
    ]
    spaces.leave(by=world.actor(world.dana), space=world.slip)
    said = []
    for number, answer in enumerate(answers_to):
        post_office.outbox.clear()
        from vloot.mailroom.models import Excuse

        Excuse.objects.all().delete()
        del answer["Message-ID"]
        answer["Message-ID"] = f"<{number}@x>"
        assert take(answer) == Outcome.REFUSED
        said.append(told())
    assert said[0] == said[1]
    assert "not there any more, or you cannot read it" in said[0]
    assert world.slip.name not in said[0]
    assert answers(hidden) == []


def test_a_closed_thread_says_so_in_ones_own_language(world: World) -> None:
    update = posts.write(by=world.actor(world.chris), space=world.quay, body="Low water")
    answer = reply_of(world.bram, update)
    posts.close(by=world.actor(world.chris), thread=update, reason="Said all")
    Person.objects.filter(id=world.bram.id).update(locale="nl")
    assert take(answer) == Outcome.REFUSED
    assert "gesloten" in told()
    assert f"https://vloot.example/t/{update.id}/" in told()


def test_a_mail_without_words_of_ones_own_is_refused(world: World) -> None:
    question = ask(world)
    assert take(reply_of(world.bram, question, body="")) == Outcome.REFUSED
    assert "no text of your own" in told()


def test_a_proven_second_address_is_ones_own(world: World) -> None:
    from allauth.account.models import EmailAddress

    question = ask(world)
    to = reply.address_for(world.bram.id, question.id)
    EmailAddress.objects.create(user=world.bram, email="b@home.example", verified=False)
    assert take(mail(to, "b@home.example")) == Outcome.REFUSED
    EmailAddress.objects.update(verified=True)
    assert take(mail(to, "b@home.example", Message_ID="<2@x>")) == Outcome.PLACED


# --- no loops ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Auto_Submitted": "auto-generated; owner=x"},
        {"Precedence": "bulk"},
        {"Precedence": "auto_reply"},
        {"X_Autoreply": "yes"},
        {"List_Id": "<crew.x.example>"},
        {"Return_Path": "<>"},
        {"X_Loop": "vloot@harbour.example"},
        {"From": "MAILER-DAEMON@x.example"},
        {"From": "Vloot <vloot@harbour.example>"},
        {"From": "vloot+abc@harbour.example"},
    ],
    ids=str,
)
def test_what_a_program_wrote_is_neither_placed_nor_answered(world: World, headers: dict[str, str]) -> None:
    question = ask(world)
    assert take(reply_of(world.bram, question, **headers)) == Outcome.DROPPED
    nowhere = {"sender": "bram@vloot.example", **headers}
    assert take(mail("vloot@harbour.example", **nowhere)) == Outcome.DROPPED
    assert (answers(question), post_office.outbox) == ([], [])


def test_our_own_mail_that_comes_round_is_dropped(world: World) -> None:
    """Whatever Vloot sends, an excuse too, it does not take in."""
    question = ask(world)
    take(reply_of(world.bram, question, body=""))
    [sent] = post_office.outbox
    sent.extra_headers["Delivered-To"] = reply.address_for(world.bram.id, question.id)
    assert take(sent.message().as_bytes()) == Outcome.DROPPED
    assert len(post_office.outbox) == 1


def test_a_sender_is_told_once_an_hour(world: World, clock: Clock) -> None:
    question = ask(world)
    outcomes = []
    for number in range(3):
        outcomes.append(take(reply_of(world.bram, question, body="", Message_ID=f"<{number}@x>")))
        clock.move(minutes=31)
    assert outcomes == [Outcome.REFUSED, Outcome.DROPPED, Outcome.REFUSED]
    assert len(post_office.outbox) == 2
    assert post_office.outbox[0].extra_headers["Auto-Submitted"] == "auto-replied"


def test_a_stranger_who_answers_nothing_hears_nothing_and_a_colleague_how(world: World) -> None:
    assert take(mail("vloot@harbour.example", "eve@x.example")) == Outcome.DROPPED
    assert post_office.outbox == []
    assert take(mail("vloot@harbour.example")) == Outcome.REFUSED
    assert "not clear what you reply to" in told()


def test_when_nobody_can_be_told_nothing_has_happened(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from vloot.ground.mail import Line, TryLater

    question = ask(world)
    answer = reply_of(world.bram, question, body="")

    def down(*_: object) -> None:
        raise TryLater("nothing listens there")

    with monkeypatch.context() as patch:
        patch.setattr(Line, "send", down)
        with pytest.raises(TryLater):
            take(answer)
    assert take(answer) == Outcome.REFUSED
    assert len(post_office.outbox) == 1


# --- hostile shapes ---------------------------------------------------------------------------------------------------


def test_what_is_too_big_is_not_even_read(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from vloot.letters.arriving import reading

    question = ask(world)
    monkeypatch.setattr(reading, "parse", lambda _raw: pytest.fail("it was read"))
    assert take(reply_of(world.bram, question), size=reading.MOST_BYTES + 1) == Outcome.REFUSED
    assert "larger than 36 MB" in told()
    assert answers(question) == []


@pytest.mark.parametrize("depth", [60, 20_000])
def test_what_is_folded_too_deep_is_refused_in_no_time(world: World, depth: int) -> None:
    question = ask(world)
    head = bytes(reply_of(world.bram, question)).partition(b"Content-Type")[0]
    nest = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth))
    assert take(head + nest + b"Content-Type: text/plain\n\nHello\n") == Outcome.REFUSED
    assert "Send it as plain text" in told()
    assert answers(question) == []


def test_more_parts_than_anybody_sends_are_refused(world: World) -> None:
    question = ask(world)
    answer = reply_of(world.bram, question)
    for number in range(11):
        answer.add_attachment(b"x", maintype="application", subtype="pdf", filename=f"{number}.pdf")
    assert take(answer) == Outcome.REFUSED
    assert "at most ten files" in told()


def test_a_header_in_a_subject_stays_a_subject(world: World) -> None:
    question = ask(world)
    raw = bytes(reply_of(world.bram, question, body=""))
    evil = raw.replace(b"Re: How high?", b"=?utf-8?q?Hi=0D=0ABcc:_eve@x.example?=")
    assert take(evil) == Outcome.REFUSED
    message = post_office.outbox[0].message()
    assert message["Bcc"] is None
    assert post_office.outbox[0].recipients() == ["Bram <bram@vloot.example>"]


def test_names_in_a_mail_are_told_as_on_the_page(world: World, work: Callable[[], int]) -> None:
    from vloot.notices import reads as notices

    question = ask(world)
    take(reply_of(world.bram, question, body="Ask @anna."))
    work()
    kinds = {card.kind for card in notices.listed(world.actor(world.anna), {world.quay.id: "Quay"})}
    assert kinds == {"mentioned"}
