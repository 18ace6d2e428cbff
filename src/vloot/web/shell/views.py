"""Choosing the look and the language, and what is said when something is amiss."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.http import require_POST

from vloot.web.shell.context import THEME_COOKIE, THEMES

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
    """Keep the chosen language in a cookie and go back to the page."""
    answer = HttpResponseRedirect(_back(request))
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES) and check_for_language(chosen):
        _keep(answer, settings.LANGUAGE_COOKIE_NAME, chosen)
    return answer


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: a rule says no."""
    return render(request, "403.html", {"text": str(exception or "")}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: not there, or not for this reader; the two look the same."""
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our own mistake. Reads nothing, since reading may be what failed."""
    return HttpResponse(render_to_string("500.html"), status=500)


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
