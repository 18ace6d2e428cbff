"""What somebody wrote in a mail, without what they quoted and what their program adds below.

Whatever stands above the quote is kept, whatever it looks like, except a signature ("-- ") and "Sent from my phone". Lines that begin with
">" go wherever they stand, so that answers between and below quoted lines are kept too.
"""

import re
from collections.abc import Sequence

from vloot.letters.arriving import phrases

_NOISE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
_WRAPPED = 4  # lines over which a mail program spreads "On … wrote:"
_NEAR = 6  # lines of a block of headers
_LONGEST = 1600  # characters of an introduction; nobody introduces a quote with more
_EMPTY = re.compile(r"\n{3,}")


def strip(source: str, own: str = "") -> str:
    """What was written. `own` is the address that our own mail comes from: a line that names it introduces a quote of it."""
    lines = [line.rstrip() for line in _tidy(source).split("\n")]
    lines = lines[: _end(lines)]
    kept = _without_quotes(lines, own.lower())
    return _EMPTY.sub("\n\n", "\n".join(_without_farewell(kept))).strip()


def flowing(source: str) -> str:
    """Text that was broken for the way (format=flowed, RFC 3676), in one piece again."""
    made: list[str] = []
    is_open = False
    for line in _tidy(source).split("\n"):
        stuffed = line.removeprefix(" ")
        is_quoted = stuffed.startswith(">")
        if is_open and not is_quoted and stuffed != "-- ":
            made[-1] += stuffed
        else:
            made.append(stuffed)
        is_open = stuffed.endswith(" ") and stuffed != "-- " and not is_quoted
    return "\n".join(made)


def _tidy(source: str) -> str:
    text = source.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u00a0", " ")
    return _NOISE.sub("", text)


def _end(lines: Sequence[str]) -> int:
    """The line at which everything said before begins, in programs that do not mark it line by line."""
    for number, line in enumerate(lines):
        if phrases.ORIGINAL.match(line) or (_begins_headers(lines, number)):
            above = number
            while above and (not lines[above - 1] or phrases.RULE.match(lines[above - 1])):
                above -= 1
            return above
    return len(lines)


def _begins_headers(lines: Sequence[str], number: int) -> bool:
    """Whether a block like "From: … Sent: … To: … Subject: …" begins here."""
    if not phrases.FROM.match(lines[number]):
        return False
    names = {
        found[1].lower()
        for line in lines[number + 1 : number + _NEAR]
        if (found := phrases.HEADER.match(line))
    }
    return len(names) >= 2


def _without_quotes(lines: Sequence[str], own: str) -> list[str]:
    kept: list[str] = []
    number = 0
    while number < len(lines):
        if length := _introduction(lines, number, own):
            after = _first_words(lines, number + length)
            if after >= len(lines) or not lines[after].startswith(">"):
                # What follows is not marked as quoted: it is the old mail down to its end.
                return kept
            number = after
        elif lines[number].startswith(">"):
            number += 1
        elif lines[number] in ("--", "-- "):
            return kept + _after_quote(lines, number, own)
        else:
            kept.append(lines[number])
            number += 1
    return kept


def _after_quote(lines: Sequence[str], number: int, own: str) -> list[str]:
    """What stands below a signature, if that was the quoted one."""
    below = list(lines[number + 1 :])
    quoted = [index for index, line in enumerate(below) if line.startswith(">")]
    return _without_quotes(below[quoted[-1] + 1 :], own) if quoted else []


def _introduction(lines: Sequence[str], number: int, own: str) -> int:
    """Over how many lines "On …, … wrote:" runs that begins here; 0 when none does."""
    if not lines[number] or lines[number].startswith(">"):
        return 0
    joined = ""
    for length in range(1, _WRAPPED + 1):
        at = number + length - 1
        if at >= len(lines) or not lines[at] or len(joined) > 400:
            return 0
        joined = f"{joined} {lines[at]}".strip()
        if _introduces(joined, own):
            return length
    return 0


def _introduces(line: str, own: str) -> bool:
    if len(line) > _LONGEST:
        return False
    if not line.endswith((":", "：")) and not phrases.WROTE_AT_END.search(line):
        return False
    if own and own.partition("@")[0] and _names(line.lower(), own):
        return True
    return bool(phrases.DATED.search(line)) and any(known.match(line) for known in phrases.WROTE)


def _names(line: str, own: str) -> bool:
    """Whether a line that ends in a colon names our address, or one with "+…" in it."""
    name, _at, domain = own.partition("@")
    return bool(re.search(rf"(?<![\w.-]){re.escape(name)}(?:\+\w+)?@{re.escape(domain)}(?![\w-])", line))


def _first_words(lines: Sequence[str], number: int) -> int:
    while number < len(lines) and not lines[number]:
        number += 1
    return number


def _without_farewell(lines: list[str]) -> list[str]:
    """Without what a phone puts below: "Sent from my phone"."""
    left = list(lines)
    while left and (not left[-1] or phrases.PHONE.match(left[-1]) or phrases.RULE.match(left[-1])):
        if left[-1] and phrases.RULE.match(left[-1]) and not _has_gone(lines, left):
            break
        left.pop()
    return left


def _has_gone(lines: list[str], left: list[str]) -> bool:
    return any(line.strip() for line in lines[len(left) :])
