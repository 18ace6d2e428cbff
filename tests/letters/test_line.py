"""Letters through a real SMTP server, over a line that is closed to others."""

from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.letters.servers import Smtp
from vloot.ground.mail import AddressRefused, Letter, LetterRefused, MailError, TryLater, compose, open_line

HEADERS_OF_OURS = {
    "content-type", "mime-version", "subject", "from", "to", "reply-to", "date", "message-id", "auto-submitted",
    "precedence", "x-auto-response-suppress", "x-loop", "in-reply-to", "references", "content-language",
    "content-transfer-encoding", "list-unsubscribe", "list-unsubscribe-post", "list-id",
}  # fmt: skip
ODD = st.text(max_size=300) | st.sampled_from(
    [
        "a\r\nBcc: eve@x.example",
        'Quote " and <eve@x.example>',
        "é" * 400,
        "x" * 900,
        "Ünï, eve@x.example",
        "=?utf-8?q?x?=",
    ]
)


def letter(**more: Any) -> Letter:
    given = {"to": "anna@vloot.example", "subject": "Crane", "body": "Three metres.\n", "key": "1"}
    return Letter(**{**given, **more})


def sent_one(through: Smtp, **more: Any) -> EmailMessage:
    with open_line() as line:
        line.send(letter(**more))
    [found] = through.sent()
    return found


def test_a_letter_arrives_whole(through: Smtp) -> None:
    found = sent_one(
        through,
        name="Anna Peeters",
        subject="Hoe hoog? Één kraan — «très haute»",
        body="Dag Anna,\n\n" + "een lange regel " * 200 + "\n.\nFrom het einde: é ✓\n",
        html="<p>Dag <b>Anna</b></p>",
        sender="Bram Desmet",
        reply_to="vloot+abc@harbour.example",
        thread="17",
        stop="https://vloot.example/mail/stop/x/",
    )
    assert found["Subject"] == "Hoe hoog? Één kraan — «très haute»"
    assert found["From"] == "Bram Desmet <vloot@harbour.example>"
    assert found["To"] == "Anna Peeters <anna@vloot.example>"
    plain, rich = found.iter_parts()
    assert plain.get_content().replace("\r\n", "\n").endswith("\n.\nFrom het einde: é ✓\n")
    assert rich.get_content_type() == "text/html"
    assert found["List-Unsubscribe"] == "<https://vloot.example/mail/stop/x/>"
    assert found["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (found["Auto-Submitted"], found["Precedence"]) == ("auto-generated", "bulk")
    assert found["References"] == found["In-Reply-To"]
    assert all(len(line) < 1000 for line in found.as_bytes().splitlines())


def test_the_same_letter_is_the_same_message(mailing: None) -> None:
    ids = [
        compose(letter(**more)).extra_headers["Message-ID"]
        for more in ({}, {}, {"key": "2"}, {"to": "b@x.example"})
    ]
    assert ids[0] == ids[1]
    assert len(set(ids)) == 3


def test_letters_of_one_thread_stand_together(mailing: None) -> None:
    one, two, other = (
        compose(letter(key=key, thread=thread)).extra_headers["References"]
        for key, thread in ("1a", "2a", "3b")
    )
    assert one == two != other


@given(ODD, ODD, ODD)
@example("Ünï, Cödé\n", "\r\n\r\nBody", "a@b\r\nBcc: c@d")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_name_title_or_subject_breaks_out(mailing: None, name: str, subject: str, sender: str) -> None:
    from email import message_from_bytes, policy

    made = compose(letter(name=name, subject=subject, sender=sender))
    raw = made.message().as_bytes()
    head = message_from_bytes(raw, policy=policy.default)
    assert {key.lower() for key in head.keys()} <= HEADERS_OF_OURS  # noqa: SIM118  # a message gives its headers twice over
    assert len(head.get_all("Subject", [])) == len(head.get_all("From", [])) == 1
    assert [address.addr_spec for address in head["To"].addresses] == ["anna@vloot.example"]
    assert [address.addr_spec for address in head["From"].addresses] == ["vloot@harbour.example"]
    assert head.get_content().strip() == "Three metres."


def test_an_address_with_a_line_break_is_no_address(mailing: None) -> None:
    with pytest.raises(ValueError, match=r"newline|Invalid"):
        compose(letter(to="anna@vloot.example\r\nBcc: eve@x.example")).message()


@pytest.mark.parametrize(
    ("to", "kind"),
    [
        ("nobody", AddressRefused),
        ("shut", AddressRefused),
        ("old", AddressRefused),
        ("blocked", LetterRefused),
        ("full", TryLater),
        ("busy", TryLater),
    ],
)
def test_what_the_server_answers_is_understood(through: Smtp, to: str, kind: type[MailError]) -> None:
    with open_line() as line:
        with pytest.raises(kind):
            line.send(letter(to=f"{to}@vloot.example"))
        line.send(letter())
    assert len(through.sent()) == 1, "the line serves on"


def test_one_line_for_a_batch(through: Smtp, monkeypatch: pytest.MonkeyPatch) -> None:
    import smtplib

    opened: list[int] = []
    real = smtplib.SMTP.connect

    def connect(*given: Any, **named: Any) -> Any:
        opened.append(1)
        return real(*given, **named)

    monkeypatch.setattr(smtplib.SMTP, "connect", connect)
    with open_line() as line:
        for number in range(5):
            line.send(letter(key=str(number)))
    assert (len(opened), len(through.sent())) == (1, 5)


def test_a_certificate_that_nobody_vouches_for_is_not_taken(through: Smtp, mailing: Any) -> None:
    mailing.VLOOT_MAIL_CA_FILE = ""
    with open_line() as line, pytest.raises(TryLater, match="certificate is not trusted"):
        line.send(letter())
    assert through.sent() == []


def test_nothing_goes_over_an_open_line_when_a_closed_one_is_asked_for(
    mailing: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from tests.letters import servers

    with servers.smtp(tmp_path_factory.mktemp("open") / "box") as bare:
        mailing.EMAIL_BACKEND = "vloot.ground.mail.backend.EmailBackend"
        mailing.EMAIL_HOST, mailing.EMAIL_PORT, mailing.EMAIL_USE_TLS = "127.0.0.1", bare.port, True
        with open_line() as line, pytest.raises(TryLater, match="cannot do what is asked"):
            line.send(letter())
        assert bare.sent() == []
        mailing.EMAIL_USE_TLS = False
        with open_line() as line:
            line.send(letter())
        assert len(bare.sent()) == 1


def test_a_server_that_is_away_is_tried_later(mailing: Any) -> None:
    from tests.cli.running import free_port

    mailing.EMAIL_BACKEND = "vloot.ground.mail.backend.EmailBackend"
    mailing.EMAIL_HOST, mailing.EMAIL_PORT = "127.0.0.1", free_port()
    with open_line() as line, pytest.raises(TryLater, match="nothing listens there"):
        line.send(letter())
