"""The pages of what people fear and of what they were promised."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vloot.climate.matters import reads
from vloot.climate.registers import acts, rules
from vloot.climate.registers.acts import Said
from vloot.ground.errors import Refused
from vloot.people.actor import Actor
from vloot.web.climate import drafts
from vloot.web.people import confiding
from vloot.web.shell.door import signed_in

FEARS, PROMISES = "fear", "promise"
_PAGES = {FEARS: "climate_fears", PROMISES: "climate_promises"}


@require_http_methods(["GET", "POST"])
@signed_in
def fears(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What people fear, each with who looks after it and what was answered."""
    return _register(request, actor, FEARS)


@require_http_methods(["GET", "POST"])
@signed_in
def promises(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What was promised, and whether it was kept."""
    return _register(request, actor, PROMISES)


def page(request: HttpRequest, actor: Actor, kind: str, **more: Any) -> HttpResponse:
    """The page of a register; `more` holds what was typed and refused."""
    found = reads.of_kind(actor, kind)
    context = {
        "kind": kind,
        "open": reads.open_of(found),
        "settled": reads.settled_of(found),
        "may_say": bool(rules.may_say(actor)),
        **confiding.around(actor),
        **more,
    }
    status = 422 if more else 200
    return render(request, "climate/register.html", context, status=status)


def _register(request: HttpRequest, actor: Actor, kind: str) -> HttpResponse:
    rules.require_entry(actor)
    if request.method != "POST":
        return page(request, actor, kind)
    try:
        said = Said(
            kind=kind,
            words=request.POST.get("words", ""),
            due_on=drafts.day(request, "due_on"),
        )
        if request.POST.get("named") == "no":
            acts.say(voice=acts.let_speak(by=actor), said=said)
            messages.success(
                request,
                _("Kept without your name. It is shown next week, among what else was said this week."),
            )
        elif request.POST.get("named") == "yes":
            acts.say_by_name(by=actor, said=said)
            messages.success(request, _("It stands here now, with your name. You hear when it is answered."))
        else:
            raise Refused("no_choice", _("Choose: with your name, or without."), "named")
    except Refused as refusal:
        return page(
            request,
            actor,
            kind,
            errors=refusal.by_field,
            values=drafts.typed(request),
        )
    return redirect(_PAGES[kind])
