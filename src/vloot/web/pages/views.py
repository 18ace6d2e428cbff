"""What Vloot is, what it promises, and who to be in the demo."""

from __future__ import annotations

from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.backends import ModelBackend
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.module_loading import import_string
from django.views.decorators.http import require_GET, require_POST

from vloot.company import reads as company
from vloot.notices.devices import reads as devices
from vloot.web.pages import promises
from vloot.web.people import confiding
from vloot.web.shell.door import actor_of


@require_GET
def welcome(request: HttpRequest) -> HttpResponseBase:
    """What Vloot is, for a visitor; in the demo, who to be."""
    return render(
        request, "welcome.html", {"demo_people": _demo_people(), "is_founded": company.is_founded()}
    )


@require_GET
def promise(request: HttpRequest) -> HttpResponseBase:
    """What this software must never do, what holds in this build, and the test that guards it."""
    actor = actor_of(request)
    context = {
        "kept": [promise for promise in promises.PROMISES if promise.test],
        "later": [promise for promise in promises.PROMISES if not promise.test],
        "addresses": [*settings.VLOOT_OUTSIDE, *devices.allowed_relays()],
    }
    if actor and company.is_founded():
        context |= confiding.around(actor)
    return render(request, "pages/promise.html", context)


@require_POST
def become(request: HttpRequest, id: int) -> HttpResponseBase:
    """In the demo, and only there: be one of its people with one click."""
    if not settings.VLOOT_DEMO:
        raise Http404
    person = ModelBackend().get_user(id)
    if person is None:
        raise Http404
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    # As every other way in does, so that it stands among the devices one is signed in on.
    # law: door-objects because allauth makes its list of devices from a request
    UserSession.objects.create_from_request(request)
    return redirect("home")


def _demo_people() -> list[Any]:
    """The people one can be in the demo; doors do not know each other, so the settings say where they stand."""
    return list(import_string(settings.VLOOT_DEMO_PEOPLE)()) if settings.VLOOT_DEMO else []
