"""The mirror: what the top team says by name, beside what the company answered."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vloot.climate.mirror import acts, reads, rules
from vloot.climate.mirror.acts import Ahead, View
from vloot.climate.mirror.statements import STANDS, STATEMENTS, VIEWS
from vloot.climate.registers import rules as registers
from vloot.ground.errors import Refused
from vloot.people.actor import Actor
from vloot.web.climate import drafts
from vloot.web.people import confiding
from vloot.web.shell.door import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The five statements, who says what, and for the top team their own answers."""
    registers.require_entry(actor)
    if request.method != "POST":
        return _page(request, actor)
    try:
        _look(request, actor)
    except Refused as refusal:
        errors = refusal.by_field
        return _page(request, actor, errors=errors, values=drafts.typed(request))
    messages.success(request, _("Thank you for standing here with your name. Everybody reads it now."))
    return redirect("climate_mirror")


def _look(request: HttpRequest, actor: Actor) -> None:
    sent = request.POST
    views = {
        one.key: View(sent.get(one.key, ""), sent.get(f"{one.key}_words", ""))
        for one in STATEMENTS
        if sent.get(one.key)
    }
    ahead = Ahead(
        stands=sent.get("stands", ""),
        why=sent.get("why", ""),
        change=sent.get("change", ""),
        change_on=drafts.day(request, "change_on"),
    )
    acts.look(by=actor, views=views, ahead=ahead)


def _page(request: HttpRequest, actor: Actor, **more: Any) -> HttpResponse:
    context = {
        "mirror": reads.mirror(),
        "may_stand": bool(rules.may_stand(actor)),
        "questions": _questions(actor, more.get("values")),
        "errors": {},
        **confiding.around(actor),
        **more,
    }
    return render(request, "climate/mirror.html", context, status=422 if more else 200)


def _questions(actor: Actor, sent: dict[str, str] | None) -> dict[str, Any]:
    """The form, filled with what was sent, else with what one said before."""
    stances, outlook = reads.mine(actor)
    known = {one.statement: one.view for one in stances.values()}
    known |= {f"{one.statement}_words": one.words for one in stances.values()}
    if outlook is not None:
        known |= {"stands": outlook.stands, "why": outlook.why, "change": outlook.change}
        known["change_on"] = outlook.change_on.isoformat() if outlook.change_on else ""
    values = sent if sent is not None else known
    return {
        "statements": [
            {
                "key": one.key,
                "title": one.title,
                "words": one.words,
                "views": [(view, label, values.get(one.key) == view) for view, label in VIEWS.items()],
                "said": values.get(f"{one.key}_words", ""),
            }
            for one in STATEMENTS
        ],
        "stands": [(stand, label, values.get("stands") == stand) for stand, label in STANDS.items()],
        "values": values,
        "has_answered": outlook is not None,
    }
