"""A decision about oneself, with the way to another look; and a serious word with somebody."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from vloot.ground import clock
from vloot.ground.errors import NotFound, Refused
from vloot.notices import acts as notices
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.order import acts, reads, rules
from vloot.talk.order.words import EXPLAINED, HOURS, SPOKEN
from vloot.web.people import confiding
from vloot.web.shell.door import signed_in
from vloot.web.talk.order.queue import verdict


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
def decision(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """What was decided about me and why; asking for another look."""
    case, shown = reads.decision(actor, id)
    refusal: Refused | None = None
    if request.method == "POST":
        try:
            acts.appeal(by=actor, case=case, text=request.POST.get("appeal", ""))
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("Somebody else looks at it now. You read here what they say."))
            return redirect("order:decision", id)
    notices.mark_read_about(by=actor, object_ids=[id])
    context = {
        "decision": shown,
        **confiding.around(actor),
        "values": request.POST,
        "error": refusal.text if refusal else "",
    }
    return render(request, "talk/order/decision.html", context, status=422 if refusal else 200)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
def person(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """A serious word with somebody, or letting them read only for a while; and letting them write again."""
    if not rules.is_keeper(actor):
        raise NotFound
    found = people.get(actor, id)
    refusal: Refused | None = None
    if request.method == "POST":
        try:
            if request.POST.get("do") == "let_write":
                acts.let_write(by=actor, person_id=id)
            else:
                acts.speak_to(by=actor, person_id=id, verdict=verdict(request))
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("Done. They read it from you."))
            return redirect("order:person", id)
    until = found.read_only_until
    context = {
        "person": people.card(id),
        "until": until if until is not None and until > clock.now() else None,
        "outcomes": [(key, label, EXPLAINED[key]) for key, label in SPOKEN.items()],
        "hours": HOURS.items(),
        "values": request.POST,
        "errors": refusal.by_field if refusal else {},
    }
    return render(request, "talk/order/person.html", context, status=422 if refusal else 200)
