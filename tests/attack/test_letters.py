"""Mail that a stranger makes to keep the postman busy, or to trip him: none is too much, none makes him stumble."""

import time

import pytest

from vloot.letters.arriving import loops, quotes, reading, returns

OWN = "vloot@example.org"
PATIENCE = 3.0  # seconds; what these took before was minutes
REPORT = b"From: a@example.org\nContent-Type: multipart/report; boundary=b\n\n"


def taken_apart(raw: bytes) -> reading.Mail:
    """What the postman does with any mail before he asks whose it is."""
    returns.read(raw)
    loops.is_from_a_program(reading.head_of(raw))
    return reading.read(raw, own=OWN)


def nested(depth: int) -> bytes:
    heads = [f'Content-Type: multipart/report; boundary="b{n}"\n\n--b{n}\n' for n in range(depth)]
    return ("From: a@example.org\n" + "".join(heads) + "\nhello\n").encode()


@pytest.mark.parametrize("sign", ["(", "a@b (", "a:", "<", "[", ",", '"'])
def test_no_sender_makes_it_stumble(sign: str) -> None:
    raw = f"From: {sign * 1900}\nReturn-Path: {sign * 1900}\n\nhello".encode()
    assert taken_apart(raw).sender == ""


@pytest.mark.parametrize(
    "raw",
    [
        nested(250) + b"x\n" * 500_000,
        nested(900),
        REPORT + b"--b\n\nx\n" * 200_000,
        REPORT.replace(b"report", b"mixed") + b"--b \n\nx\n" * 200_000,
        REPORT
        + b"--b\nContent-Type: message/delivery-status\n\n"
        + b"Action: failed\nStatus: 5.0\n\n" * 200_000,
    ],
    ids=["nested, with much in it", "nested deeper", "many parts", "many parts, mixed", "many reports"],
)
def test_what_nobody_wrote_is_not_taken_apart(raw: bytes) -> None:
    begun = time.perf_counter()
    mail = taken_apart(raw)
    assert (mail.fault, mail.written) == ("deep", "")
    assert time.perf_counter() - begun < PATIENCE


@pytest.mark.parametrize(
    "line",
    ["wrote " + " " * 390_000 + "x", "<" * 390_000 + ":", "On 2020 " + "wrote " * 60_000 + "x:"],
)
def test_a_line_without_end_is_read_in_a_moment(line: str) -> None:
    begun = time.perf_counter()
    assert quotes.strip(f"Hello\n\n{line}", OWN).startswith("Hello")
    assert time.perf_counter() - begun < PATIENCE


def test_an_alphabet_that_takes_for_ever_is_not_believed() -> None:
    head = b"From: a@example.org\nContent-Type: text/plain; charset=punycode\n\nHello "
    begun = time.perf_counter()
    assert taken_apart(head + b"a" * 400_000 + b"-" + b"9" * 400_000).written.startswith("Hello aaa")
    assert time.perf_counter() - begun < PATIENCE


def test_a_long_text_is_cut_between_letters() -> None:
    head = b"From: a@example.org\nContent-Type: text/plain; charset=utf-8\n\n"
    assert set(taken_apart(head + b"x" + "é".encode() * 1_000_000).written) == {"x", "é"}
