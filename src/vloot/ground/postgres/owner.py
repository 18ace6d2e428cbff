"""Who runs the server: ourselves, or under root a system user, because PostgreSQL refuses to run as root."""

import os
import pwd
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

SYSTEM_USER = "vloot"


class ClusterError(Exception):
    """The database server cannot be started or reached; the text says why and what to do."""


class Owner(NamedTuple):
    """The operating-system user that owns the database's files and runs the server."""

    uid: int
    gid: int
    name: str
    is_other: bool

    @property
    def run_as(self) -> dict[str, Any]:
        """Arguments of subprocess that drop to this user."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.is_other else {}

    def give(self, path: Path) -> None:
        """Hand a path that we made over to this user."""
        if self.is_other:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)

    def can_enter(self, folder: Path) -> bool:
        """Whether this user may walk down to `folder` and into it. Parts that do not exist yet count as open."""
        folder = folder.resolve()
        return all(self._may_cross(part) for part in (*folder.parents, folder) if part.is_dir())

    def _may_cross(self, folder: Path) -> bool:
        facts = folder.stat()
        if facts.st_uid == self.uid:
            return bool(facts.st_mode & stat.S_IXUSR)
        if facts.st_gid == self.gid:
            return bool(facts.st_mode & stat.S_IXGRP)
        return bool(facts.st_mode & stat.S_IXOTH)


def owner(files: Path) -> Owner:
    """The user to run the server as. Raises ClusterError.

    Under root that is the owner of the files there are, otherwise the system user `vloot`, which is made when missing.
    """
    uid = os.geteuid()
    if uid:
        return _named(uid, os.getegid(), is_other=False)
    if files.is_dir() and (facts := files.stat()).st_uid:
        return _named(facts.st_uid, facts.st_gid, is_other=True)
    entry = _system_user() or _made_system_user()
    return Owner(entry.pw_uid, entry.pw_gid, entry.pw_name, is_other=True)


def _named(uid: int, gid: int, *, is_other: bool) -> Owner:
    try:
        return Owner(uid, gid, pwd.getpwuid(uid).pw_name, is_other=is_other)
    except KeyError:
        raise ClusterError(
            f"User number {uid} has no name on this machine, and PostgreSQL needs one. "
            "Add a line for it to /etc/passwd, or set DATABASE_URL to a PostgreSQL of your own."
        ) from None


def _system_user() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        return None


def _made_system_user() -> pwd.struct_passwd:
    useradd, adduser = shutil.which("useradd"), shutil.which("adduser")
    if useradd:
        command = [useradd, "--system", "--no-create-home", "--user-group", "--home-dir", "/nonexistent"]
        command += ["--shell", "/usr/sbin/nologin", SYSTEM_USER]
    elif adduser:
        command = [adduser, "-S", "-D", "-H", "-h", "/nonexistent", "-s", "/sbin/nologin", SYSTEM_USER]
    else:
        command = []
    done = subprocess.run(command, capture_output=True, text=True, check=False) if command else None
    made = _system_user()  # another process may have made it at the same moment
    if made is None:
        reason = done.stderr.strip() if done else "there is neither useradd nor adduser"
        raise ClusterError(
            f"PostgreSQL does not run as root, and the system user {SYSTEM_USER} could not be made: {reason}. "
            "Start Vloot as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own."
        )
    return made
