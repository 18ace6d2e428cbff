"""Choosing the look and the language, and what is said when a form was too old."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.http import require_POST

from vloot.people import acts as people
from vloot.web.shell.context import THEME_COOKIE, THEMES
from vloot.web.shell.door import actor_of

YEAR = 365 * 86400  # seconds


@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Keep "light", "dark" or "auto" in a cookie and go back to the page."""
    answer = HttpResponseRedirect(_back(request))
    chosen = request.POST.get("look", "")
    if chosen in THEMES:
        _keep(answer, THEME_COOKIE, chosen)
    return answer


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language, with the person when somebody is signed in, and go back to the page."""
    answer = HttpResponseRedirect(_back(request))
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES) and check_for_language(chosen):
        _keep(answer, settings.LANGUAGE_COOKIE_NAME, chosen)
        actor = actor_of(request)
        if actor is not None:
            people.change_profile(by=actor, person_id=actor.person_id, locale=chosen)
    return answer


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was too old; what was typed is kept in the draft and can be sent again."""
    return render(request, "csrf.html", {"typed": request.POST.get("body", "")}, status=403)


def _keep(answer: HttpResponse, name: str, value: str) -> None:
    answer.set_cookie(
        name, value, max_age=YEAR, samesite="Lax", httponly=True, secure=bool(settings.SESSION_COOKIE_SECURE)
    )


def _back(request: HttpRequest) -> str:
    asked = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure()):
        return asked
    return "/"
