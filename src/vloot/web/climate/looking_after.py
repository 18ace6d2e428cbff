"""What hosts and the works council do about a wave: announcing, reminding, printing codes, stopping."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vloot.climate.rhythm import acts, rules
from vloot.climate.waves import reads
from vloot.ground.errors import Refused, require
from vloot.people.actor import Actor
from vloot.web.people import confiding
from vloot.web.shell.door import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def new(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Announce a wave, with the groups as they would be."""
    require(rules.may_open(actor))
    errors: dict[str, str] = {}
    values = {name: request.POST.get(name, "") for name in ("kind", "opens_on", "closes_on")}
    if request.method == "POST":
        try:
            acts.announce(
                by=actor,
                kind=values["kind"],
                opens_on=_day(values["opens_on"], "opens_on"),
                closes_on=None if values["kind"] == "micro" else _day(values["closes_on"], "closes_on"),
            )
        except Refused as refusal:
            errors |= refusal.by_field
        else:
            messages.success(
                request, _("The survey is announced: everybody sees it here and can still choose paper.")
            )
            return redirect("climate")
    context = {"values": values, "errors": errors, "groups": reads.foreseen(), **confiding.around(actor)}
    return render(request, "climate/new.html", context, status=422 if errors else 200)


@require_POST
@signed_in
def remind(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Remind everybody, once."""
    acts.remind(by=actor, wave=reads.get(id))
    messages.success(request, _("Everybody is reminded, with the same words."))
    return redirect("climate")


@require_http_methods(["GET", "POST"])
@signed_in
def codes(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Print the codes for paper: shown this once, to be cut apart and drawn from a hat."""
    wave = reads.get(id)
    require(rules.may_print(actor, wave))
    context: dict[str, object] = {"wave": wave, **confiding.around(actor)}
    if request.method == "POST":
        context["codes"] = acts.print_codes(by=actor, wave=wave)
        context["parts"] = [
            (part, settings.VLOOT_ORIGIN + reverse("cast", args=("climate", part.box_id)))
            for part in wave.parts.order_by("number")
        ]
    answer = render(request, "climate/codes.html", context)
    answer["Cache-Control"] = "no-store"
    return answer


@require_http_methods(["GET", "POST"])
@signed_in
def stop(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Stop a wave: for the works council."""
    wave, error = reads.get(id), ""
    require(rules.may_stop(actor, wave))
    if request.method == "POST":
        try:
            acts.stop(by=actor, wave=wave, why=request.POST.get("why", ""))
        except Refused as refusal:
            error = refusal.text
        else:
            messages.success(request, _("The survey is stopped. What was answered is burned, uncounted."))
            return redirect("climate")
    context = {"wave": wave, "why": request.POST.get("why", ""), "error": error, **confiding.around(actor)}
    return render(request, "climate/stop.html", context, status=422 if error else 200)


def _day(typed: str, field: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise Refused("no_day", _("Choose a day."), field) from None
