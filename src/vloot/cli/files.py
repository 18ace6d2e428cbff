"""What a command says of a file that it cannot use, in the language of the terminal (LANGUAGE, LC_ALL, LC_MESSAGES, LANG)."""

import gettext
import sys
from pathlib import Path

from vloot.ground.marking import mark as _
from vloot.ground.table import BadLines, TableError

_LOCALE = Path(__file__).parent.parent / "locale"


def refuse(error: TableError | BadLines, path: Path) -> int:
    """Say what is wrong with the file; gives the exit status for it."""
    said = gettext.translation("django", _LOCALE, fallback=True).gettext
    lines, count = (error.first, error.count) if isinstance(error, BadLines) else ([error], 1)
    for line in lines:
        words = said(line.text).format(**line.values)
        _print(words if "path" in line.values else f"{path}, {words}")
    if left := count - len(lines):
        _print(f"{path}: {said(_('and {count} more bad lines')).format(count=left)}")
    return 2


def _print(words: str) -> None:
    print(f"vloot: {words}", file=sys.stderr)
