"""What a process has cost so far: nanoseconds on a processor, of all its threads, as Linux's scheduler counts them."""

from collections.abc import Iterable
from pathlib import Path


def of_processes(pids: Iterable[int]) -> int:
    """Nanoseconds on a processor of these processes; one that is gone counts nothing."""
    return sum(_of(pid) for pid in pids)


def family(pid: int) -> list[int]:
    """A process and all it has started, and what those have started."""
    found = [pid]
    for one in found:
        for listing in Path(f"/proc/{one}/task").glob("*/children"):
            found += [int(child) for child in listing.read_text().split()]
    return found


def _of(pid: int) -> int:
    total = 0
    for thread in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        try:
            total += int(thread.read_text().split()[0])
        except (OSError, IndexError):
            continue
    return total
