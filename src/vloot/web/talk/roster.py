"""The roster of a space: who answers in which week, and what its hosts do about it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vloot.ground import ids
from vloot.ground.errors import NotFound, Refused
from vloot.people.actor import Actor
from vloot.talk.roster import acts, reads
from vloot.talk.spaces import reads as spaces
from vloot.web.shell.door import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def roster(request: HttpRequest, actor: Actor, slug: str) -> HttpResponseBase:
    """For everybody to read; the hosts share the weeks among themselves."""
    space = spaces.get_readable(actor, spaces.by_slug(actor, slug).id)
    error = ""
    if request.method == "POST":
        try:
            _do(request, actor, space)
        except Refused as refusal:
            error = refusal.text
        else:
            return redirect("space_roster", slug)
    card = spaces.card(actor, space)
    context = {
        "space": card,
        "weeks": reads.weeks(actor, space),
        "others": [host for host in card.hosts if host.id != actor.person_id and host.is_active],
        "error": error,
    }
    return render(request, "talk/roster.html", context, status=422 if error else 200)


def _do(request: HttpRequest, actor: Actor, space: Any) -> None:
    deed = request.POST.get("do", "")
    if deed == "fill":
        if not acts.fill(by=actor, space=space):
            messages.success(request, _("Every week has somebody already."))
        return
    week = _week(request.POST.get("week", ""))
    if deed == "ask":
        to = ids.read(request.POST.get("person", ""))
        acts.ask_swap(by=actor, space=space, week=week, to=to or 0)
        messages.success(request, _("Asked. You get a notice when they take it; until then it is yours."))
    elif deed in ("away", "back"):
        (acts.be_away if deed == "away" else acts.be_back)(by=actor, week=week)
    elif deed in ("take", "accept", "decline"):
        deeds = {"take": acts.take, "accept": acts.accept_swap, "decline": acts.decline_swap}
        deeds[deed](by=actor, space=space, week=week)
    else:
        raise NotFound


def _week(typed: str) -> date:
    try:
        found = parse_date(typed)
    except ValueError:
        found = None
    if found is None:
        raise NotFound
    return found
