"""Many browsers that keep a page open: a process of its own that holds streams and says when they hear what.

Reads commands on its standard input, one JSON a line, and answers each with one JSON line:
`{"open": N, "cookies": […], "port": P}` opens N streams and answers when all have heard their hello;
`{"hear": id}` answers with the moments
(`time.monotonic`, the same clock in all processes of this machine) at which each stream heard of a post; `{"close": true}` hangs up.
"""

import asyncio
import contextlib
import json
import resource
import sys
import time

_AT_ONCE = 4000  # connections that may be on their way at the same time


class Crowd:
    """All streams of this process."""

    def __init__(self) -> None:
        self.heard: dict[str, list[float]] = {}
        self.tasks: list[asyncio.Task[None]] = []
        self.inside = 0
        self.everybody = asyncio.Event()
        self.wanted = 0

    async def open(self, number: int, cookies: list[str], port: int) -> dict[str, float]:
        """Open streams all at once; the seconds until the last of them was let in, and the median."""
        self.inside, self.wanted = 0, number
        self.everybody.clear()
        begun = time.monotonic()
        gate = asyncio.Semaphore(_AT_ONCE)
        waits: list[float] = []
        for n in range(number):
            self.tasks.append(
                asyncio.create_task(self._listen(cookies[n % len(cookies)], port, gate, begun, waits))
            )
        await self.everybody.wait()
        waits.sort()
        return {"all": waits[-1], "median": waits[len(waits) // 2]}

    async def close(self) -> None:
        """Hang up."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        self.tasks.clear()

    async def _listen(
        self, cookie: str, port: int, gate: asyncio.Semaphore, begun: float, waits: list[float]
    ) -> None:
        async with gate:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(
            f"GET /live HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\nCookie: {cookie}\r\n\r\n".encode()
        )
        kind = ""
        try:
            while line := await reader.readline():
                if line.startswith(b"event: "):
                    kind = line[7:].decode().strip()
                    if kind == "hello":
                        waits.append(time.monotonic() - begun)
                        self.inside += 1
                        if self.inside == self.wanted:
                            self.everybody.set()
                elif line.startswith(b"data: ") and kind == "post":
                    told = json.loads(line[6:])
                    self.heard.setdefault(told["id"], []).append(time.monotonic())
        finally:
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()


async def main() -> None:
    """Do what is asked until the input ends."""
    crowd = Crowd()
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        asked = json.loads(line)
        answer: object
        if "open" in asked:
            answer = await crowd.open(asked["open"], asked["cookies"], asked["port"])
        elif "hear" in asked:
            answer = crowd.heard.get(asked["hear"], [])
        else:
            await crowd.close()
            answer = "closed"
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    asyncio.run(main())
