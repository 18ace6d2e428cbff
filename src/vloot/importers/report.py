"""What an import says at its end: the same for every dialect, for people and for programs."""

from collections import Counter
from collections.abc import Iterator

import msgspec

SHOWN = (
    20  # skipped records that people see one by one, or reasons when there are more; programs get all of them
)


class Skipped(msgspec.Struct, frozen=True):
    """Something in the archive that did not come in: where it stands, as file:line, and why."""

    where: str
    why: str


class Report(msgspec.Struct, kw_only=True):
    """How much came in. `already_present` counts the posts that an earlier import brought; those stay as they are.

    `without_access` are guests among the persons whom the company, which takes none now, gives no access.
    """

    persons: int = 0
    without_access: int = 0
    placeholders: int = 0
    bots: int = 0
    merged: int = 0
    spaces: int = 0
    threads: int = 0
    posts: int = 0
    reactions: int = 0
    files: int = 0
    already_present: int = 0
    skipped: list[Skipped] = []

    def skip(self, where: str, why: str) -> None:
        """List something that does not come in."""
        self.skipped.append(Skipped(where, why))

    @property
    def counts(self) -> dict[str, int]:
        """All figures, the skipped ones too."""
        figures = {
            name: value for name in self.__struct_fields__ if isinstance(value := getattr(self, name), int)
        }
        return {**figures, "skipped": len(self.skipped)}

    @property
    def has_news(self) -> bool:
        """Whether anything came in that was not here; somebody who is recognised was."""
        return any(
            value
            for name, value in self.counts.items()
            if name not in ("merged", "already_present", "skipped")
        )


def as_json(report: Report) -> str:
    """The report for programs."""
    return msgspec.json.encode(report).decode()


def lines(report: Report, *, is_dry_run: bool) -> Iterator[str]:
    """The report for people."""
    yield "What would come in:" if is_dry_run else "What came in:"
    for name, value in report.counts.items():
        yield f"  {name.replace('_', ' '):<16}{value:>9}"
    if len(report.skipped) <= SHOWN:
        yield from (f"  {skipped.where}: {skipped.why}" for skipped in report.skipped)
    else:
        yield from _reasons(report.skipped)


def _reasons(skipped: list[Skipped]) -> Iterator[str]:
    first = {one.why: one.where for one in reversed(skipped)}
    counted = Counter(one.why for one in skipped).most_common()
    for why, count in counted[:SHOWN]:
        yield f"  {count:>7}  {why}, first in {first[why]}"
    more = f"... and {len(counted) - SHOWN} reasons more; " if len(counted) > SHOWN else ""
    yield f"  {more}--json lists them all."
