"""The hosts' queue, and one case of it. Everybody else finds here how order is kept, and what they reported."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from vloot.ground import ids
from vloot.ground.errors import NotFound, Refused
from vloot.notices import acts as notices
from vloot.people.actor import Actor
from vloot.talk.order import acts, reads, rules, whole
from vloot.talk.order.words import EXPLAINED, HOURS, OUTCOMES
from vloot.web.people import confiding
from vloot.web.shell.door import signed_in


@never_cache
@require_GET
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What waits, the oldest first; what I reported; decisions about me; how order is kept."""
    context = {
        "is_looking": reads.looks_after(actor),
        "cases": reads.queue(actor),
        "reports": reads.my_reports(actor),
        "decisions": reads.about_me(actor),
        "may_read_words": rules.may_read_watched(actor).ok,
        **confiding.around(actor),
    }
    notices.mark_read_about(by=actor, object_ids=reads.reported_case_ids(actor))
    return render(request, "talk/order/index.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
def case(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """One case: what was written, who reported it and why, and what comes of it."""
    found = reads.get(actor, id)
    sealed = ""
    refusal: Refused | None = None
    if request.method == "POST":
        try:
            sealed = _do(request, actor, found)
        except Refused as refused:
            refusal = refused
        else:
            if not sealed:
                return _after(actor, id)
    notices.mark_read_about(by=actor, object_ids=[id])
    context = {
        "case": whole.page(actor, id),
        "outcomes": [(key, label, EXPLAINED[key]) for key, label in OUTCOMES.items()],
        "hours": HOURS.items(),
        "sealed": sealed,
        "values": request.POST,
        "errors": refusal.by_field if refusal else {},
    }
    return render(request, "talk/order/case.html", context, status=422 if refusal else 200)


def _do(request: HttpRequest, actor: Actor, found: Any) -> str:
    """The one act that the button `do` asks for; gives the sealed words when it was these that were asked for."""
    sent = request.POST
    deeds: dict[str, Callable[[], None]] = {
        "claim": lambda: acts.claim(by=actor, case=found),
        "let_go": lambda: acts.let_go(by=actor, case=found),
        "pass_on": lambda: acts.pass_on(by=actor, case=found),
        "note": lambda: acts.note(by=actor, case=found, text=sent.get("note", "")),
        "decide": lambda: _decide(request, actor, found),
        "answer": lambda: _answer(request, actor, found),
    }
    do = sent.get("do", "")
    if do == "read_sealed":
        return acts.read_sealed(by=actor, case=found)
    if do not in deeds:
        raise NotFound
    deeds[do]()
    return ""


def _decide(request: HttpRequest, actor: Actor, found: Any) -> None:
    acts.decide(by=actor, case=found, verdict=verdict(request))
    messages.success(request, _("Decided. Whoever has to know reads it from you."))


def _answer(request: HttpRequest, actor: Actor, found: Any) -> None:
    look = request.POST.get("look", "")
    if look not in ("stands", "undone"):
        raise Refused("no_look", _("Choose whether it stands or is undone."), "look")
    reason = request.POST.get("reason", "")
    acts.answer_appeal(by=actor, case=found, is_overturned=look == "undone", reason=reason)
    messages.success(request, _("Thank you for looking again. Both of them read what you say."))


def verdict(request: HttpRequest) -> acts.Verdict:
    """What a form says somebody decides."""
    return acts.Verdict(
        outcome=request.POST.get("outcome", ""),
        reason=request.POST.get("reason", ""),
        hours=ids.read(request.POST.get("hours", "24")) or 0,
    )


def _after(actor: Actor, case_id: int) -> HttpResponseBase:
    """The case again, or the queue when it is no longer the actor's to see."""
    try:
        reads.get(actor, case_id)
    except NotFound:
        return redirect("order:index")
    return redirect("order:case", case_id)
