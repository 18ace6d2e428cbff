"""Every import contract in pyproject.toml bites: shown on a small house of paper with the same contracts."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOF = ["cli", "config", "settings", "urls", "wiring"]
ROOMS = ["ground", "logbook", "people", "company", "notices", "talk", "web", "importers", "demo"]
ROOMS += ["mailroom", "letters", "push", "climate", "urn", "experts", "meet", "network"]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
# The rooms that have storeys, each with them as its own contract draws them.
STOREYED = {
    one["containers"][0].removeprefix("vloot."): [
        name for layer in one["layers"] for name in re.findall(r"\w+", layer)
    ]
    for one in CONTRACTS
    if one.get("exhaustive") and one["containers"] != ["vloot"]
}
SHAPELESS = ["vloot", *STOREYED, "web", "importers", "demo", "letters", "push"]
SHAPE = ["models", "rules", "reads", "acts", "tasks"]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """An empty house with every room and storey; imports are put in by the tests."""
    top = tmp_path / "vloot"
    packages = [
        top,
        *(top / room for room in ROOMS),
        *(top / room / storey for room, storeys in STOREYED.items() for storey in storeys),
    ]
    for package in packages:
        package.mkdir()
        (package / "__init__.py").touch()
        for module in SHAPE if package.name not in SHAPELESS else []:
            (package / f"{module}.py").touch()
    for module in [*ROOF, "talk/models", "network/gate", "web/pages", "importers/slack", "demo/story"]:
        (top / f"{module}.py").touch()
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    return top


def lint(house: Path) -> tuple[int, str]:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as c; c()",
        "--no-cache",
    ]
    environment = {**os.environ, "PYTHONPATH": str(house.parent), "COLUMNS": "200"}
    run = subprocess.run(
        command, cwd=house.parent, env=environment, capture_output=True, text=True, check=False
    )
    return run.returncode, run.stdout + run.stderr


def test_the_empty_house_keeps_every_contract(house: Path) -> None:
    status, said = lint(house)
    assert status == 0, said
    assert f"{len(CONTRACTS)} kept, 0 broken" in said


# Who imports what, and the contract that must say no.
VIOLATIONS = {
    "a floor up": ("people/acts.py", "vloot.talk.posts.acts", "Imports go down the house"),
    "a floor up from the cellar": ("ground/reads.py", "vloot.people.reads", "Imports go down the house"),
    "sideways between rooms": ("company/reads.py", "vloot.notices.reads", "Imports go down the house"),
    "from one door into another": ("importers/slack.py", "vloot.web.pages", "Imports go down the house"),
    "a room that asks for the roof": ("people/reads.py", "vloot.config", "Imports go down the house"),
    "a storey up": ("talk/posts/acts.py", "vloot.talk.timeline.reads", "The storeys of talk"),
    "sideways between storeys": ("talk/thanks/acts.py", "vloot.talk.questions.reads", "The storeys of talk"),
    "rules that act": ("people/rules.py", "vloot.people.acts", "Every room has the same shape"),
    "reads that act": ("talk/polls/reads.py", "vloot.talk.polls.acts", "Every room has the same shape"),
    "a page at the tables": ("web/pages.py", "vloot.people.models", "Doors never touch tables"),
    "an importer at talk's tables": (
        "importers/slack.py",
        "vloot.talk.posts.models",
        "Doors never touch tables",
    ),
}


@pytest.mark.parametrize("case", VIOLATIONS)
def test_a_violation_breaks_its_contract(house: Path, case: str) -> None:
    importer, imported, contract = VIOLATIONS[case]
    (house / importer).write_text(f"import {imported}\n")
    status, said = lint(house)
    assert status == 1, said
    assert any(line.startswith(contract) and "BROKEN" in line for line in said.splitlines()), said
    assert imported in said


def test_an_import_hidden_in_a_function_is_seen(house: Path) -> None:
    (house / "people/models.py").write_text("def late():\n    import vloot.talk.models\n")
    status, said = lint(house)
    assert status == 1, said
    assert "vloot.people.models -> vloot.talk.models" in said


def test_two_modules_that_lean_on_each_other_are_a_knot(house: Path) -> None:
    (house / "ground/rules.py").write_text("import vloot.ground.ids\n")
    (house / "ground/ids.py").write_text("import vloot.ground.rules\n")
    status, said = lint(house)
    assert status == 1, said
    assert "No module and its sibling lean on each other BROKEN" in said


@pytest.mark.parametrize("room", ["vloot/cellar", "vloot/talk/chess"])
def test_a_room_that_is_not_drawn_fails_until_it_is(house: Path, room: str) -> None:
    new = house.parent / room
    new.mkdir()
    (new / "__init__.py").touch()
    status, said = lint(house)
    assert status == 1, said
    assert room.replace("/", ".") in said
