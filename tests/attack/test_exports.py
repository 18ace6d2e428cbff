"""An export that somebody has prepared does not hold an import up for ever."""

import io
import time
import zipfile
from pathlib import Path

import pytest

from vloot.importers.slack import arrays, markup
from vloot.importers.slack.archive import EntryError, files_at

MANY = 100_000
NAMES = markup.Names(person=lambda _: "anna", space=lambda _: "/s/quay/")
TEXTS = (
    "- ",
    "_a",
    "*a",
    "<a",
    "`a",
    "```a",
    ":a",
    ">a\n",
    "~a",
    "&a",
    "[",
    "\n",
    "= \n",
    " | ",
    "@",
    "\\",
    "<http://a|b>",
    "• a\n",
)
LISTS = (
    b'[{"a": 1}' + b" " * MANY + b"x{", b"[" * MANY, b'[{"a":' * MANY, b"[{," + b"}{" * MANY, b"[{,}" + b" ,  " * MANY,
    b"[" + b"9" * MANY,
)  # fmt: skip


@pytest.mark.parametrize("piece", TEXTS)
def test_no_text_takes_long(piece: str) -> None:
    said = piece * (MANY // len(piece))
    begun = time.process_time()
    markup.markdown(said + "x", NAMES)
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("raw", LISTS)
def test_no_broken_list_takes_long(raw: bytes) -> None:
    begun = time.process_time()
    assert all(item.fault for item in list(arrays.items(raw, frozenset(["a"])))[1:])
    assert time.process_time() - begun < 2


def packed(*entries: tuple[str, bytes]) -> bytes:
    """A zip with these files in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in entries:
            zipped.writestr(name, content)
    return made.getvalue()


def test_nothing_is_read_from_outside_the_export(tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_text("[]")
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "channels.json").symlink_to(tmp_path / "secret.json")
    (folder / "above").symlink_to(tmp_path, target_is_directory=True)
    assert files_at(folder).names == []
    names = ("../evil.json", "/etc/passwd", "a/../../b.json", "C:/b.json", "a\\..\\b.json", "channels.json")
    place = tmp_path / "export.zip"
    place.write_bytes(packed(*((name, b"[]") for name in names)))
    found = files_at(place)
    assert found.names == ["channels.json"]
    assert len(found.faults) == 5


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    place = tmp_path / "export.zip"
    place.write_bytes(packed(("channels.json", b"[]"), ("general/2020-01-01.json", b" " * 70_000_000)))
    begun = time.process_time()
    with pytest.raises(EntryError):
        files_at(place).read("general/2020-01-01.json")
    assert time.process_time() - begun < 0.5
