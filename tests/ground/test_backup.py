"""The file of a backup: whole or not there, and not taken for one when it is damaged."""

import fcntl
import json
import os
import stat
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vloot.ground.backup import Archive, BackupError, Manifest, sweep, writing
from vloot.ground.backup.manifest import Table

MANIFEST = Manifest(
    version="1",
    made_at=datetime(2026, 3, 2, tzinfo=UTC),
    steps=[("urn", "0001_initial")],
    tables={"talk": Table(["id"], 2)},
    counters={},
    left_out=[],
)
ROWS = b"1\n2\n" * 500


def made(folder: Path, manifest: Manifest = MANIFEST) -> Path:
    files = folder / "files" / "posts" / "a1"
    files.mkdir(parents=True, exist_ok=True)
    (files / "17").write_bytes(b"picture" * 100)
    (folder / "secret.key").write_text("secret")
    path = folder / "made.zip"
    with writing(path) as into:
        with into.table("talk") as out:
            out.write(ROWS)
        for part in ("secret.key", "push.key", "files"):
            into.part(part, folder / part)
        into.manifest(manifest)
    assert into.files >= 2
    return path


def test_what_was_put_in_comes_out_and_nobody_else_can_read_it(tmp_path: Path) -> None:
    path = made(tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    archive = Archive(path)
    assert archive.manifest == MANIFEST
    assert archive.manifest.rows == 2
    assert archive.parts() == ["files", "secret.key"]
    with archive.table("talk") as rows:
        assert rows.read() == ROWS
    back = tmp_path / "back"
    assert archive.unpack("files", back / "files") == 1
    assert archive.unpack("push.key", back / "push.key") == 0
    (picture,) = (one for one in back.rglob("*") if one.is_file())
    assert picture.relative_to(back).as_posix() == "files/posts/a1/17"
    assert picture.read_bytes() == b"picture" * 100
    assert {stat.S_IMODE(one.stat().st_mode) for one in back.rglob("*")} == {0o600, 0o700}
    with pytest.raises(FileExistsError):
        archive.unpack("files", back / "files")


def test_one_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "made.zip"
    with pytest.raises(KeyError), writing(path) as into, into.table("talk") as out:
        out.write(dict[str, bytes]()["rows"])
    assert list(tmp_path.iterdir()) == []


def test_what_was_broken_off_is_swept_but_not_what_is_being_written(tmp_path: Path) -> None:
    broken, living = tmp_path / "1.zip.half", tmp_path / "2.zip.half"
    broken.write_bytes(b"every secret")
    living.write_bytes(b"every secret")
    (tmp_path / "3.zip.half").mkdir()
    with living.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        sweep(tmp_path.glob("*.half"))
        with pytest.raises(BackupError, match="being written"), writing(tmp_path / "2.zip"):
            pass
    assert (broken.exists(), living.exists()) == (False, True)
    with writing(tmp_path / "2.zip") as into:
        into.manifest(MANIFEST)
    assert not living.exists(), "what a killed one has left is nobody's"


@pytest.mark.parametrize(
    "wrong",
    [
        {"counters": {"x": -1}},
        {"counters": {"x": 2**70}},
        {"made_at": "2026-03-02T00:00:00"},
        {"tables": {"talk": {"columns": ["id"], "rows": -1}}},
        {"steps": "all"},
    ],
)
def test_a_manifest_that_cannot_be_is_refused(tmp_path: Path, wrong: dict[str, object]) -> None:
    path, other = made(tmp_path), tmp_path / "other.zip"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w") as target:
        told = json.loads(source.read("manifest.json")) | wrong
        target.writestr("tables/talk", ROWS)
        target.writestr("manifest.json", json.dumps(told))
    with pytest.raises(BackupError, match="does not say"):
        Archive(other)


def test_links_and_odd_names_are_no_way_in_or_out(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "link").symlink_to("/etc/passwd")
    (files / os.fsdecode(b"\xff")).write_bytes(b"odd")
    path = made(tmp_path)
    assert b"root:" not in path.read_bytes()
    assert Archive(path).unpack("files", tmp_path / "back") == 2


def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = made(tmp_path)
    with pytest.raises(BackupError, match="there already"), writing(path):
        pass
    assert Archive(path).manifest == MANIFEST
    with pytest.raises(BackupError, match="no folder"), writing(tmp_path / "none" / "made.zip"):
        pass


@given(st.data())
def test_a_damaged_one_is_told(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    whole = made(folder).read_bytes()
    damaged = folder / "damaged.zip"
    if data.draw(st.booleans(), label="cut short"):
        damaged.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
        with pytest.raises(BackupError):
            Archive(damaged)
        return
    place, turned = data.draw(st.integers(0, len(whole) - 1)), data.draw(st.integers(1, 255))
    damaged.write_bytes(whole[:place] + bytes([whole[place] ^ turned]) + whole[place + 1 :])
    try:
        archive = Archive(damaged)
    except BackupError:
        return
    # What is not looked at when reading (a time, a hint for other systems) changes nothing that is read.
    assert archive.manifest == MANIFEST
    with archive.table("talk") as rows:
        assert rows.read() == ROWS


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("manifest.json", b"{}", "does not say what is in it"),
        ("manifest.json", None, "no backup of Vloot"),
        ("tables/talk", None, "has no talk"),
    ],
)
def test_what_is_no_backup_is_refused(tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    path, other = made(tmp_path), tmp_path / "other.zip"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w") as target:
        for one in source.namelist():
            if one != name:
                target.writestr(one, source.read(one))
        if content is not None:
            target.writestr(name, content)
    with pytest.raises(BackupError, match=said):
        Archive(other)


def test_what_is_no_file_of_ours_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="no file"):
        Archive(tmp_path / "none.zip")
    (tmp_path / "text.zip").write_text("Dear backup")
    with pytest.raises(BackupError, match="no backup"):
        Archive(tmp_path / "text.zip")
    with pytest.raises(BackupError, match="cannot be read"):
        Archive(tmp_path)


def test_no_file_is_written_outside_its_folder(tmp_path: Path) -> None:
    path = made(tmp_path)
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("parts/files/../../../out.txt", b"out")
        file.writestr("parts/", b"")
        file.writestr("parts/files/folder/", b"")
    with pytest.raises(BackupError, match="outside"):
        Archive(path).unpack("files", tmp_path / "back" / "files")
    assert not (tmp_path.parent / "out.txt").exists()


def test_a_form_that_is_not_known_is_refused(tmp_path: Path) -> None:
    import msgspec

    newer = msgspec.structs.replace(MANIFEST, format=2, version="9")
    with pytest.raises(BackupError, match="Vloot 9"):
        Archive(made(tmp_path, newer))
