"""The laws of the house that no library checks: budgets, names, the shape of acts, one clock, pages for the CSP.

    python tools/law.py [PATH...]      prints every breach with its reason; exit code 1 when there is one

A breach that is right all the same is excused where it stands, with a reason: `# law: <rule> because …` on the
line, the line above it, or (for a whole file) among its first five lines. An excuse that excuses nothing is a
breach itself.
"""

import re
import sys
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import python_law
import template_law
from breach import REASONS, Breach

ROOT = Path(__file__).resolve().parent.parent
EXCUSE = re.compile(r"law: (?P<rule>[a-z-]+) because \S+")
# What nobody writes by hand, and what is not ours.
EXEMPT = ("migrations", "vendor", "locale", "__pycache__")

Check = Callable[[Path, str], Iterator[Breach]]
CHECKS: dict[str, Check] = {
    ".py": python_law.breaches,
    ".html": template_law.breaches,
    ".css": template_law.css_breaches,
}


@dataclass
class Page:
    """One file with its excuses; remembers which of them were needed."""

    path: Path
    text: str
    used: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.excuses = {
            number: found["rule"] for number, words in self._comments() if (found := EXCUSE.search(words))
        }

    def _comments(self) -> Iterator[tuple[int, str]]:
        """Where an excuse may stand: in Python only in comments, since tests quote some."""
        if self.path.suffix != ".py":
            yield from enumerate(self.text.splitlines(), 1)
            return
        for token in tokenize.generate_tokens(StringIO(self.text).readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string

    def excused(self, breach: Breach) -> bool:
        for number, rule in self.excuses.items():
            if rule == breach.rule and (number <= 5 or number in (breach.line, breach.line - 1)):
                self.used.add(number)
                return True
        return False

    def idle(self) -> Iterator[Breach]:
        for number, rule in self.excuses.items():
            if number not in self.used:
                yield Breach("idle-excuse", number, f"nothing here breaks `{rule}`")


def judge(path: Path, root: Path = ROOT) -> list[Breach]:
    """Every breach in one file that no excuse covers."""
    inside = path.resolve().relative_to(root)
    page = Page(inside, path.read_text(encoding="utf-8"))
    found = [breach for breach in CHECKS[path.suffix](inside, page.text) if not page.excused(breach)]
    return found + list(page.idle())


def files(paths: list[Path]) -> Iterator[Path]:
    for start in paths:
        candidates = [start] if start.is_file() else sorted(start.rglob("*"))
        for path in candidates:
            if (
                path.is_file()
                and path.suffix in CHECKS
                and not set(EXEMPT) & set(path.resolve().relative_to(ROOT).parts)
            ):
                yield path


def main(arguments: list[str]) -> int:
    paths = [Path(argument) for argument in arguments] or [ROOT / part for part in ("src", "tests", "tools")]
    breaches = [(path, breach) for path in files(paths) for breach in judge(path)]
    for path, breach in breaches:
        print(f"{path.resolve().relative_to(ROOT)}:{breach.line}: {breach.rule}: {breach.what}")
    for rule in sorted({breach.rule for _, breach in breaches}):
        print(f"  {rule}: {REASONS[rule]}")
    if breaches:
        print(f"{len(breaches)} breaches of the law of the house.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
