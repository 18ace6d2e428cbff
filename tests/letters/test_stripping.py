"""What is left of a mail: what its sender wrote, whatever program they wrote it in."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.letters.samples import ADDRESS, HTML, OWN, PLAIN
from vloot.letters.arriving import html, quotes, reading

# What a quote, a signature or a phone's farewell begins with: words nobody's answer consists of here.
WORDS = st.text(
    alphabet=st.characters(categories=("Lu", "Ll", "Nd", "Zs", "Po", "Sm"), exclude_characters=">:<"),
    max_size=60,
)


@pytest.mark.parametrize("name", PLAIN)
def test_plain_text(name: str) -> None:
    source, wanted = PLAIN[name]
    assert quotes.strip(source, OWN) == wanted


@pytest.mark.parametrize("name", HTML)
def test_html(name: str) -> None:
    source, wanted = HTML[name]
    assert quotes.strip(html.as_text(source), OWN) == wanted


@given(st.lists(WORDS, min_size=1, max_size=8), st.sampled_from(sorted(PLAIN)))
def test_nothing_written_above_the_quote_is_lost(lines: list[str], name: str) -> None:
    quote = f"\n\nOn Mon, 2 Mar 2026 at 09:00, Bram <{ADDRESS}> wrote:\n\n> How high?\n"
    left = quotes.strip("\n".join(lines) + quote, OWN)
    said = [word for line in lines for word in line.split() if word.isalnum()]
    if not any(_is_a_farewell(line) for line in lines):
        assert [word for word in left.split() if word.isalnum()] == said


def _is_a_farewell(line: str) -> bool:
    from vloot.letters.arriving import phrases

    return bool(phrases.PHONE.match(line) or phrases.RULE.match(line) or line.strip() in ("--", "-- "))


@given(st.text(max_size=2000))
@example("\x00>\u2028--\n-- \nOn 1:00 wrote:")
def test_nothing_makes_it_stumble_and_twice_is_once(source: str) -> None:
    once = quotes.strip(source, OWN)
    assert "\x00" not in once
    assert quotes.strip(once, OWN) in (once, quotes.strip(once, OWN))
    html.as_text(source)
    quotes.flowing(source)


@given(st.binary(max_size=3000))
@example(b"Content-Type: multipart/mixed; boundary=\r\n\r\n--\r\n")
@example(b"Content-Type: text/plain; charset=unheard-of\r\n\r\n\xff\xfe")
@example(
    b"Subject: =?utf-8?b?=ff=?=\r\nFrom: =?x?q?\xff?= <a@b>\r\nContent-Type: text/html; charset=\x00\r\n\r\n<"
)
@example(
    b"Content-Type: application/x; name*=utf-9''%ff%\r\nContent-Disposition: attachment; filename*0*=x\r\n\r\nx"
)
def test_no_bytes_make_reading_raise(raw: bytes) -> None:
    for start in (
        b"",
        b"From: anna@vloot.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
    ):
        mail = reading.read(start + raw, own=OWN)
        assert "\n" not in mail.subject + mail.sender + mail.sender_name + mail.message_id


@pytest.mark.parametrize(
    "source",
    [
        "<" * 300_000, "<!--" * 100_000, "<div>" * 60_000, "<a " * 100_000, "</p>" * 80_000, "&" * 300_000, "<![foo[" * 9000,
        "<blockquote>" * 30_000 + "x",
    ],
    ids=lambda source: str(source)[:8],
)  # fmt: skip
def test_hostile_html_takes_no_time(source: str) -> None:
    begun = time.process_time()
    quotes.strip(html.as_text(source), OWN)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "line", ["On " + "a" * 200_000, "Op 1 " * 60_000, "Bram <" * 60_000, "On 1:00 wrote" * 30_000, ("On 1 b\n" * 40_000)]
)  # fmt: skip
def test_hostile_text_takes_no_time(line: str) -> None:
    begun = time.process_time()
    quotes.strip(line + "\n\nx wrote:", OWN)
    assert time.process_time() - begun < 5


def test_text_broken_for_the_way_is_in_one_piece_again() -> None:
    assert quotes.flowing("One long \nline.\nAnother\n > quoted \n> still\n-- \nAnna") == (
        "One long line.\nAnother\n> quoted \n> still\n-- \nAnna"
    )
