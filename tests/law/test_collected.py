"""No test is forgotten by the collector, and none speaks of a room that is not there."""

import re
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
SOURCE = TESTS.parent / "src" / "vloot"
# Folders of tests that look at the house as a whole.
WHOLE = {"attack", "bench", "browser", "doors", "law", "promise"}


def test_every_file_with_tests_is_collected() -> None:
    lost = [
        path
        for path in TESTS.rglob("*.py")
        if not path.name.startswith("test_")
        and re.search(r"^(async )?def test_", path.read_text(), re.MULTILINE)
    ]
    assert lost == []


def test_the_tests_mirror_the_house() -> None:
    rooms = {path.name for path in SOURCE.iterdir() if path.is_dir()}
    folders = {path.name for path in TESTS.iterdir() if path.is_dir() and not path.name.startswith("__")}
    assert folders - WHOLE <= rooms


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in TESTS.rglob("test_*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []
