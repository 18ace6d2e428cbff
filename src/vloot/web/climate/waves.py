"""The survey as everybody meets it: whether one is open, how one answers, and in which group one counts."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from vloot.climate.results import reads as results
from vloot.climate.rhythm import rules as rhythm
from vloot.climate.waves import acts, items, reads, rules
from vloot.company import rules as company
from vloot.company.agreements import reads as agreements
from vloot.company.agreements.topics import CLIMATE
from vloot.ground.errors import NotFound, require
from vloot.notices import acts as notices
from vloot.people.actor import Actor
from vloot.web.climate import charts
from vloot.web.people import confiding
from vloot.web.shell.door import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What is open, what came out last, and for whoever looks after it what they can do."""
    if not (verdict := rules.may_enter(actor)):
        return _off(request, actor, verdict.text)
    if request.method == "POST":
        return _choose(request, actor)
    wave = reads.current(actor)
    last = next(iter(results.closed()), None)
    card = results.of_wave(actor, last.id) if last else None
    notices.mark_read_about(by=actor, object_ids=[one.id for one in (wave, last) if one])
    running = reads.running()
    opening = rhythm.may_open(actor)
    context = {
        "wave": wave,
        "part": next((part for part in wave.parts if part.is_open), None) if wave else None,
        "card": card,
        "stopped": reads.stopped(),
        "charts": charts.overview(card) if card else [],
        "may_open": bool(opening),
        "lock": opening.text if rhythm.may_look_after(actor) and not wave else "",
        "may_remind": running is not None and bool(rhythm.may_remind(actor, running)),
        "may_print": running is not None and bool(rhythm.may_print(actor, running)),
        "may_stop": running is not None and bool(rhythm.may_stop(actor, running)),
        **confiding.around(actor),
    }
    return render(request, "climate/index.html", context)


@require_GET
@signed_in
def answer(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """The items. What is chosen stays in the browser until it is cast, without a name, at another address."""
    require(rules.may_enter(actor))
    wave = reads.current(actor)
    part = next((one for one in wave.parts if one.id == id), None) if wave else None
    if wave is None or part is None or not part.is_open:
        raise NotFound
    context = {
        "wave": wave,
        "part": part,
        "options": items.options(),
        "not_said": items.not_said(),
        **confiding.around(actor),
    }
    return render(request, "climate/answer.html", context)


@require_GET
@signed_in
def groups(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """The reporting groups of a wave, for everybody to read."""
    require(rules.may_enter(actor))
    wave = reads.get(id)
    lists = reads.rosters(actor, wave) if rules.may_see_roster(actor) else {}
    context = {"wave": wave, "groups": reads.groups(actor, wave), "lists": lists, **confiding.around(actor)}
    return render(request, "climate/groups.html", context)


@require_GET
@signed_in
def how(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """How it is asked, counted and shown: every rule, formula and number."""
    scales = [(title, items.ASKS[scale], items.of_scale(scale)) for scale, title in items.SCALES.items()]
    return render(request, "climate/how.html", {"scales": scales, **confiding.around(actor)})


def _choose(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    wave = reads.running()
    if wave is None:
        raise NotFound
    if request.POST.get("do") == "paper":
        acts.choose_paper(by=actor, wave=wave)
        messages.success(request, _("You answer on paper. You draw your code when the survey opens."))
    else:
        acts.choose_screen(by=actor, wave=wave)
        messages.success(request, _("You answer on a screen."))
    return redirect("climate")


def _off(request: HttpRequest, actor: Actor, why: str) -> HttpResponseBase:
    """What has to be there before the climate is measured, and who can see to it."""
    context = {
        "why": why,
        "is_agreed": agreements.covers(CLIMATE),
        "may_change": bool(company.may_change(actor)),
        **confiding.around(actor),
    }
    return render(request, "climate/off.html", context)
