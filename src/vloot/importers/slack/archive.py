"""The files of an export: out of a zip or a folder, never trusted and never unpacked to disk."""

import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

MOST_JSON = 64 * 1024 * 1024  # bytes of one file of records
_SMALL = 1024 * 1024  # from here on, what is packed too tightly is a bomb
_TIGHTEST = 250
_PASSED_BY = ("__MACOSX/", ".DS_Store")


class ArchiveError(Exception):
    """The whole archive cannot be used; the text says why and what to do."""


class EntryError(Exception):
    """One file of the archive cannot be read; the text says why."""


class Archive:
    """The files of an export by name. `faults` lists those that are left out: name and reason."""

    def __init__(self) -> None:
        self.faults: list[tuple[str, str]] = []
        self._readers: dict[str, Callable[[int], bytes]] = {}
        self._shown: dict[str, str] = {}

    @property
    def names(self) -> list[str]:
        """All names, as seen from the folder in which channels.json lies."""
        return list(self._readers)

    def shown(self, name: str) -> str:
        """The name as it is written in the archive."""
        return self._shown.get(name, name)

    def __contains__(self, name: str) -> bool:
        return name in self._readers

    def read(self, name: str, most: int = MOST_JSON) -> bytes:
        """The bytes of a file. Raises EntryError, also when there are more than `most`."""
        if name not in self._readers:
            raise EntryError("missing")
        return self._readers[name](most)

    def _keep(self, name: str, reader: Callable[[int], bytes]) -> None:
        if name.endswith("/") or any(part in name for part in _PASSED_BY):
            return
        if not _is_safe(name):
            self.faults.append((_visible(name), "an unsafe path"))
        elif name in self._readers:
            self.faults.append((_visible(name), "there is another file of this name"))
        else:
            self._readers[name] = reader

    def _lift(self) -> None:
        """Some programs wrap the export into one more folder: look from inside it."""
        tops = {name.split("/", 1)[0] for name in self._readers}
        if _is_root(self._readers) or len(tops) != 1:
            return
        top = f"{tops.pop()}/"
        if _is_root({name.removeprefix(top) for name in self._readers}):
            self._shown = {name.removeprefix(top): name for name in self._readers}
            self._readers = {name.removeprefix(top): reader for name, reader in self._readers.items()}


class _Zip(Archive):
    def __init__(self, zipped: zipfile.ZipFile) -> None:
        super().__init__()
        for entry in zipped.infolist():
            self._keep(entry.filename, lambda most, entry=entry: _unzip(zipped, entry, most))  # type: ignore[misc]
        self._lift()


class _Folder(Archive):
    def __init__(self, folder: Path) -> None:
        super().__init__()
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                name = path.relative_to(folder).as_posix()
                self._keep(name, lambda most, path=path: _slurp(path, most))  # type: ignore[misc]
        self._lift()


def open_archive(path: Path) -> Archive:
    """The export at `path`. Raises ArchiveError when it is none."""
    found = files_at(path)
    if not _is_root(found.names):
        zips = sorted(name for name in found.names if name.lower().endswith(".zip"))
        hint = f" It holds {zips[0]}: name that file instead." if len(zips) == 1 else ""
        raise ArchiveError(f"{path} has no channels.json in it: this is not an export of Slack.{hint}")
    return found


def files_at(path: Path) -> Archive:
    """Any zip or folder. Raises ArchiveError when it cannot be opened."""
    try:
        if path.is_dir():
            return _Folder(path)
        return _Zip(zipfile.ZipFile(path))
    except FileNotFoundError:
        raise ArchiveError(f"There is no {path}.") from None
    except PermissionError:
        raise ArchiveError(f"{path} cannot be read: permission denied.") from None
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ArchiveError(
            f"{path} is not a zip that can be opened ({error}). Download the export again."
        ) from None


def _is_root(names: object) -> bool:
    return any(name in names for name in ("channels.json", "groups.json"))  # type: ignore[operator]


def _is_safe(name: str) -> bool:
    return not (
        name.startswith("/")
        or "\\" in name
        or "\x00" in name
        or ".." in PurePosixPath(name).parts
        or name[1:2] == ":"
        or len(name) > 1000
    )


def _visible(name: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in name[:200])


def _unzip(zipped: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    _require_size(entry.file_size, most)
    if entry.file_size > _SMALL and entry.file_size > _TIGHTEST * max(1, entry.compress_size):
        raise EntryError("packed so tightly that it cannot be real")
    if entry.flag_bits & 1:
        raise EntryError("locked with a password")
    try:
        with zipped.open(entry) as opened:
            found = opened.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise EntryError("damaged") from None
    _require_size(len(found), most)
    return found


def _slurp(path: Path, most: int) -> bytes:
    try:
        _require_size(path.stat().st_size, most)
        return path.read_bytes()
    except OSError:
        raise EntryError("cannot be read") from None


def _require_size(size: int, most: int) -> None:
    if size > most:
        raise EntryError(f"larger than {most // (1024 * 1024)} MB")
