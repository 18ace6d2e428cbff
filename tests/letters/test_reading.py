"""Mails in the shapes programs give them: alphabets, parts inside parts, files and logos."""

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from tests.letters.samples import OWN
from vloot.letters.arriving import reading

HEAD = b"From: Anna <anna@vloot.example>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"


@pytest.mark.parametrize(
    ("declared", "encoded", "wanted"),
    [
        ("iso-8859-1", "één".encode("latin-1"), "één"),
        ("windows-1252", "€ 5 “goed”".encode("windows-1252"), "€ 5 “goed”"),
        ("utf-8", "één ✓".encode(), "één ✓"),
        ("utf-8", "één".encode("latin-1"), "één"),  # it says one thing and is another
        ("unheard-of", "één".encode(), "één"),
        ("us-ascii", "één".encode(), "één"),
        ("utf-16", "één".encode("utf-16"), "één"),
        ("iso-2022-jp", "日本".encode("iso-2022-jp"), "日本"),
    ],
)
def test_every_alphabet_is_read(declared: str, encoded: bytes, wanted: str) -> None:
    raw = HEAD + f"Content-Type: text/plain; charset={declared}\r\n\r\n".encode() + encoded
    assert reading.read(raw).written == wanted


def test_a_mail_that_is_only_html_is_read() -> None:
    message = MIMEText("<p>Drie meter, één keer.</p>", "html", "iso-8859-1")
    assert reading.read(bytes(message)).written == "Drie meter, één keer."


def test_an_empty_plain_text_beside_html_does_not_hide_it() -> None:
    message = MIMEMultipart("alternative")
    message.attach(MIMEText(" \n", "plain"))
    message.attach(MIMEText("<p>Three.</p>", "html"))
    assert reading.read(bytes(message), own=OWN).written == "Three."


def picture(size: int) -> EmailMessage:
    message = EmailMessage()
    message.set_content("Three.")
    message.add_alternative("<p>Three.</p><img src=cid:1>", subtype="html")
    _plain, rich = message.iter_parts()
    assert isinstance(rich, EmailMessage)
    rich.add_related(b"\x89" * size, "image", "png", cid="<1>", filename="image001.png")
    return message


def test_a_logo_stays_out_and_a_picture_comes_in() -> None:
    assert reading.read(bytes(picture(2_000))).files == []
    [file] = reading.read(bytes(picture(20_000))).files
    assert (file.name, len(file.content)) == ("image001.png", 20_000)


def test_a_mail_inside_the_mail_is_nobodys_words() -> None:
    message = EmailMessage()
    message.set_content("See below.")
    inner = EmailMessage()
    inner.set_content("Somebody else's words")
    message.add_attachment(inner)
    mail = reading.read(bytes(message))
    assert (mail.written, mail.files) == ("See below.", [])


def test_a_text_that_is_attached_is_a_file_and_no_words() -> None:
    message = EmailMessage()
    message.set_content("See the list.")
    message.add_attachment("one\ntwo\n", filename="list.txt")
    mail = reading.read(bytes(message))
    assert mail.written == "See the list."
    assert [file.name for file in mail.files] == ["list.txt"]


def test_signatures_of_programs_are_no_files() -> None:
    message = EmailMessage()
    message.set_content("Three.")
    message.add_attachment(b"x", "application", "pgp-signature", filename="signature.asc")
    message.add_attachment(b"x", "application", "ms-tnef", filename="winmail.dat")
    assert reading.read(bytes(message)).files == []


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Anna <Anna@Vloot.example>", "anna@vloot.example"),
        ("=?utf-8?q?=C3=89va?= <eva@vloot.example>", "eva@vloot.example"),
        ("anna@vloot.example, eve@x.example", ""),
        ("", ""),
    ],
)
def test_who_wrote_is_one_or_nobody(written: str, wanted: str) -> None:
    raw = f"From: {written}\r\n\r\nx".encode()
    assert reading.read(raw).sender == wanted
