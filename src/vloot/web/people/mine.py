"""My data: everything that is kept about me in one click, and being forgotten in another."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vloot.ground.errors import Refused
from vloot.people import acts, reads
from vloot.people.actor import Actor
from vloot.web.shell.door import signed_in


@never_cache
@require_GET
@signed_in
def show(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What is kept about me, room by room."""
    rooms = [(name, _rows(kept)) for name, kept in _everything(actor)]
    context = {"rooms": rooms, "forgotten_on": reads.forgotten_on(actor.person_id)}
    return render(request, "people/data.html", context)


@never_cache
@require_GET
@signed_in
def download(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The same as a file that programs read."""
    found = dict(_everything(actor))
    response = JsonResponse(
        found, encoder=DjangoJSONEncoder, json_dumps_params={"indent": 1, "ensure_ascii": False}
    )
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


@never_cache
@require_http_methods(["GET", "POST"])
@reauthentication_required  # type: ignore[untyped-decorator]
@signed_in
def forget(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Ask to be forgotten, after showing again who I am."""
    if request.method == "GET":
        return render(request, "people/forget.html", {})
    try:
        acts.ask_to_be_forgotten(by=actor)
    except Refused as refusal:
        return render(request, "people/forget.html", {"error": refusal.text}, status=422)
    messages.success(request, _("It is noted. For seven days you can still take it back, on this page."))
    return redirect("people:data")


@require_POST
@signed_in
def stay(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Take it back."""
    acts.stay(by=actor)
    messages.success(request, _("Good that you stay. Nothing is deleted."))
    return redirect("people:data")


def _everything(actor: Actor) -> list[tuple[str, Any]]:
    rooms = import_string(settings.VLOOT_CARE)
    return [(name, rows) for room in rooms for name, rows in room.mine(actor.person_id).items()]


def _rows(kept: Any) -> list[list[tuple[str, Any]]]:
    """What a room keeps, as rows of (name, value); a value alone has no name."""
    found = kept if isinstance(kept, list) else [kept] if kept not in (None, "", False, {}) else []
    return [list(row.items()) if isinstance(row, dict) else [("", row)] for row in found]
