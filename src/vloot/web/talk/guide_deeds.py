"""What one does with a how-to page beside writing it: its history, looking at it again, passing it on, saying that it helped."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vloot.ground.errors import NotFound, Refused
from vloot.people.actor import Actor
from vloot.talk.guides import acts, reads
from vloot.talk.guides import history as told
from vloot.web.people import sight
from vloot.web.shell.door import signed_in
from vloot.web.talk import guides


@require_GET
@signed_in
def history(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """All versions, the newest first."""
    guide = reads.get(actor, id)
    context = {"page": reads.page(actor, guide), "versions": told.versions(guide)}
    return render(request, "talk/guide_history.html", context)


@require_GET
@signed_in
def changes(request: HttpRequest, actor: Actor, id: int, number: int) -> HttpResponseBase:
    """What one version changed."""
    guide = reads.get(actor, id)
    lines = told.changes(guide, number)
    version = next(one for one in told.versions(guide) if one.number == number)
    context = {"page": reads.page(actor, guide), "version": version, "lines": lines}
    return render(request, "talk/guide_changes.html", context)


@require_POST
@signed_in
def take_back(request: HttpRequest, actor: Actor, id: int, number: int) -> HttpResponseBase:
    """Let a former version be the newest again."""
    guide = reads.get(actor, id)
    acts.take_back(by=actor, guide=guide, number=number, over=guides.number(request, "over"))
    messages.success(
        request, _("The page says again what it said then. What it said in between is in its history.")
    )
    return redirect("guide", id)


@require_http_methods(["GET", "POST"])
@signed_in
def review(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Its day has come: still true, to be edited, or obsolete."""
    guide = reads.get(actor, id)
    page = _looked_after(actor, guide)
    context: dict[str, Any] = {"page": page, "values": {"months": str(page.review_months)}, "errors": {}}
    if request.method == "POST":
        try:
            _review(request, actor, guide)
        except Refused as refusal:
            context["values"] = {name: request.POST.get(name, "") for name in ("months", "why")}
            context["errors"] = {
                "months" if refusal.code == "months" else refusal.field or "form": refusal.text
            }
        else:
            return redirect("guide", id)
    return render(request, "talk/guide_review.html", context, status=422 if context["errors"] else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def owner(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Ask somebody else to look after a page."""
    guide = reads.get(actor, id)
    context: dict[str, Any] = {"page": _looked_after(actor, guide), "values": {}, "error": ""}
    if request.method == "POST":
        typed = request.POST.get("person", "").strip()
        try:
            acts.hand_over(by=actor, guide=guide, to=sight.one(actor, typed))
        except Refused as refusal:
            context |= {"values": {"person": typed}, "error": refusal.text}
        else:
            return redirect("guide", id)
    return render(request, "talk/guide_owner.html", context, status=422 if context["error"] else 200)


@require_POST
@signed_in
def helped(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """This page helped me; or I take it back."""
    guide = reads.get(actor, id)
    if request.POST.get("on", "1") == "1":
        acts.mark_helped(by=actor, guide=guide)
    else:
        acts.unmark_helped(by=actor, guide=guide)
    return redirect("guide", id)


@require_http_methods(["GET", "POST"])
@signed_in
def remove(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Take a page away for good, after asking once."""
    guide = reads.get(actor, id)
    page = _looked_after(actor, guide)
    if request.method == "GET":
        return render(request, "talk/guide_remove.html", {"page": page})
    acts.remove(by=actor, guide=guide)
    messages.success(request, _("The page was taken away, with its history and its files."))
    return redirect("guides")


def _looked_after(actor: Actor, guide: Any) -> reads.GuidePage:
    page = reads.page(actor, guide)
    if "look_after" not in page.can:
        raise NotFound
    return page


def _review(request: HttpRequest, actor: Actor, guide: Any) -> None:
    said = request.POST.get("do", "")
    if said == "obsolete":
        acts.mark_obsolete(by=actor, guide=guide, why=request.POST.get("why", ""))
        messages.success(
            request, _("It is marked. It can still be read, and is no longer proposed to who asks.")
        )
    elif said == "revive":
        acts.revive(by=actor, guide=guide)
        messages.success(request, _("The page holds again."))
    else:
        acts.confirm(by=actor, guide=guide, months=guides.number(request, "months"))
        messages.success(request, _("Thank you. Who reads it sees that it is still true."))
