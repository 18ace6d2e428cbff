"""What came out of a wave: for everybody the same, from the same moment on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from vloot.climate.results import reads
from vloot.climate.waves import rules
from vloot.ground.errors import require
from vloot.people.actor import Actor
from vloot.web.climate import charts
from vloot.web.people import confiding
from vloot.web.shell.door import signed_in

MOST = 40  # groups shown on each scale at once


@require_GET
@signed_in
def latest(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The last results; before there are any, the page of the survey."""
    require(rules.may_enter(actor))
    last = next(iter(reads.closed()), None)
    return redirect("climate_results", last.id) if last else redirect("climate")


@require_GET
@signed_in
def show(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """The results of a wave, scale by scale. Not found before they are published, whoever asks."""
    require(rules.may_enter(actor))
    card = reads.of_wave(actor, id)
    wanted = request.GET.get("scale", "")
    are_many = any(len(one.groups) > MOST for one in card.scales)
    context = {
        "card": card,
        "scales": [
            charts.scale(one, card.own, is_short=are_many and one.scale != wanted) for one in card.scales
        ],
        "are_many": are_many,
        "wanted": wanted,
        "waves": reads.closed(),
        **confiding.around(actor),
    }
    return render(request, "climate/results.html", context)
