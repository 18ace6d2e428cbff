"""A bar on the terminal while something long is done."""

import sys
from typing import TextIO

_WIDTH = 30


class Bar:
    """Shows how far something is, on a terminal only."""

    def __init__(self, *, is_shown: bool, out: TextIO | None = None) -> None:
        self._out = out or sys.stderr
        self._is_shown = is_shown and self._out.isatty()
        self._last = -1

    def show(self, done: int, total: int, what: str = "") -> None:
        """Draw it, when it has moved."""
        part = _WIDTH if total <= 0 else _WIDTH * min(done, total) // total
        if not self._is_shown or (part == self._last and done < total):
            return
        self._last = part
        self._out.write(f"\r[{'#' * part}{'.' * (_WIDTH - part)}] {done}/{total} {what:<30.30}")
        self._out.flush()

    def end(self) -> None:
        """Leave its line."""
        if self._is_shown and self._last >= 0:
            self._out.write("\n")
