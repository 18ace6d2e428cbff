"""Archives, arrays and records that are not what they should be."""

import json
import stat
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importers.slack.export import said, write
from vloot.importers.report import Skipped
from vloot.importers.slack.archive import ArchiveError, EntryError, open_archive
from vloot.importers.slack.arrays import items
from vloot.importers.slack.parse import Export
from vloot.importers.slack.records import Joined, Message, read_message

NOW = datetime(2026, 3, 2, tzinfo=UTC)
MARKS = frozenset({"ts", "type"})


def lines(raw: bytes) -> list[tuple[int, Any, str]]:
    return [tuple(item) for item in items(raw, MARKS)]


def test_records_have_their_line() -> None:
    raw = json.dumps([{"ts": "1"}, {"ts": "2"}], indent=1).encode()
    assert lines(raw) == [(2, {"ts": "1"}, ""), (5, {"ts": "2"}, "")]


def test_a_broken_record_leaves_its_neighbours_whole() -> None:
    whole = '{"type": "message", "ts": "1.0"}'
    broken = '{"type": "message", "ts": "2.0", "x": [{"name": "a"}, {"name": ], "text": nope}'
    found = lines(f"[{whole},\n{broken},\n{whole}\n]".encode())
    assert [(line, bool(value), fault) for line, value, fault in found] == [
        (1, True, ""),
        (2, False, "broken JSON"),
        (3, True, ""),
    ]


@pytest.mark.parametrize(
    ("raw", "faults"),
    [
        (b"", ["not a list of records"]),
        (b'{"ok": false}', ["not a list of records"]),
        (b'[{"ts": "1"}', ["", "the file ends in the middle of its list"]),
        (b'[{"ts": ', ["broken JSON"]),
        (b"[" * 100_000, ["broken JSON"]),
        (b"[" + b"9" * 10_000 + b"]", ["broken JSON"]),
        (b'[{"text": "\xff"}]', ["letters that are not UTF-8; they are replaced", ""]),
        (b'\xef\xbb\xbf[{"ts": "1"}]', [""]),
    ],
)
def test_what_is_broken_is_said(raw: bytes, faults: list[str]) -> None:
    assert [fault for _line, _value, fault in lines(raw)] == faults


@given(st.binary(max_size=60))
def test_any_bytes_can_be_read(raw: bytes) -> None:
    lines(raw)
    lines(b"[" + raw)


def test_paths_that_lead_out_are_left_out(tmp_path: Path) -> None:
    path = write(
        tmp_path / "x.zip",
        extra={"../evil.json": b"[]", "/etc/evil.json": b"[]", "C:\\evil": b"", "__MACOSX/x": b""},
    )
    found = open_archive(path)
    assert sorted(found.names) == ["channels.json", "users.json"]
    assert {why for _name, why in found.faults} == {"an unsafe path"}


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    path = write(tmp_path / "x.zip", {"quay/2026-01-01": b"[" + b" " * 30_000_000 + b"]"})
    with pytest.raises(EntryError, match="cannot be real"):
        open_archive(path).read("quay/2026-01-01.json")
    with pytest.raises(EntryError, match="larger than"):
        open_archive(path).read("quay/2026-01-01.json", 1_048_576)


def test_a_damaged_entry_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as zipped:
        zipped.writestr("channels.json", "[]")
        zipped.writestr("quay/day.json", "[0123456789]")
    path.write_bytes(path.read_bytes().replace(b"0123456789", b"0123456780"))
    with pytest.raises(EntryError, match="damaged"):
        open_archive(path).read("quay/day.json")


def test_a_locked_entry_is_said(tmp_path: Path) -> None:
    path = write(tmp_path / "x.zip")
    raw = bytearray(path.read_bytes())
    raw[raw.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    with pytest.raises(EntryError, match="password"):
        open_archive(path).read("channels.json")


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x05\x06", b"PK\x03\x04" + b"\x00" * 40])
def test_what_is_no_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match=r"x\.zip"):
        open_archive(path)


def test_what_is_no_export_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "x.zip", channels=None)
    with pytest.raises(ArchiveError, match="not an export"):
        open_archive(path)
    with pytest.raises(ArchiveError, match="There is no"):
        open_archive(tmp_path / "nowhere.zip")
    with pytest.raises(ArchiveError, match="cannot be read"):
        Export(open_archive(write(tmp_path / "y.zip", channels=b"{broken")), NOW, with_private=False)


def test_a_folder_around_the_zip_names_the_zip(tmp_path: Path) -> None:
    (tmp_path / "export.zip").write_bytes(b"PK")
    with pytest.raises(ArchiveError, match=r"It holds export\.zip: name that file instead"):
        open_archive(tmp_path)


def test_a_folder_and_a_wrapped_zip_do_too(tmp_path: Path) -> None:
    folder = tmp_path / "acme export"
    (folder / "quay").mkdir(parents=True)
    (folder / "channels.json").write_text("[]")
    (folder / "quay" / "x.json").write_text("[]")
    (folder / "secret.json").symlink_to("/etc/passwd")
    assert sorted(open_archive(folder).names) == ["channels.json", "quay/x.json"]
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as zipped:
        zipped.writestr("acme export/channels.json", "[]")
    wrapped = open_archive(tmp_path / "x.zip")
    assert (wrapped.names, wrapped.shown("channels.json")) == (["channels.json"], "acme export/channels.json")
    assert stat.S_ISDIR(folder.stat().st_mode)


def test_times_keep_their_microseconds() -> None:
    found = read_message(said("U1", "x", "1433558319.000002"), "a:1", NOW)
    assert isinstance(found, Message)
    assert found.at == datetime(2015, 6, 6, 2, 38, 39, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("record", "why"),
    [
        ("text", "broken: not a record"),
        ({"type": "message", "user": "U1", "text": "x"}, "broken: no time that can be"),
        (said("U1", "x", "99999999999.0"), "broken: no time that can be"),
        (said("U1", "x", "-5"), "broken: no time that can be"),
        (said("U1", "x", "١.٢"), "broken: no time that can be"),
        (said("U1", "x", "1.0", subtype="channel_topic"), "system record (channel_topic)"),
        (said("U1", "x", "1.0", subtype="rocket_launch"), "unknown kind of record (rocket_launch)"),
        (said("U1", "x", "1.0", subtype=["a"]), "unknown kind of record (list)"),
        (said("U1", "x", "1.0", type="event"), "unknown type of record (event)"),
        (said("U1", " ", "1.0"), "empty: nothing is said in it"),
        ({"type": "message", "text": "x", "ts": "1.0"}, "broken: nobody said it"),
        (said("../U1", "x", "1.0"), "broken: nobody said it"),
    ],
)
def test_what_cannot_be_used_says_why(record: object, why: str) -> None:
    assert read_message(record, "quay/x.json:7", NOW) == Skipped("quay/x.json:7", why)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("U00ANNA"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
KEYS = (
    "type", "subtype", "user", "text", "ts", "thread_ts", "edited", "reactions", "file", "files", "comment", "attachments",
    "bot_id", "username", "user_profile", "bot_profile", "hidden",
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(KEYS), JSON), st.sampled_from([{}, said("U1", "x", "5.0")]))
def test_garbage_in_any_field_is_read_or_refused(garbage: dict[str, Any], base: dict[str, Any]) -> None:
    found = read_message({**base, **garbage}, "x:1", NOW)
    assert isinstance(found, Message | Joined | Skipped)
