"""Reading questions from a file: one JSON object a line."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

_DAY = 86_400.0


class FileError(Exception):
    """The file is not what it should be; the text names the line and says what to do."""


class Answer(NamedTuple):
    """Who answered, when (days since 1970), and whether the asker accepted it."""

    by: str
    at: float
    accepted: bool


class Question(NamedTuple):
    """What was asked, when (days since 1970), by whom, and what was answered."""

    id: str
    at: float
    text: str
    asker: str
    answers: tuple[Answer, ...]

    def by_others(self) -> list[Answer]:
        """The answers, without what the asker said themselves."""
        return [answer for answer in self.answers if answer.by != self.asker]


class _AnswerLine(msgspec.Struct):
    by: str | int
    time: datetime
    text: str = ""
    accepted: bool = False


class _QuestionLine(msgspec.Struct):
    id: str | int
    time: datetime
    text: str
    asker: str | int
    answers: list[_AnswerLine] = []


_decoder = msgspec.json.Decoder(_QuestionLine)


def read(path: Path) -> list[Question]:
    """The questions of a file, which may be packed with gzip. Raises FileError."""
    found = []
    number = 0
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
            for line in lines:
                number += 1
                if line.strip():
                    found.append(_question(line))
    except (OSError, EOFError) as error:
        raise FileError(f"{path} cannot be read: {error}") from error
    except msgspec.MsgspecError as error:
        raise FileError(f"line {number}: this is not a question as it should be ({error}).") from error
    return found


def days(moment: datetime) -> float:
    """A moment in days since 1970; without a zone it is UTC."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() / _DAY


def _question(line: bytes) -> Question:
    one = _decoder.decode(line)
    answers = tuple(Answer(str(each.by), days(each.time), each.accepted) for each in one.answers)
    return Question(str(one.id), days(one.time), one.text, str(one.asker), answers)
