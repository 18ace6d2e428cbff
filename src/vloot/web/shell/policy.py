"""The content security policy: one for every page, put together once. No page asks for an exception, and none can."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from csp.constants import HEADER
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

Respond = Callable[[HttpRequest], HttpResponseBase]


def policy(get_response: Respond) -> Respond:
    """The middleware."""
    header = build_policy()
    # Django's own page about an error, for developers, brings its style along.
    excepted = (HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.NOT_FOUND) if settings.DEBUG else ()

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if response.status_code not in excepted:
            response.headers.setdefault(HEADER, header)
        return response

    return middleware
