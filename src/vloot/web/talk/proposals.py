"""Asking to talk: the page where people look for direct messages, and why there are none."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vloot.ground import ids
from vloot.ground.errors import Refused
from vloot.notices import acts as notices
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.posts import reads as posts
from vloot.talk.proposals import acts, reads
from vloot.talk.spaces import reads as spaces
from vloot.talk.timeline import reads as timeline
from vloot.web.people import sight
from vloot.web.shell.door import signed_in

FIELDS = ("to", "way", "suggestion", "about")


@require_GET
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Proposals I made and got, and why there are no private messages here."""
    found = reads.listed(actor)
    notices.mark_read_about(by=actor, object_ids=[card.id for card in found])
    context = {
        "incoming": [card for card in found if not card.is_mine and not card.accepted_at],
        "outgoing": [card for card in found if card.is_mine and not card.accepted_at],
        "agreed": [card for card in found if card.accepted_at],
        "is_guest": actor.is_guest,
    }
    return render(request, "talk/proposals.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def new(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Ask somebody for a call or a coffee; from a post (`?about=`), its writer."""
    sent = request.POST if request.method == "POST" else request.GET
    values = {name: sent.get(name, "") for name in FIELDS}
    about_id = ids.read(values["about"])
    about = None if about_id is None else posts.get(actor, about_id)
    if about is not None and not values["to"]:
        values["to"] = str(about.author_id)
    error = ""
    if request.method == "POST":
        try:
            acts.propose(
                by=actor,
                to=_person(actor, values["to"]),
                way=values["way"],
                suggestion=values["suggestion"],
                about=about,
            )
        except Refused as refusal:
            error = refusal.text
        else:
            messages.success(request, _("Asked. You get a notice when the answer is yes."))
            return redirect("proposals")
    context: dict[str, Any] = {"values": values, "error": error, "other": None, "about": None}
    if (to := ids.read(values["to"])) is not None:
        context["other"] = people.card(people.get(actor, to, spaces.shared_with(actor)).id)
    if about is not None:
        context["about"] = next(iter(timeline.of_ids(actor, [about.id])), None)
    return render(request, "talk/proposal_new.html", context, status=422 if error else 200)


@require_POST
@signed_in
def accept(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Yes, let us talk."""
    acts.accept(by=actor, proposal=reads.get(actor, id))
    messages.success(request, _("Good. The other one knows; find each other."))
    return redirect("proposals")


@require_POST
@signed_in
def decline(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Not now; or the proposer takes it back. Nobody is told."""
    proposal = reads.get(actor, id)
    if proposal.proposer_id == actor.person_id:
        acts.withdraw(by=actor, proposal=proposal)
    else:
        acts.decline(by=actor, proposal=proposal)
    return redirect("proposals")


def _person(actor: Actor, typed: str) -> int:
    known = ids.read(typed)
    return sight.one(actor, typed, "to") if known is None else known
