"""What the documentation says is there, is; and what is there, the documentation says."""

import argparse
import ast
import re
import tomllib
from pathlib import Path

import pytest

from vloot import __version__, config
from vloot.cli import _parser

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "vloot"
README = (ROOT / "README.md").read_text()


def commands(parser: argparse.ArgumentParser, before: str = "vloot") -> set[str]:
    """Every command by its full name; of one with commands of its own, only those."""
    found = set()
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                found |= commands(below, f"{before} {name}")
    return found or {before}


def rooms() -> list[Path]:
    """The packages that stand as rooms, storeys and doors in the drawing."""
    below = [path for top in (SOURCE, SOURCE / "talk") for path in top.iterdir() if path.is_dir()]
    return sorted(path for path in below if path.name not in ("__pycache__", "locale", "migrations"))


@pytest.mark.parametrize("setting", list(config.documented()), ids=lambda setting: str(setting[0]))
def test_every_setting_stands_in_the_readme(setting: tuple[str, str, str]) -> None:
    name, default, words = setting
    row = f"| `{name}` | {f'`{default}`' if default else ''} | {words} |"
    assert row in README.splitlines(), f"put this line in the README:\n{row}"


def test_the_readme_names_no_setting_that_is_gone() -> None:
    table = README.partition("## Settings")[2].partition("\n## ")[0]
    known = {name for name, _, _ in config.documented()}
    assert set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) == known


def test_commands_and_readme_agree() -> None:
    table = README.partition("## Commands")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `([\w ]+)`", table, re.MULTILINE)) == commands(_parser())


@pytest.mark.parametrize("room", rooms(), ids=lambda room: str(room.relative_to(SOURCE)))
def test_every_room_says_what_it_is_for(room: Path) -> None:
    docstring = ast.get_docstring(ast.parse((room / "__init__.py").read_text())) or ""
    assert len(docstring.splitlines()) >= 3, "purpose, nouns, verbs, what it never does"
    assert re.search(r"\bnouns?\b", docstring, re.IGNORECASE)
    assert re.search(r"\b(never|nobody|nothing|no|not|cannot)\b", docstring, re.IGNORECASE), (
        "what it never does"
    )


@pytest.mark.parametrize("room", rooms(), ids=lambda room: str(room.relative_to(SOURCE)))
def test_every_room_is_in_the_drawing(room: Path) -> None:
    drawing = (ROOT / "ARCHITECTURE.md").read_text().partition("## What a room looks like")[0]
    assert re.search(rf"\b{room.name}\b", drawing)


def test_one_version_everywhere() -> None:
    released = re.findall(r"^## \[(\d[^\]]*)\]", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert project == __version__ == released[0]


def test_every_named_make_target_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    pages = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")]
    named = {
        target
        for page in pages
        for target in re.findall(r"(?:^ {4}|`)make ([a-z]+)", page.read_text(), re.MULTILINE)
    }
    assert named <= targets


def test_every_decision_that_is_cited_is_written_down() -> None:
    written = {path.name[:4] for path in (ROOT / "docs" / "adr").glob("*.md")}
    cited = set()
    for path in [ROOT / "pyproject.toml", *(ROOT / "tools").glob("*.py"), *SOURCE.rglob("*.py")]:
        cited |= set(re.findall(r"docs/adr/(\d{4})", path.read_text()))
    assert cited
    assert cited <= written
