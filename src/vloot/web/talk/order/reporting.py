"""Asking the hosts to look at a post, and taking one away as its host."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vloot.ground.errors import Refused, require
from vloot.people.actor import Actor
from vloot.talk.order import acts, reads, rules
from vloot.talk.order.words import REASONS
from vloot.talk.posts import reads as posts
from vloot.talk.timeline import reads as timeline
from vloot.web.people import confiding
from vloot.web.shell.door import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def report(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Say what is the matter with a post; the page says who reads it, and whom one can go to instead."""
    post = posts.get(actor, id)
    require(rules.may_report(actor, post))
    refusal: Refused | None = None
    if request.method == "POST":
        try:
            acts.report(
                by=actor,
                post=post,
                reason=request.POST.get("reason", ""),
                own_words=request.POST.get("words", ""),
            )
        except Refused as refused:
            refusal = refused
        else:
            messages.success(
                request, _("Thank you for saying it. Somebody looks at it, and you read here when they have.")
            )
            return redirect("thread", post.thread_id)
    context = {
        "card": timeline.card_of(actor, id),
        "reasons": REASONS.items(),
        "who_reads": reads.who_reads(actor, post),
        **confiding.around(actor),
        "values": request.POST,
        "errors": refusal.by_field if refusal else {},
    }
    return render(request, "talk/order/report.html", context, status=422 if refusal else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def take_away(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """A host takes away what somebody else wrote, and says why."""
    post = posts.get(actor, id)
    require(rules.may_take_away(actor, post))
    refusal: Refused | None = None
    if request.method == "POST":
        try:
            acts.take_away(by=actor, post=post, reason=request.POST.get("reason", ""))
        except Refused as refused:
            refusal = refused
        else:
            messages.success(
                request, _("It was taken away. Who wrote it reads your reason, and can ask for another look.")
            )
            return redirect("thread", post.thread_id)
    context = {
        "card": timeline.card_of(actor, id),
        "values": request.POST,
        "error": refusal.text if refusal else "",
    }
    return render(request, "talk/order/take_away.html", context, status=422 if refusal else 200)
