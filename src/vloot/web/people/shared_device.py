"""A device that others use too: five minutes without a sign of life end the session, and nothing is stored on it.

The device itself is marked with a cookie that holds no person; every session begun on it is short.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from vloot.ground import clock
from vloot.web.shell.door import is_fragment

COOKIE = "vloot_shared"
QUIET = timedelta(minutes=5)
_YEAR = 365 * 86400  # seconds
_SEEN = "shared_device_seen"  # session key: the last sign of life, in seconds since 1970
_STEP = 15  # seconds: a younger sign of life is not written again


def is_marked(request: HttpRequest) -> bool:
    """Whether this device was said to be shared."""
    return request.COOKIES.get(COOKIE) == "1"


def mark(answer: HttpResponseBase, *, is_shared: bool) -> None:
    """Say on the answer that the device is shared, or one's own."""
    if is_shared:
        answer.set_cookie(
            COOKIE,
            "1",
            max_age=_YEAR,
            samesite="Lax",
            httponly=True,
            secure=bool(settings.SESSION_COOKIE_SECURE),
        )
    else:
        answer.delete_cookie(COOKIE)


def begin(request: HttpRequest) -> None:
    """Make the session that has just begun a short one, if the device is shared."""
    if is_marked(request):
        request.session[_SEEN] = _now()


class SharedDeviceMiddleware:
    """Ends quiet sessions on shared devices and keeps their pages out of every store."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        seen = request.session.get(_SEEN)
        if seen is None:
            return self.get_response(request)
        if _now() - seen >= QUIET.total_seconds():
            # What a page asks by itself ends nothing: nobody sees the answer. The page its reader opens next does, and tells why.
            if _is_page(request):
                logout(request)
            return _forget(redirect("people:quiet"))
        request.is_shared_device = True  # type: ignore[attr-defined]
        if _is_sign_of_life(request) and _now() - seen >= _STEP:
            request.session[_SEEN] = _now()
        # At the browser's close too, whatever the way of signing in has asked for.
        if not request.session.get_expire_at_browser_close():
            request.session.set_expiry(0)
        answer: HttpResponseBase = self.get_response(request)
        answer["Cache-Control"] = "no-store"
        return answer if request.session.get(_SEEN) is not None else _forget(answer)


def _is_sign_of_life(request: HttpRequest) -> bool:
    """Whether a person did this: opened a page or sent something. What a page fetches by itself does not count."""
    return request.method != "GET" or _is_page(request)


def _is_page(request: HttpRequest) -> bool:
    """Whether somebody sees the answer: it takes the place of the page, and is no answer to a page's own request."""
    return request.headers.get("Sec-Fetch-Dest", "document") == "document" and not is_fragment(request)


def _forget(answer: HttpResponseBase) -> HttpResponseBase:
    answer["Cache-Control"] = "no-store"
    answer["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _now() -> float:
    return clock.now().timestamp()
