"""The pilots, and one's own page about becoming one, where saying no leaves nothing behind."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from vloot.experts import reads as experts
from vloot.ground.errors import Refused, require
from vloot.network import gate
from vloot.network.pilots import acts, reads
from vloot.people.actor import Actor
from vloot.web.shell.door import signed_in

# That somebody said no is known to their browser alone, and there looks like having been on the page.
COOKIE, LASTS = "pilots", 60 * 60 * 24 * 30


@require_GET
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Everybody who said yes, by name."""
    require(gate.may_enter(actor))
    context = {
        "pilots": reads.listed(actor),
        "teams": reads.teams_without(actor),
        "resting": reads.resting_on_one(),
    }
    return render(request, "network/pilots.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def mine(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Whether I am asked, and what I make of it; the same address whatever I say."""
    require(gate.may_enter(actor))
    errors: dict[str, str] = {}
    said_no = _said_no(request, actor)
    if request.method == "POST":
        said_no = _wants(request, said_no)
        try:
            said = _do(request, actor)
        except Refused as refusal:
            errors = refusal.by_field
        else:
            messages.success(request, said)
            return _mark(redirect("pilots_mine"), request, actor, said_no=said_no)
    context = {**_page(request, actor), "said_no": said_no, "errors": errors}
    answer = render(request, "network/pilots_mine.html", context, status=422 if errors else 200)
    return _mark(answer, request, actor, said_no=said_no)


def _do(request: HttpRequest, actor: Actor) -> str:
    deed = request.POST.get("do", "")
    topics = request.POST.get("topics", "").replace("\n", ",").split(",")
    words = request.POST.get("words", "")
    if deed == "yes":
        acts.say_yes(by=actor, topics=topics, words=words)
        return _("You are on the list now. Thank you. You can lay it down whenever you like.")
    if deed == "change":
        acts.change(by=actor, topics=topics, words=words)
        return _("Kept. It stands on the list like this now.")
    if deed == "down":
        acts.step_down(by=actor)
        return _("You are on the list no more.")
    if deed == "quiet":
        acts.keep_quiet(by=actor)
        return _("You are never asked. Only you see that you said so.")
    if deed == "loud":
        acts.be_asked_again(by=actor)
        return _("You are asked like everybody else, if it ever holds for you.")
    if deed == "no":
        return _("Fine. Nothing was kept.")
    return _("Here you are.")


def _page(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    found = reads.mine(actor)
    sent = request.POST if request.method == "POST" else None
    if sent:
        values = {name: sent.get(name, "") for name in ("topics", "words")}
    elif found.pilot:
        values = {"topics": ", ".join(found.pilot.topics), "words": found.pilot.words}
    else:
        own = [craft.name for craft in experts.crafts(actor) if craft.is_mine]
        values = {"topics": ", ".join(own[:5]), "words": ""}
    return {"mine": found, "values": values}


def _wants(request: HttpRequest, said_no: bool) -> bool:
    deed = request.POST.get("do", "")
    return deed == "no" or (said_no and deed != "look")


def _said_no(request: HttpRequest, actor: Actor) -> bool:
    return constant_time_compare(request.COOKIES.get(COOKIE, ""), _token(actor, said_no=True))


def _mark(answer: HttpResponse, request: HttpRequest, actor: Actor, *, said_no: bool) -> HttpResponse:
    """Everybody who comes here gets this mark, of the same length and age; only the program can tell one from the other."""
    answer.set_cookie(
        COOKIE,
        _token(actor, said_no=said_no),
        max_age=LASTS,
        path=request.path,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return answer


def _token(actor: Actor, *, said_no: bool) -> str:
    return salted_hmac("vloot.pilots", f"{actor.person_id}:{int(said_no)}", algorithm="sha256").hexdigest()
