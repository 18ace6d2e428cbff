"""A new cluster's files: made by initdb beside their place and moved there, so a killed start leaves no half of one."""

import os
import shutil
import subprocess
from pathlib import Path

from vloot.ground.postgres.owner import ClusterError, Owner

SUPERUSER = "vloot"
_HBA = "# Only through the socket, only for the system users named in pg_ident.conf.\nlocal all all peer map=vloot\n"

# Said at each start, so that older folders hear it too: the server's own log tells what went wrong and never quotes what somebody wrote;
# and what its journal does not need any more is removed, instead of lying in files that wait for new use.
QUIET = {"log_min_error_statement": "panic", "log_error_verbosity": "terse", "wal_recycle": "off"}


def make_files(*, programs: Path, folder: Path, owner: Owner, durable: bool) -> None:
    """Make `folder/cluster` when it is missing. Raises ClusterError."""
    cluster = folder / "cluster"
    if (cluster / "PG_VERSION").is_file():
        _check_release(cluster, programs)
        return
    half = folder / "cluster.half"
    shutil.rmtree(half, ignore_errors=True)
    command = [str(programs / "initdb"), "-D", str(half), "-U", SUPERUSER, "-E", "UTF8", "--locale=C"]
    command += [
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--auth-local=peer",
        "--auth-host=reject",
    ]
    for name, value in _settings().items():
        command += ["--set", f"{name}={value}"]
    if not durable:
        command.append("--no-sync")
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=folder,
        env=clean_environment(),
        check=False,
        **owner.run_as,
    )
    if done.returncode:
        raise ClusterError(f"The database could not be made in {folder}: {done.stderr.strip()}")
    half.rename(cluster)


def write_access(cluster: Path, owner: Owner) -> None:
    """Say who may connect: the owner, and root. Written at each start, as a folder may change hands."""
    names = sorted({owner.name, "root"})
    lines = "".join(f'vloot "{name}" {SUPERUSER}\n' for name in names)
    for file, text in (("pg_hba.conf", _HBA), ("pg_ident.conf", lines)):
        path = cluster / file
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            path.chmod(0o600)
            owner.give(path)


def clean_environment() -> dict[str, str]:
    """An environment in which no PG* or LANG setting of the caller changes what the server does."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return {**kept, "LC_ALL": "C"}


def _check_release(cluster: Path, programs: Path) -> None:
    made_by = (cluster / "PG_VERSION").read_text("ascii").strip()
    said = subprocess.run(
        [str(programs / "postgres"), "--version"], capture_output=True, text=True, check=False
    ).stdout
    have = said.rpartition(" ")[2].partition(".")[0].strip()
    if have != made_by:
        raise ClusterError(
            f"The database was made by PostgreSQL {made_by}, and Vloot now comes with {have}. "
            "Restore a backup into a new data folder, or go back to the earlier release of Vloot."
        )


def _settings() -> dict[str, str]:
    # A page needs one connection for each thread; the live stream and the worker need a few more.
    memory = _memory_mb()
    return {
        "max_connections": "120",
        "shared_buffers": f"{min(1024, max(128, memory // 8))}MB",
        "effective_cache_size": f"{max(512, memory // 2)}MB",
        "work_mem": "8MB",
        "maintenance_work_mem": "128MB",
        "random_page_cost": "1.1",
        "jit": "off",
        "log_min_messages": "warning",
        "log_timezone": "UTC",
        "timezone": "UTC",
    }


def _memory_mb() -> int:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1_048_576
    except (ValueError, OSError):
        return 1024
