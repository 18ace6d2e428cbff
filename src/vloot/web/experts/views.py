"""Who knows about something; crafts, one's own and those of others; whom one calls outside."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from vloot.experts import acts, knowing, reads, rules
from vloot.ground import ids
from vloot.ground.errors import Refused
from vloot.people.actor import Actor
from vloot.web.shell.door import signed_in


@require_GET
@signed_in
def who_knows(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The few whose answers speak for them, and what to do when there are none."""
    typed = " ".join(request.GET.get("q", "").split())[: knowing.LONGEST]
    context = {
        "typed": typed,
        "knowers": knowing.who_knows(actor, typed) if typed else [],
        "crafts": reads.crafts(actor),
    }
    return render(request, "experts/who_knows.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """All crafts from A to Z; naming one's own."""
    context: dict[str, Any] = {"error": "", "typed": ""}
    if request.method == "POST":
        typed = request.POST.get("craft", "")
        try:
            made = acts.take_up(by=actor, name=typed)
        except Refused as refusal:
            context = {"error": refusal.text, "typed": typed}
        else:
            messages.success(request, _("It stands on your list. Whoever looks for it finds you."))
            return redirect("craft", made.id)
    found = reads.crafts(actor)
    context |= {
        "held": [one for one in found if one.is_held],
        "missing": [one for one in found if not one.is_held],
        "may_name": bool(rules.may_take_up(actor)),
        "gaps": reads.gaps(actor),
    }
    return render(request, "experts/crafts.html", context, status=422 if context["error"] else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def show(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """One craft: whose it is, what they answered, whom one calls outside."""
    craft = reads.get(id)
    error = ""
    if request.method == "POST":
        try:
            _do(request, actor, craft)
        except Refused as refusal:
            error = refusal.text
        else:
            return redirect("craft", id)
    holders = reads.holders(actor, craft)
    context = {
        "craft": craft,
        "holders": holders,
        "is_mine": any(one.is_me for one in holders),
        "may_name": bool(rules.may_take_up(actor)),
        "may_confirm": not actor.is_guest and not actor.is_read_only,
        "outsiders": reads.outsiders(craft),
        "answers": knowing.best_answers(actor, craft.name),
        "error": error,
    }
    return render(request, "experts/craft.html", context, status=422 if error else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def outside(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Whom one calls outside; hosts keep the list."""
    names = ("craft", "name", "reached_by")
    values = {name: request.POST.get(name, request.GET.get(name, "")) for name in names}
    errors: dict[str, str] = {}
    if request.method == "POST":
        try:
            if (dropped := ids.read(request.POST.get("drop", ""))) is not None:
                acts.drop_outsider(by=actor, outsider_id=dropped)
            else:
                acts.list_outsider(by=actor, **values)
        except Refused as refusal:
            errors = refusal.by_field
        else:
            return redirect("crafts_outside")
    context = {
        "outsiders": reads.outsiders(),
        "may_keep": bool(rules.may_keep_outsiders(actor)),
        "values": values,
        "errors": errors,
    }
    return render(request, "experts/outside.html", context, status=422 if errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def rather_not(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What one would rather not be asked about: seen by nobody else."""
    error = ""
    typed = request.POST.get("topic", "")
    if request.method == "POST":
        try:
            if (dropped := ids.read(request.POST.get("drop", ""))) is not None:
                acts.come_back(by=actor, wish_id=dropped)
            else:
                acts.keep_away(by=actor, topic=typed)
        except Refused as refusal:
            error = refusal.text
        else:
            return redirect("rather_not")
    context = {"wishes": reads.wishes(actor), "error": error, "typed": typed}
    return render(request, "experts/rather_not.html", context, status=422 if error else 200)


def _do(request: HttpRequest, actor: Actor, craft: Any) -> None:
    """What one does on the page of a craft: name it, lay it down, say that a colleague knows it."""
    said = request.POST.get("do", "")
    person_id = ids.read(request.POST.get("person", "")) or 0
    if said == "take":
        acts.take_up(by=actor, name=craft.name)
    elif said == "lay":
        acts.lay_down(by=actor, craft=craft)
    elif said == "confirm":
        acts.confirm(by=actor, holding=reads.holding(actor, craft, person_id))
    elif said == "withdraw":
        acts.withdraw_confirmation(by=actor, holding=reads.holding(actor, craft, person_id))
