"""What asks for an answer, on whatever page it stands: taking it on, answering, saying whether it was done, taking it away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vloot.climate.matters import acts, reads
from vloot.ground.errors import Refused
from vloot.people.actor import Actor
from vloot.web.climate import board, drafts, registers
from vloot.web.people import sight
from vloot.web.shell.door import signed_in

_PAGES = {"fear": "climate_fears", "promise": "climate_promises"}


@require_POST
@signed_in
def matter(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Take it on, answer it, or take it away."""
    found = reads.get(actor, id)
    do = request.POST.get("do", "")
    try:
        if do == "own":
            typed = request.POST.get("owner", "").strip()
            owner = sight.one(actor, typed, "owner") if typed else actor.person_id
            acts.take_on(by=actor, matter=found, owner_id=owner)
            said = _("Everybody sees who looks after it.")
        elif do == "away":
            acts.take_away(by=actor, matter=found, why=request.POST.get("why", ""))
            said = _("Its words are gone. That it was there, and why it went, stays.")
        else:
            acts.answer(by=actor, matter=found, draft=drafts.answer(request, actor))
            said = _("Everybody reads your answer here now.")
    except Refused as refusal:
        return _refused(request, actor, found.kind, str(id), do or "answer", refusal)
    messages.success(request, said)
    return _back(found.kind, id)


@require_POST
@signed_in
def answer(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Say whether it was done as said."""
    found = reads.answer(actor, id)
    kind, matter_id = found.matter.kind, found.matter_id
    try:
        is_done = {"yes": True, "no": False}.get(request.POST.get("is_done", ""))
        if is_done is None:
            raise Refused("no_choice", _("Choose yes or no."), "is_done")
        acts.judge(by=actor, answer=found, is_done=is_done, words=request.POST.get("words", ""))
    except Refused as refusal:
        return _refused(request, actor, kind, str(matter_id), "judge", refusal)
    messages.success(request, _("Thank you for looking. It stands on the board."))
    return _back(kind, matter_id)


def _refused(
    request: HttpRequest, actor: Actor, kind: str, key: str, do: str, refusal: Refused
) -> HttpResponse:
    errors = refusal.by_field
    refused = {"key": key, "do": do, "errors": errors, "values": drafts.typed(request)}
    if kind in _PAGES:
        return registers.page(request, actor, kind, refused=refused)
    return board.page(request, actor, refused=refused)


def _back(kind: str, matter_id: int) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse(_PAGES.get(kind, 'climate_board'))}#matter-{matter_id}")
