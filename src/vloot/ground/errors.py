"""The two ways a deed can fail that are nobody's mistake in code: a rule says no, or there is nothing to be seen."""

from typing import NamedTuple


class Refused(Exception):  # noqa: N818  # said everywhere, and no mistake
    """A rule said no, or what was entered cannot be used.

    `text` is in the reader's language and says what to do; `field` names the form field it belongs to, if any.
    """

    def __init__(self, code: str, text: str, field: str = "") -> None:
        super().__init__(code, text, field)
        self.code = code
        self.text = text
        self.field = field

    def __str__(self) -> str:
        return self.text

    @property
    def by_field(self) -> dict[str, str]:
        """The text under the field it belongs to, or under "form": as a page shows it."""
        return {self.field or "form": self.text}


class NotFound(Exception):  # noqa: N818
    """It does not exist, or this actor may not see it: the two are never told apart."""


class Verdict(NamedTuple):
    """What a rule answers."""

    ok: bool
    code: str = ""
    text: str = ""

    def __bool__(self) -> bool:
        return self.ok


def yes() -> Verdict:
    """The deed is allowed."""
    return Verdict(ok=True)


def no(code: str, text: str) -> Verdict:
    """The deed is not allowed; `text` tells the reader why and what to do."""
    return Verdict(ok=False, code=code, text=text)


def require(verdict: Verdict) -> None:
    """Raise `Refused` unless the verdict is yes."""
    if not verdict.ok:
        raise Refused(verdict.code, verdict.text)
