"""What I learned: my own log, what I share of it, and what a month brought the whole company."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vloot.ground import ids
from vloot.ground.errors import NotFound, Refused
from vloot.meet.learning import acts, reads, rules
from vloot.meet.learning.acts import LearnedDraft
from vloot.meet.walks import reads as walks
from vloot.meet.walks import rules as leading
from vloot.people.actor import Actor
from vloot.talk.spaces import reads as spaces
from vloot.web.shell.door import signed_in

FIELDS = ("after", "expected", "found", "will_change", "changed_mind", "used_to", "now", "space", "walk")


@require_http_methods(["GET", "POST"])
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """My log, seen by nobody else."""
    if not rules.may_note(actor):
        raise NotFound
    errors: dict[str, str] = {}
    typed = request.POST if request.method == "POST" else request.GET
    if request.method == "POST":
        try:
            return _do(request, actor)
        except Refused as refusal:
            errors = refusal.by_field
    context = {
        "learned": reads.mine(actor),
        "months": reads.months(),
        "spaces": spaces.writable(actor),
        "is_leader": leading.is_leader(actor),
        "walks": [one for one in walks.looking_back(actor) if one.is_leader],
        "values": {name: typed.get(name, "") for name in FIELDS},
        "deed": request.POST.get("do", "note"),
        "errors": errors,
        "refused_id": ids.read(request.POST.get("learned", "")) if errors else None,
    }
    return render(request, "meet/learning.html", context, status=422 if errors else 200)


def _do(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    match request.POST.get("do"):
        case "note":
            acts.note_down(by=actor, draft=_draft(request))
            messages.success(request, _("Kept in your log. Nobody else reads it."))
        case "drop":
            acts.drop(by=actor, learned=reads.get(actor, ids.read(request.POST.get("learned", "")) or 0))
        case "share":
            learned = reads.get(actor, ids.read(request.POST.get("learned", "")) or 0)
            made = acts.share(by=actor, learned=learned, space=spaces.get(actor, _space(request)))
            return redirect("thread", made.id)
        case "turn":
            chosen = ids.read(request.POST.get("walk", ""))
            made = acts.turn(
                by=actor,
                space=spaces.get(actor, _space(request)),
                used_to=request.POST.get("used_to", ""),
                now=request.POST.get("now", ""),
                walk=walks.get(actor, chosen) if chosen else None,
            )
            return redirect("thread", made.id)
        case _:
            raise NotFound
    return redirect("learning")


def _draft(request: HttpRequest) -> LearnedDraft:
    said = {name: request.POST.get(name, "") for name in ("after", "expected", "found", "will_change")}
    return LearnedDraft(**said, changed_mind=request.POST.get("changed_mind") == "1")


def _space(request: HttpRequest) -> int:
    found = ids.read(request.POST.get("space", ""))
    if found is None:
        raise Refused("no_space", _("Choose a space."), "space")
    return found
