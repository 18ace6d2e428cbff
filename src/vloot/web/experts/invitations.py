"""What I am invited to answer, and how much of it I take on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vloot.experts import acts, reads
from vloot.ground.errors import Refused
from vloot.people.actor import Actor
from vloot.web.people import sight
from vloot.web.shell.door import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The questions I am invited to, and my own limits."""
    errors: dict[str, str] = {}
    if request.method == "POST":
        try:
            _choose(request, actor)
        except Refused as refusal:
            errors = refusal.by_field
        else:
            messages.success(request, _("Kept. It holds from now on."))
            return redirect("invited")
    return _page(request, actor, errors)


@require_POST
@signed_in
def respond(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Not me; or not me, try somebody else."""
    invitation = reads.invitation(actor, id)
    typed = request.POST.get("person", "").strip()
    try:
        if typed:
            acts.pass_on(by=actor, invitation=invitation, to=sight.one(actor, typed))
            messages.success(request, _("Thank you. They are invited if they have room for it."))
        else:
            acts.decline(by=actor, invitation=invitation)
    except Refused as refusal:
        return _page(request, actor, {"person": refusal.text}, refused_id=id, typed=typed)
    return redirect("invited")


def _choose(request: HttpRequest, actor: Actor) -> None:
    try:
        a_week = int(request.POST.get("a_week", ""))
        until = parse_date(request.POST.get("paused_until", ""))
    except ValueError:
        a_week, until = -1, None
    is_curious = request.POST.get("is_curious") == "1"
    acts.choose(by=actor, a_week=a_week, paused_until=until, is_curious=is_curious)


def _page(request: HttpRequest, actor: Actor, errors: dict[str, str], **more: Any) -> HttpResponse:
    context = {
        "invited": reads.invitations(actor),
        "taking": reads.taking(actor),
        "errors": errors,
        **more,
    }
    return render(request, "experts/invited.html", context, status=422 if errors else 200)
