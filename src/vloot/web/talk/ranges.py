"""A piece of a file, for players that jump (RFC 9110, 14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

BLOCK = 65536
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


class Span(NamedTuple):
    """From which byte to which, both included."""

    first: int
    last: int


def asked(request: HttpRequest, size: int, tag: str) -> Span | None:
    """The one piece that is asked for; None for the whole: also when several are, or the file is another than the asker knows.

    Raises ValueError for a piece that lies outside the file.
    """
    if request.method != "GET" or request.headers.get("If-Range", tag) != tag:
        return None
    found = _RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    if found is None or not (found[1] or found[2]):
        return None
    if not found[1]:
        first, last = max(0, size - int(found[2])), size - 1
    else:
        first, last = int(found[1]), min(int(found[2]) if found[2] else size - 1, size - 1)
        if found[2] and int(found[2]) < first:
            return None
    if first > last:
        raise ValueError(f"{size} bytes have no piece from {first} to {last}")
    return Span(first, last)


def piece(path: Path, span: Span, size: int, media_type: str) -> HttpResponseBase:
    """206: that piece."""
    response = StreamingHttpResponse(_blocks(path, span), status=206, content_type=media_type)
    response["Content-Range"] = f"bytes {span.first}-{span.last}/{size}"
    response["Content-Length"] = str(span.last - span.first + 1)
    return response


def outside(size: int) -> HttpResponse:
    """416: there is no such piece."""
    return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})


def _blocks(path: Path, span: Span) -> Iterator[bytes]:
    left = span.last - span.first + 1
    with path.open("rb") as file:
        file.seek(span.first)
        while left and (block := file.read(min(BLOCK, left))):
            left -= len(block)
            yield block
