"""What every page of the web door stands behind: who asks, in which language, and what a refusal looks like."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme

from vloot.ground import limits
from vloot.ground.errors import NotFound, Refused
from vloot.ground.limits import TooFast
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.web.shell import entering, rescue, sieve

# Pages that a browser may keep for its reader to read without a connection; never on a shared device.
MAY_STAY = {"home", "thread", "space", "questions", "guides", "guide"}

P = ParamSpec("P")
Respond = Callable[[HttpRequest], HttpResponseBase]


def signed_in(
    view: Callable[Concatenate[HttpRequest, Actor, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Give a view its actor; somebody who is not signed in is asked to, and comes back."""

    @wraps(view)
    def entered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        actor = actor_of(request)
        if actor is None:
            if request.method == "POST" and (rescued := rescue.rescue(request)):
                return rescued
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        return view(request, actor, *args, **kwargs)

    return entered


def actor_of(request: HttpRequest) -> Actor | None:
    """Who asks; None when nobody is signed in. Read once per request."""
    if not hasattr(request, "vloot_actor"):
        request.vloot_actor = _actor(request)  # type: ignore[attr-defined]
    return request.vloot_actor  # type: ignore[attr-defined,no-any-return]


def _actor(request: HttpRequest) -> Actor | None:
    if not request.user.is_authenticated:
        return None
    if found := entering.entrance_of(request):
        return found.actor()
    try:
        return people.actor_for(request.user.pk)
    except NotFound:
        return None


def is_fragment(request: HttpRequest) -> bool:
    """Whether a script asks for a piece of a page rather than a person for the page."""
    return request.headers.get("HX-Request") == "true" or request.headers.get("X-Requested-With") == "fetch"


def back(request: HttpRequest, otherwise: str, anchor: str = "") -> HttpResponse:
    """Go back to where a form was sent from, if that is one of our own pages."""
    asked = request.POST.get("next") or request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect((asked.split("#")[0] if asked and is_ours else otherwise) + anchor)


class DoorMiddleware:
    """Speaks the reader's language at their time of day, and turns refusals into pages."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            _speak(request)
        with timezone.override(_zone(request)), limits.watched() as refused:
            response = self.get_response(request)
        if refused:
            _slow_down(response, refused[-1])
        if request.user.is_authenticated and "Cache-Control" not in response:
            response["Cache-Control"] = "private, no-cache"
        _label(request, response)
        return response

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """No view is asked about what nobody can keep."""
        sieve.sift(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Not visible is not found; a refusal that no form took says why, and how to go on."""
        if isinstance(error, NotFound):
            raise Http404 from error
        if isinstance(error, Refused):
            if is_fragment(request):
                return HttpResponse(error.text, status=422, content_type="text/plain; charset=utf-8")
            is_slow = isinstance(error, TooFast)
            if request.method == "POST" and request.headers.get("Referer") and not is_slow:
                messages.error(request, error.text)
                return back(request, "/")
            return render(request, "refused.html", {"text": error.text}, status=422)
        return None


def _slow_down(response: HttpResponseBase, refusal: TooFast) -> None:
    """Say so in the dialect of programs too, whatever page a form has come back in."""
    if response.status_code in (HTTPStatus.OK, HTTPStatus.UNPROCESSABLE_ENTITY):
        response.status_code = HTTPStatus.TOO_MANY_REQUESTS
    response["Retry-After"] = str(refusal.wait)


def _label(request: HttpRequest, response: HttpResponseBase) -> None:
    """Say, for the worker in the browser, whose page this is and whether it may be read later without a connection."""
    if refusal := getattr(request, "vloot_refusal", ""):
        response["Vloot-Refusal"] = quote(refusal)
    if not request.user.is_authenticated or getattr(request, "is_shared_device", False):
        return
    response["Vloot-Reader"] = str(request.user.pk)
    found = request.resolver_match
    if (
        found
        and found.view_name in MAY_STAY
        and response.status_code == HTTPStatus.OK
        and not is_fragment(request)
    ):
        response["Vloot-Keep"] = "1"


def _speak(request: HttpRequest) -> None:
    chosen = request.user.locale if request.user.is_authenticated else ""
    if chosen and translation.check_for_language(chosen):
        translation.activate(chosen)
        request.LANGUAGE_CODE = translation.get_language() or chosen


def _zone(request: HttpRequest) -> ZoneInfo | None:
    name = (request.user.time_zone if request.user.is_authenticated else "") or getattr(
        settings, "VLOOT_TIME_ZONE", ""
    )
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None
