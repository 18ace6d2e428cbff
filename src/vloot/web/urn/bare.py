"""The part of the site that knows nobody: what a browser says of itself is taken off before anything reads it, and nothing is logged.

In front of all other middleware. The web server's own entry keeps what is sent here in memory (`cli.entry.pages`); it logs no requests.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest, HttpResponseBase

PREFIX = "/cast/"
LONGEST = 64_000  # octets of a request
# What a page cannot be made without. Whose it is, none of these says.
_KEPT = {"HTTP_HOST", "HTTP_ACCEPT", "HTTP_ACCEPT_LANGUAGE", "HTTP_X_FORWARDED_PROTO"}
_casting: ContextVar[bool] = ContextVar("casting", default=False)

Respond = Callable[[HttpRequest], HttpResponseBase]


def bare(get_response: Respond) -> Respond:
    """The middleware."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(PREFIX):
            return get_response(request)
        strip(request.META)
        token = _casting.set(True)
        try:
            response = get_response(request)
        finally:
            _casting.reset(token)
        if hasattr(response, "cookies"):
            response.cookies.clear()
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return middleware


def strip(environ: dict[str, Any]) -> None:
    """Take off cookies, credentials, addresses, the browser's name, and every other header that is not needed."""
    for name in [name for name in environ if name.startswith("HTTP_") and name not in _KEPT]:
        del environ[name]
    for name in ("REMOTE_ADDR", "REMOTE_HOST", "REMOTE_PORT", "REMOTE_USER"):
        environ.pop(name, None)


class Silent(logging.Filter):
    """Lets no line through that has to do with casting."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether this line may be written."""
        request = getattr(record, "request", None)
        path = getattr(request, "path_info", None) or getattr(request, "path", "")
        return not (_casting.get() or str(path).startswith(PREFIX))
