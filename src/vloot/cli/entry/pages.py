"""Pages: a request becomes a WSGI call in a thread, its answer becomes the response."""

import asyncio
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Any, NamedTuple
from urllib.parse import unquote_to_bytes

from django.core.files import File
from django.core.wsgi import get_wsgi_application
from granian._granian import RSGIProtocolClosed as ProtocolClosed

from vloot.web.urn import bare

Headers = list[tuple[str, str]]

_IN_MEMORY = 1_000_000  # bytes of a request that are held in memory before they go to a file
_PATIENCE = 30.0  # seconds without a byte, in either direction
_BODYLESS = ("GET", "HEAD", "OPTIONS", "TRACE")


class TooLargeError(Exception):
    """The request is larger than this server accepts."""


class FileBody:
    """What Django makes of a file response (PEP 3333): the file, and what to close in the end."""

    def __init__(self, file: IO[bytes], block_size: int = 65536) -> None:
        self.file = file
        self.block_size = block_size
        self.close = getattr(file, "close", lambda: None)

    def __iter__(self) -> Iterator[bytes]:
        while block := self.file.read(self.block_size):
            yield block

    @property
    def path(self) -> str:
        """The path of a plain file that is sent from its start; empty for a slice, a buffer, a temporary file."""
        if not isinstance(self.file, io.BufferedReader | File) or self.file.tell():
            return ""
        path = getattr(self.file, "path", self.file.name)
        return path if isinstance(path, str) and Path(path).is_file() else ""


class Answer(NamedTuple):
    """How a response begins."""

    status: int
    headers: Headers


class Pages:
    """Django's pages, through its WSGI handler."""

    def __init__(self, *, limit: int) -> None:
        self.limit = limit
        self.django: Callable[..., Iterable[bytes]] = get_wsgi_application()

    async def serve(self, scope: Any, protocol: Any, threads: Executor) -> None:
        """Answer one request."""
        loop = asyncio.get_running_loop()
        try:
            body, size = await self._body(scope, protocol)
        except TooLargeError:
            _plain(protocol, 413, "That is more than this server accepts here.")
            return
        except TimeoutError:
            _plain(protocol, 408, "The request did not arrive in full.")
            return
        environ = environment(scope, body, size)
        # Everything of one request happens in one call on one thread: Django closes connections by thread.
        try:
            await loop.run_in_executor(threads, self._call, environ, protocol, loop)
        except (ProtocolClosed, TimeoutError):
            return  # the reader left, or stopped reading

    async def _body(self, scope: Any, protocol: Any) -> tuple[IO[bytes], int]:
        declared = scope.headers.get("content-length")
        # A ballot is short, and never lies in a file, not for a moment.
        limit = bare.LONGEST if _path(scope).startswith(bare.PREFIX) else self.limit
        if declared is not None and declared.isdigit() and int(declared) > limit:
            raise TooLargeError
        # Spooled first: Django trusts CONTENT_LENGTH, which a chunked body does not have.
        body: IO[bytes] = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
        if declared is None and scope.method in _BODYLESS:
            return body, 0
        try:
            size = await self._spool(protocol, body, limit)
        except BaseException:
            body.close()
            raise
        body.seek(0)
        return body, size

    async def _spool(self, protocol: Any, body: IO[bytes], limit: int) -> int:
        size = 0
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(_PATIENCE) as timeout:
            async for chunk in protocol:
                size += len(chunk)
                if size > limit:
                    raise TooLargeError
                body.write(chunk)
                timeout.reschedule(loop.time() + _PATIENCE)
        return size

    def _call(self, environ: dict[str, Any], protocol: Any, loop: asyncio.AbstractEventLoop) -> None:
        begun: list[tuple[int, Headers]] = []

        def start_response(status: str, headers: Headers, exc_info: Any = None) -> None:
            begun.append((int(status[:3]), [(name.lower(), value) for name, value in headers]))

        result = self.django(environ, start_response)
        try:
            status, headers = begun[0]
            if environ["REQUEST_METHOD"] == "HEAD" or status in (204, 304):
                protocol.response_empty(status, headers)
            elif isinstance(result, FileBody) and result.path:
                protocol.response_file(status, headers, result.path)
            elif getattr(result, "streaming", isinstance(result, FileBody)):
                _send(result, Answer(status, headers), protocol, loop)
            elif body := b"".join(result):
                # From this thread: the way back through the event loop costs more than many a page.
                protocol.response_bytes(status, headers, body)
            else:
                protocol.response_empty(status, headers)
        finally:
            if hasattr(result, "close"):
                result.close()
            environ["wsgi.input"].close()


def environment(scope: Any, body: IO[bytes], size: int) -> dict[str, Any]:
    """The WSGI environment of a request."""
    server, _, port = scope.server.rpartition(":")
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": _path(scope),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": server.strip("[]"),
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "CONTENT_LENGTH": str(size),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": FileBody,
    }
    if scope.authority:
        environ["HTTP_HOST"] = scope.authority
    for name, value in scope.headers.items():
        if name == "content-type":
            environ["CONTENT_TYPE"] = value
        # A name with an underscore would pass for the one with a hyphen that a proxy sets.
        elif name != "content-length" and "_" not in name:
            key = "HTTP_" + name.upper().replace("-", "_")
            environ[key] = (
                f"{environ[key]}{'; ' if name == 'cookie' else ','}{value}" if key in environ else value
            )
    return environ


def _path(scope: Any) -> str:
    return unquote_to_bytes(scope.path).decode("latin-1")


def _send(parts: Iterable[bytes], answer: Answer, protocol: Any, loop: asyncio.AbstractEventLoop) -> None:
    async def begin() -> Any:
        return protocol.response_stream(answer.status, answer.headers)

    async def send(part: bytes) -> None:
        await transport.send_bytes(part)

    transport = asyncio.run_coroutine_threadsafe(begin(), loop).result(_PATIENCE)
    for part in parts:
        # The thread waits for the reader, so that a slow one does not fill our memory.
        asyncio.run_coroutine_threadsafe(send(part), loop).result(_PATIENCE)


def _plain(protocol: Any, status: int, text: str) -> None:
    headers = [("content-type", "text/plain; charset=utf-8"), ("connection", "close")]
    protocol.response_str(status, headers, text)
