"""The page of the limits: what each is, and another amount for it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vloot.company import rules
from vloot.company.limits import acts, reads
from vloot.ground.errors import Refused, require
from vloot.people.actor import Actor
from vloot.web.shell.door import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def limits(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """How much of something one person may do in a while."""
    require(rules.may_change(actor))
    errors: dict[str, str] = {}
    if request.method == "POST":
        errors = _choose(request, actor)
        if not errors:
            messages.success(request, _("Saved."))
            return redirect("company:limits")
    rows = [
        (card, request.POST.get(card.name, card.amount), errors.get(card.name, "")) for card in reads.listed()
    ]
    return render(
        request, "company/limits.html", {"rows": rows, "errors": errors}, status=422 if errors else 200
    )


def _choose(request: HttpRequest, actor: Actor) -> dict[str, str]:
    """Keep every amount that can be kept; what is amiss with the others."""
    errors: dict[str, str] = {}
    for card in reads.listed():
        typed = request.POST.get(card.name, str(card.amount)).strip()
        try:
            acts.choose(
                by=actor, name=card.name, amount=int(typed) if typed.isdecimal() and len(typed) < 12 else 0
            )
        except Refused as refusal:
            errors[card.name] = refusal.text
    return errors
