"""A server on this machine that behaves as the test wants, for what is fetched."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[[BaseHTTPRequestHandler], None]


class Outside:
    """Answers each path as told; `asked` are the requests that came, as (method, path, headers, body)."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply] = {}
        self.asked: list[tuple[str, str, dict[str, str], bytes]] = []
        self.origin = ""

    def on(
        self, path: str, status: int = 200, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> str:
        """Answer this path so; returns its address."""

        def reply(line: BaseHTTPRequestHandler) -> None:
            line.send_response(status)
            for name, value in (headers or {}).items():
                line.send_header(name, value)
            line.send_header("Content-Length", str(len(body)))
            line.end_headers()
            line.wfile.write(body)

        self.replies[path] = reply
        return self.origin + path


@contextmanager
def running() -> Iterator[Outside]:
    """Such a server, for as long as the block lasts."""
    outside = Outside()

    class Line(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            outside.asked.append((self.command, self.path, dict(self.headers), body))
            outside.replies[self.path](self)

        do_POST = do_GET  # noqa: N815  # http.server wants it so

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Line)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    outside.origin = f"http://127.0.0.1:{server.server_port}"
    try:
        yield outside
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
