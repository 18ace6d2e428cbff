"""One server on one folder, and one server on one port."""

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILE = "serve.lock"


class TakenError(Exception):
    """The folder or the port is in use; the text says by whom and what to do."""


@contextmanager
def only_server(data: Path, address: str) -> Iterator[None]:
    """Hold the folder for this server. Raises TakenError when another one holds it; a killed one holds nothing."""
    make_folder(data)
    lock = os.open(data / FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            other = os.pread(lock, 200, 0).decode("utf-8", "replace").strip()
            raise TakenError(
                f"Vloot already runs on the folder {data} ({other}). "
                "Stop that one first, or start this one with another folder: vloot serve --data DIR"
            ) from None
        os.ftruncate(lock, 0)
        os.pwrite(lock, f"process {os.getpid()}, {address}\n".encode(), 0)
        yield
    finally:
        os.close(lock)


def holder(data: Path) -> str:
    """Which server runs on the folder: its process and address; empty when none does."""
    try:
        lock = os.open(data / FILE, os.O_RDONLY | os.O_CLOEXEC)
    except (FileNotFoundError, PermissionError):
        return ""
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return os.pread(lock, 200, 0).decode("utf-8", "replace").strip()
    finally:
        os.close(lock)
    return ""


def make_folder(data: Path) -> None:
    """Make the data folder. Nobody else can list it; under root the database's user can walk through it."""
    if not data.exists():
        data.mkdir(parents=True)
        data.chmod(0o711 if os.geteuid() == 0 else 0o700)


def probe(host: str, port: int) -> None:
    """Raise TakenError when the port cannot be had. The web server itself would quietly share it with another one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except PermissionError:
            raise TakenError(
                f"This user may not listen on port {port}; choose one above 1023: --port 8000"
            ) from None
        except OSError as error:
            raise TakenError(
                f"Port {port} on {host} cannot be used ({error.strerror}). "
                "Stop the program that uses it, or choose another: --port NUMBER"
            ) from None
