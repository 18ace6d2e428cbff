"""The file: written beside its place and moved there when it is whole, read only when every byte is as it was written."""

import contextlib
import fcntl
import lzma
import os
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Self

import msgspec

from vloot.ground.backup.manifest import FORMAT, LONGEST, Manifest
from vloot.ground.folders import make_closed

_MANIFEST = "manifest.json"
_TABLES = "tables"
_PARTS = "parts"
_CHUNK = 1 << 20
_MODE = 0o600
HALF = ".half"
_NEW_OR_LEFT = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
# What reading a file says that is no zip file, or not any more: of a password, too, for a bit that was turned.
_NO_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    KeyError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class BackupError(Exception):
    """A backup cannot be made or brought back; the text says why and what to do."""


class Writer:
    """An archive that is being written."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._zip = file
        self.files = 0

    @contextmanager
    def table(self, name: str) -> Iterator[IO[bytes]]:
        """Where the rows of a table go."""
        with self._zip.open(_entry(f"{_TABLES}/{name}", zipfile.ZIP_DEFLATED), "w", force_zip64=True) as out:
            yield out

    def part(self, name: str, path: Path) -> None:
        """Put in a file, or all files of a folder; what is not there is left out, and so is what goes while it is read."""
        if path.is_dir():
            for one in sorted(path.rglob("*")):
                if one.is_file() and not one.is_symlink():
                    self._file(f"{_PARTS}/{name}/{_written(one.relative_to(path))}", one)
        elif path.is_file():
            self._file(f"{_PARTS}/{name}", path)

    def manifest(self, manifest: Manifest) -> None:
        """Say at the end what was put in."""
        with self._zip.open(_entry(_MANIFEST, zipfile.ZIP_DEFLATED), "w") as out:
            out.write(msgspec.json.format(msgspec.json.encode(manifest)))

    def _file(self, name: str, path: Path) -> None:
        try:
            source = path.open("rb")
        except FileNotFoundError:
            return  # removed since we looked
        # Pictures, sounds and documents are packed already.
        with source, self._zip.open(_entry(name, zipfile.ZIP_STORED), "w", force_zip64=True) as out:
            shutil.copyfileobj(source, out, _CHUNK)
        self.files += 1


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """A new archive at `path`, there when the block has ended well and not before. Raises BackupError, OSError."""
    if not path.parent.is_dir():
        raise BackupError(f"There is no folder {path.parent}.")
    if path.exists():
        raise BackupError(f"{path} is there already. Name another file, or a folder.")
    half = path.with_name(f"{path.name}{HALF}")
    with os.fdopen(os.open(half, _NEW_OR_LEFT, _MODE), "w+b") as file:
        # One that a killed backup has left is nobody's; one that is being written is locked.
        if not _is_free(file):
            raise BackupError(f"Another backup is being written to {path}.")
        try:
            file.truncate(0)
            with zipfile.ZipFile(file, "w", allowZip64=True) as packed:
                yield Writer(packed)
            file.flush()
            os.fsync(file.fileno())
            if path.exists():
                raise BackupError(f"{path} came to be meanwhile. Name another file, or a folder.")
            half.rename(path)
        except BaseException:
            half.unlink(missing_ok=True)
            raise
    _fsync(path.parent)


def sweep(halves: Iterable[Path]) -> None:
    """Remove those of these halves that nobody is writing any more: they hold secrets too."""
    for half in halves:
        with contextlib.suppress(OSError), half.open("rb") as file:
            if _is_free(file):
                half.unlink()


def _is_free(file: IO[bytes]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _fsync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Archive:
    """An archive that was made, looked through. Raises BackupError when it is none, or not as it was written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(path)
            self.manifest = self._read_manifest()
            broken = self._zip.testzip()
        except FileNotFoundError:
            raise BackupError(f"There is no file {path}.") from None
        except OSError as error:
            raise BackupError(f"{path} cannot be read: {error.strerror}.") from error
        except _NO_ARCHIVE as error:
            raise BackupError(
                f"{path} is no backup of Vloot, or was cut short. Take another copy of it."
            ) from error
        if broken:
            raise BackupError(
                f"{path} was damaged: {broken} in it is not what was written. Take another copy."
            )
        missing = [name for name in self.manifest.tables if f"{_TABLES}/{name}" not in self._zip.namelist()]
        if missing:
            raise BackupError(f"{path} was damaged: it has no {missing[0]}. Take another copy.")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._zip.close()

    @property
    def size(self) -> int:
        """Octets of all that is in it, unpacked."""
        return sum(entry.file_size for entry in self._zip.infolist())

    @contextmanager
    def table(self, name: str) -> Iterator[IO[bytes]]:
        """The rows of a table, as they were written."""
        with self._zip.open(f"{_TABLES}/{name}") as rows:
            yield rows

    def parts(self) -> list[str]:
        """The names of the parts."""
        return sorted({PurePosixPath(name).parts[1] for name in self._names()})

    def unpack(self, name: str, to: Path) -> int:
        """Write a part to `to`, where nothing may be; nobody else can read it. Gives the number of files. Raises BackupError, OSError."""
        done = 0
        for inside in self._names():
            below = PurePosixPath(inside).parts[2:]
            if PurePosixPath(inside).parts[1] != name:
                continue
            target = to.joinpath(*below)
            if ".." in below or not target.resolve().is_relative_to(to.resolve()):
                raise BackupError(f"{self.path} names a file outside of its folder: {inside}. Do not use it.")
            make_closed(target.parent)
            handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _MODE)
            with os.fdopen(handle, "wb") as out, self._zip.open(inside) as source:
                shutil.copyfileobj(source, out, _CHUNK)
            done += 1
        return done

    def _names(self) -> list[str]:
        listed = self._zip.namelist()
        return [name for name in listed if name.startswith(f"{_PARTS}/") and not name.endswith("/")]

    def _read_manifest(self) -> Manifest:
        try:
            with self._zip.open(_MANIFEST) as told:
                found = msgspec.json.decode(told.read(LONGEST), type=Manifest)
        except msgspec.MsgspecError as error:
            raise BackupError(f"{self.path} does not say what is in it: {error}.") from error
        if found.format != FORMAT:
            raise BackupError(
                f"{self.path} was made by Vloot {found.version} in a form that this one does not know. "
                "Install that release or a newer one."
            )
        return found


def _written(path: Path) -> str:
    """A name that can stand in a zip file, whatever its octets are."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _entry(name: str, packing: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.compress_type = packing
    entry.external_attr = (stat.S_IFREG | _MODE) << 16
    return entry
