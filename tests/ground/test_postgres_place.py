"""Where the database and its programs lie when root's home is closed."""

import os
import shutil
import stat
import tempfile
from pathlib import Path

import pytest

from vloot.ground.postgres import Cluster, place
from vloot.ground.postgres.owner import Owner, owner

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has other people's folders")
STRANGER = Owner(uid=64_000, gid=64_000, name="stranger", is_other=True)


def test_a_folder_is_reachable_when_every_part_above_it_is(tmp_path: Path) -> None:
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    home = Path(tempfile.mkdtemp())
    assert not STRANGER.can_enter(home / "not" / "there")
    home.chmod(0o711)
    assert STRANGER.can_enter(home / "not" / "there")
    home.rmdir()


@as_root
def test_programs_in_a_closed_home_are_copied_once_and_run(monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = Path(tempfile.mkdtemp())
    home = Path(tempfile.mkdtemp())
    real = place.programs(owner(home)).parent
    installed = home / real.parent.name / real.name
    shutil.copytree(real, installed, symlinks=True)
    shutil.copytree(real.parent.with_name(f"{real.parent.name}.libs"), home / f"{real.parent.name}.libs")
    monkeypatch.setattr(place, "ELSEWHERE", elsewhere)
    monkeypatch.setattr(place, "_installed", lambda: installed)
    try:
        cluster = Cluster(home / "data" / "pg", durable=False)
        with cluster.running():
            assert cluster.folder.parent == elsewhere
            assert place.programs(cluster.owner).is_relative_to(elsewhere)
            assert place.programs(cluster.owner) == place.programs(cluster.owner)
        assert stat.S_IMODE(home.stat().st_mode) == 0o700
    finally:
        shutil.rmtree(home)
        shutil.rmtree(elsewhere)


@as_root
def test_files_of_another_user_stay_theirs(tmp_path: Path) -> None:
    files = tmp_path / "cluster"
    files.mkdir()
    os.chown(files, 1, 1)
    found = owner(files)
    assert (found.uid, found.is_other) == (1, True)
