"""One cluster: started when it does not run, shared while it does, stopped by the last process that uses it."""

import fcntl
import functools
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from vloot.ground.postgres import databases, layout, place
from vloot.ground.postgres.owner import ClusterError, Owner, owner

_STARTING = 120.0  # seconds; crash recovery of a large database takes its time
_STOPPING = 30.0
_LARGEST_LOG = 5_000_000


class _Server(subprocess.Popen[bytes]):
    def __del__(self) -> None:
        """Say nothing: the server may outlive whoever started it."""


class Cluster:
    """The PostgreSQL server whose files lie in `folder`; `durable=False` is faster and may be lost with the machine."""

    def __init__(self, folder: Path, *, durable: bool = True) -> None:
        self.asked = Path(folder).absolute()
        self.durable = durable
        self._users: int | None = None
        self._process: _Server | None = None

    @functools.cached_property
    def owner(self) -> Owner:
        """The system user that runs the server."""
        return owner(self.asked / "cluster")

    @functools.cached_property
    def folder(self) -> Path:
        """Where the files really lie; differs from what was asked for when the owner cannot reach that."""
        return place.folder_for(self.asked, self.owner)

    @property
    def is_elsewhere(self) -> bool:
        """Whether the files lie in another folder than the one asked for."""
        return self.folder != self.asked

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.folder / "log.txt"

    def parameters(self, database: str = "vloot") -> dict[str, str]:
        """What psycopg needs to connect. Does not start the server."""
        socket = place.socket_folder(self.folder, self.owner)
        return {"host": str(socket), "port": "5432", "user": layout.SUPERUSER, "dbname": database}

    def start(self) -> dict[str, str]:
        """Start the server or join the running one; gives `parameters()`. Raises ClusterError.

        A second start by the same process does nothing more.
        """
        if self._users is not None:
            return self.parameters()
        place.make_folder(self.asked, self.folder, self.owner)
        with self._alone():
            users = os.open(self.folder / "pg.users", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(users, fcntl.LOCK_SH)
                if not self.is_answering():
                    self._launch()
            except BaseException:
                os.close(users)
                raise
            self._users = users
            databases.create(self.parameters())
        return self.parameters()

    def stop(self) -> None:
        """Leave the server; the last process to leave stops it. Raises ClusterError when it will not stop."""
        if self._users is None:
            return
        users, self._users = self._users, None
        with self._alone():
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pass  # others are still using it
            else:
                self._halt()
            finally:
                os.close(users)

    def remove(self) -> None:
        """Take the files away, for good. The server must not run."""
        folder = self.folder
        shutil.rmtree(folder, ignore_errors=True)
        if folder != self.asked:
            (self.asked.parent / place.POINTER).unlink(missing_ok=True)

    def revive(self) -> bool:
        """Start the server again if it has died under us; tells whether it had. Raises ClusterError."""
        if self._users is None or self._lives_already():
            return False
        with self._alone():
            if self.is_answering():
                return False  # another process was first
            self._launch()
        return True

    @contextmanager
    def running(self) -> Iterator[dict[str, str]]:
        """The server, running inside the block; gives `parameters()`."""
        parameters = self.start()
        try:
            yield parameters
        finally:
            self.stop()

    def create_database(self, name: str) -> dict[str, str]:
        """Make a database when it is missing; gives the parameters to connect to it."""
        databases.create(self.parameters(name))
        return self.parameters(name)

    def drop_database(self, name: str) -> None:
        """Remove a database and whoever is connected to it."""
        databases.drop(self.parameters(name))

    def is_answering(self) -> bool:
        """Whether a connection succeeds now."""
        try:
            psycopg.connect(make_conninfo(**self.parameters("postgres")), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    @contextmanager
    def _alone(self) -> Iterator[None]:
        # One process at a time starts or stops; the kernel frees the lock of a killed one.
        lock = os.open(self.folder / "pg.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    @property
    def _files(self) -> Path:
        return self.folder / "cluster"

    def _launch(self) -> None:
        programs = place.programs(self.owner)
        layout.make_files(programs=programs, folder=self.folder, owner=self.owner, durable=self.durable)
        layout.write_access(self._files, self.owner)
        socket = place.socket_folder(self.folder, self.owner)
        place.make_socket_folder(socket, self.owner)
        until = time.monotonic() + _STARTING
        while True:
            if self._lives_already():
                self._wait_for_answer(until, None)
                return
            # The folder is ours alone, so a lock left in it belongs to a dead server, whoever has its number now.
            (socket / f"{place.SOCKET_FILE}.lock").unlink(missing_ok=True)
            process = self._spawn(programs, socket)
            if self._wait_for_answer(until, process):
                self._process = process
                return
            # The processes of a killed server may need a moment to go.
            if "shared memory block" not in self._last_words() or time.monotonic() > until:
                raise ClusterError(f"PostgreSQL did not start in {self.folder}: {self._last_words()}")
            time.sleep(0.1)

    def _spawn(self, programs: Path, socket: Path) -> _Server:
        command = [str(programs / "postgres"), "-D", str(self._files), "-c", "listen_addresses="]
        # Quoted, because the server reads a list of folders; the argument itself passes no shell.
        command += ["-c", f'unix_socket_directories="{socket}"', "-c", "unix_socket_permissions=0700"]
        for name, value in layout.QUIET.items():
            command += ["-c", f"{name}={value}"]
        if not self.durable:
            for name in ("fsync", "synchronous_commit", "full_page_writes"):
                command += ["-c", f"{name}=off"]
        fresh = not self.log.exists() or self.log.stat().st_size > _LARGEST_LOG
        with self.log.open("wb" if fresh else "ab") as log:
            self.log.chmod(0o600)
            # A session of its own: Ctrl-C in the terminal must reach Vloot first, which then stops the server.
            return _Server(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder,
                env=layout.clean_environment(), start_new_session=True, **self.owner.run_as,
            )  # fmt: skip

    def _wait_for_answer(self, until: float, process: _Server | None) -> bool:
        while time.monotonic() < until:
            if process and process.poll() is not None:
                return False
            if self.is_answering():
                return True
            if process is None and not self._lives_already():
                return False
            time.sleep(0.02)
        raise ClusterError(
            f"PostgreSQL in {self.folder} does not answer after {_STARTING:.0f} seconds: {self._last_words()}"
        )

    def _pid(self) -> int | None:
        try:
            return int((self._files / "postmaster.pid").read_bytes().split(b"\n", 1)[0])
        except (OSError, ValueError):
            return None

    def _lives_already(self) -> bool:
        """Whether the process named in postmaster.pid is our server; its number may have gone to a stranger."""
        if self._process is not None and self._process.poll() is not None:
            self._process = None  # reaped: a dead child counts as alive until somebody asks
        pid = self._pid()
        if pid is None or not _is_alive(pid):
            return False
        command = _command_of(pid)
        if command is None or os.fsencode(self._files) in command:
            return True
        # A stranger with that number would keep PostgreSQL from starting.
        (self._files / "postmaster.pid").unlink(missing_ok=True)
        return False

    def _halt(self) -> None:
        pid = self._pid()
        if pid is None or not self._lives_already():
            return
        os.kill(pid, signal.SIGINT)  # "fast": ends sessions, writes everything
        until = time.monotonic() + _STOPPING
        while time.monotonic() < until:
            # Its last deed is to remove its file. The process itself may stay a while as the dead child of somebody.
            if self._pid() != pid:
                if self._process is not None:
                    self._process.wait(_STOPPING)
                    self._process = None
                place.clear_socket_folder(self.folder, self.owner)
                return
            time.sleep(0.01)
        raise ClusterError(f"PostgreSQL (process {pid}) does not stop; its words are in {self.log}")

    def _last_words(self) -> str:
        try:
            lines = self.log.read_text("utf-8", "replace").strip().splitlines()
        except OSError:
            return "it said nothing"
        return " / ".join(lines[-3:])


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _command_of(pid: int) -> bytes | None:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return None
