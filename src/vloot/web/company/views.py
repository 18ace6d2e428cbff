"""Founding the company, and what its administrators keep."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from vloot.company import acts, reads, rules
from vloot.company.audit import rules as audit
from vloot.company.settings.reads import house_rules
from vloot.ground.errors import NotFound, Refused, require
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.web.company import named
from vloot.web.people.entry import enter
from vloot.web.people.forms import FoundForm, tell
from vloot.web.shell.door import signed_in

ROLES = ("administrator", "host", "council")


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, token: str) -> HttpResponseBase:
    """Found the company with the one-time link."""
    try:
        prepared = reads.start(token)
    except NotFound:
        return render(request, "company/start_over.html", status=404)
    initial = {"company": prepared.company_name, "name": prepared.founder_name}
    form = FoundForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            founder = acts.found(token=token, **form.cleaned_data)
        except Refused as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("Your company is here. Now bring the first people aboard."))
            return enter(request, founder, "people:invite")
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "company/start.html", {"form": form, "prepared": prepared}, status=status)


@require_GET
@signed_in
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The company: who leads it formally, who helps, whom one can confide in."""
    return _page(request, actor)


@require_http_methods(["POST"])
@signed_in
def change(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Change the name, the counsellor or the top team: one form, one act."""
    try:
        require(rules.may_change(actor))
        if "company" in request.POST:
            acts.change(by=actor, name=request.POST["company"])
        elif "counsellor" in request.POST:
            acts.name_counsellor(by=actor, person_id=named.person(request.POST["counsellor"], "counsellor"))
        elif "top_team" in request.POST:
            acts.set_top_team(by=actor, person_ids=named.persons(request.POST["top_team"], "top_team"))
    except Refused as refusal:
        return _page(request, actor, refusal)
    messages.success(request, _("Saved."))
    return redirect("company:page")


def _page(request: HttpRequest, actor: Actor, refusal: Refused | None = None) -> HttpResponse:
    card = reads.card()
    holders = {role: people.with_role(role) for role in ROLES}
    shown = people.cards(person_id for found in holders.values() for person_id in found)
    names = people.usernames(
        [*(seat.id for seat in card.top_team), *([card.counsellor.id] if card.counsellor else [])]
    )
    context = {
        "card": card,
        "holders": {role: [shown[person_id] for person_id in found] for role, found in holders.items()},
        "house_rules": house_rules(),
        "can_read_audit": audit.may_read(actor).ok,
        "can_change": rules.may_change(actor).ok,
        "names_only": actor.is_guest,
        "counsellor": names.get(card.counsellor.id, "") if card.counsellor else "",
        "top_team": ", ".join(names[seat.id] for seat in card.top_team),
        "errors": refusal.by_field if refusal else {},
        "typed": request.POST,
    }
    return render(request, "company/page.html", context, status=422 if refusal else 200)
