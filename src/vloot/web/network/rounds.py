"""The two questions: answering them for oneself, and for hosts opening a round and reminding everybody."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vloot.ground import ids
from vloot.ground.errors import Refused, require
from vloot.network import gate
from vloot.network.rounds import acts, reads, rules
from vloot.notices import acts as notices
from vloot.people.actor import Actor
from vloot.web.network import naming
from vloot.web.shell.door import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def questions(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The round that is open, what I answered, and what others said of me."""
    require(gate.may_enter(actor))
    errors: dict[str, str] = {}
    if request.method == "POST":
        try:
            said = _do(request, actor)
        except Refused as refusal:
            errors = refusal.by_field
        else:
            messages.success(request, said)
            return redirect("question_round")
    context = _page(request, actor) | {"errors": errors}
    return render(request, "network/questions.html", context, status=422 if errors else 200)


def _do(request: HttpRequest, actor: Actor) -> str:
    deed = request.POST.get("do", "")
    if deed == "open":
        acts.open_round(by=actor, until=_day(request))
        return _("The round is open. Everybody who works here is told.")
    round = reads.get(ids.read(request.POST.get("round", "")) or 0)
    if deed == "remind":
        acts.remind(by=actor, round=round)
        return _("Everybody is reminded, whether they answered or not.")
    if deed == "back":
        acts.take_back(by=actor, round=round)
        return _("It is as if you had never answered.")
    names = {
        question: naming.colleagues(actor, request.POST.get(question, ""), question)
        for question in rules.QUESTIONS
    }
    acts.answer(by=actor, round=round, names=names)
    return _("Kept. Only you see it, and you can change it until the last day.")


def _page(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    round = reads.open_round(actor)
    sent = request.POST if request.method == "POST" else None
    if round is not None:
        notices.mark_read_about(by=actor, object_ids=[round.id])
    kept = {question: naming.typed(named) for question, named in round.named.items()} if round else {}
    return {
        "round": round,
        "values": {
            name: sent.get(name, "") if sent else kept.get(name, "") for name in (*rules.QUESTIONS, "until")
        },
        "said": reads.said_of(actor),
        "least": rules.LEAST_NOMINATORS,
        "may_remind": round is not None and bool(rules.may_remind(actor, reads.get(round.id))),
        "opening": rules.may_open(actor) if actor.is_keeper and round is None else None,
        "past": reads.past(),
    }


def _day(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(request.POST.get("until", ""))
    except ValueError:
        raise Refused("no_day", _("Choose a day."), "until") from None
