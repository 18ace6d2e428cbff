"""The board: you said, we do, or we will not because; and small changes, the nearest first."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vloot.climate.board import acts, reads, rules
from vloot.climate.matters import rules as matters
from vloot.climate.registers import rules as registers
from vloot.ground import ids
from vloot.ground.errors import Refused
from vloot.people.actor import Actor
from vloot.web.climate import drafts
from vloot.web.people import confiding
from vloot.web.shell.door import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The board; proposing a small change."""
    registers.require_entry(actor)
    if request.method != "POST":
        return page(request, actor)
    try:
        team = request.POST.get("team", "")
        acts.propose(by=actor, words=request.POST.get("words", ""), team_id=ids.read(team))
    except Refused as refusal:
        return page(request, actor, errors=refusal.by_field, values=drafts.typed(request))
    messages.success(request, _("It stands on the board. Somebody answers within ten working days."))
    return redirect("climate_board")


@require_POST
@signed_in
def result(request: HttpRequest, actor: Actor, id: int, scale: str) -> HttpResponseBase:
    """Answer to one scale of a wave."""
    try:
        wave = reads.wave_of(actor, id)
        acts.answer_result(by=actor, wave=wave, scale=scale, draft=drafts.answer(request, actor))
    except Refused as refusal:
        errors = refusal.by_field
        refused = {"key": scale, "do": "answer", "errors": errors, "values": drafts.typed(request)}
        return page(request, actor, refused=refused)
    messages.success(request, _("Everybody reads your answer here now."))
    return redirect("climate_board")


def page(request: HttpRequest, actor: Actor, **more: Any) -> HttpResponse:
    """The board; `more` holds what was typed and refused."""
    context = {
        "wave": reads.last_wave(actor),
        "floors": reads.floors(actor),
        "near": rules.near(actor),
        "may_propose": bool(matters.may_write(actor)),
        **confiding.around(actor),
        **more,
    }
    return render(request, "climate/board.html", context, status=422 if more else 200)
