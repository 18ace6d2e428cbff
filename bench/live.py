"""`python -m bench live`: many people with a page open hear a post; what that costs, and what it does to pages beside it."""

import itertools
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bench import cost
from bench.company import Made
from bench.readers import Reader

POSTS = 30
PAGES = 150
PAUSE = 0.5  # seconds between posts


class Crowd:
    """The process that holds the streams."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bench.listening"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, **asked: Any) -> Any:
        """One command, and its answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(json.dumps(asked), file=self.process.stdin, flush=True)
        return json.loads(self.process.stdout.readline())

    def begin(self, **asked: Any) -> None:
        """One command, without waiting."""
        assert self.process.stdin is not None
        print(json.dumps(asked), file=self.process.stdin, flush=True)

    def answer(self) -> Any:
        """What a command that was begun gave."""
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())


def measure(readers: list[Reader], made: Made, server_pid: int, port: int, listeners: int) -> dict[str, Any]:
    """Everything that is stated about the live stream. `readers` must be signed in; each listens on an equal share of the streams."""
    crowd = Crowd()
    cookies = ["; ".join(f"{name}={value}" for name, value in reader.cookies.items()) for reader in readers]
    asking = readers[0]
    asking.open_form("/")
    try:
        pages(asking, PAGES)
        found: dict[str, Any] = {"listeners": listeners, "alone": pages(asking, PAGES, server_pid)}
        empty = memory(server_pid)
        found["open"] = crowd.ask(open=listeners, cookies=cookies, port=port)
        time.sleep(1)
        found["kilobytes_each"] = (memory(server_pid) - empty) / listeners
        found["beside"] = pages(asking, PAGES, server_pid)
        found["idle"] = idle(server_pid)
        found["delivery"] = deliveries(crowd, asking, made, server_pid, listeners)
        crowd.ask(close=True)
        time.sleep(2)
        crowd.begin(open=listeners, cookies=cookies, port=port)
        found["during_storm"] = pages(asking, PAGES, server_pid)
        found["storm"] = crowd.answer()
        return found
    finally:
        crowd.process.kill()


def pages(reader: Reader, times: int, server_pid: int = 0) -> dict[str, float]:
    """Home pages, one after the other: CPU of the server for each (all it does meanwhile), and how long one waits for it."""
    family = cost.family(server_pid) if server_pid else []
    before = cost.of_processes(family)
    waits = []
    for _ in range(times):
        begun = time.monotonic()
        reader.get("/")
        waits.append((time.monotonic() - begun) * 1000)
    spent = (cost.of_processes(family) - before) / times / 1e6
    waits.sort()
    return {"cpu_ms": spent, "p50_ms": waits[times // 2], "p99_ms": waits[int(times * 0.99)]}


def idle(server_pid: int, seconds: float = 20) -> float:
    """How much of one processor the server uses while nobody asks anything, in percent."""
    family = cost.family(server_pid)
    before = cost.of_processes(family)
    time.sleep(seconds)
    return (cost.of_processes(family) - before) / seconds / 1e7


def deliveries(crowd: Crowd, reader: Reader, made: Made, server_pid: int, listeners: int) -> dict[str, float]:
    """Posts, each heard by everybody: milliseconds from sending the form until each stream has heard."""
    waits: list[float] = []
    family = cost.family(server_pid)
    before = cost.of_processes(family)
    spaces = itertools.cycle(made.space_ids)
    for number in range(POSTS):
        begun = time.monotonic()
        where = reader.post(
            "/", {"kind": "update", "space": str(next(spaces)), "body": f"The tide turns {number}"}
        )
        heard = _heard(crowd, reader, where, listeners)
        waits += [(moment - begun) * 1000 for moment in heard]
        time.sleep(PAUSE)
    waits.sort()
    spent = (cost.of_processes(family) - before) / 1e6 / POSTS
    return {
        "heard": len(waits) / POSTS,
        "p50_ms": statistics.median(waits),
        "p99_ms": waits[int(len(waits) * 0.99)],
        "worst_ms": waits[-1],
        "cpu_ms_per_post": spent,
    }


def _heard(crowd: Crowd, reader: Reader, _page: bytes, listeners: int) -> list[float]:
    """The moments at which the post just sent was heard, once everybody has or ten seconds have passed."""
    post_id = reader.went_to.rstrip("/").rpartition("/")[2]
    until = time.monotonic() + 10
    heard: list[float] = []
    while len(heard) < listeners and time.monotonic() < until:
        time.sleep(0.2)
        heard = crowd.ask(hear=post_id)
    return heard


def memory(pid: int) -> float:
    """Kilobytes of a process and all it has started that are its own."""
    total = 0
    for one in cost.family(pid):
        for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
            if line.startswith(("Private_Dirty", "Private_Clean")):
                total += int(line.split()[1])
    return total


def table(found: dict[str, Any]) -> str:
    """What was measured, for people."""
    alone, beside, storm, told = found["alone"], found["beside"], found["during_storm"], found["delivery"]
    rows = [
        f"{found['listeners']} streams, each heard {told['heard']:.0f} of every post",
        f"delivery         p50 {told['p50_ms']:.0f} ms, p99 {told['p99_ms']:.0f} ms, worst {told['worst_ms']:.0f} ms",
        f"a post           {told['cpu_ms_per_post']:.0f} ms CPU, with its page and all who hear it",
        f"memory           {found['kilobytes_each']:.1f} kB for each stream",
        f"idle             {found['idle']:.1f}% of one processor",
    ]
    rows += [
        f"{name:<18}{one['cpu_ms']:.2f} ms CPU, p50 {one['p50_ms']:.1f} ms, p99 {one['p99_ms']:.1f} ms"
        for name, one in (("home alone", alone), ("home beside them", beside), ("home in the storm", storm))
    ]
    rows.append(
        f"all in at once   {found['open']['all']:.1f} s at first, {found['storm']['all']:.1f} s in the storm "
        f"(half of them {found['storm']['median']:.1f} s)"
    )
    return "\n".join(rows)
