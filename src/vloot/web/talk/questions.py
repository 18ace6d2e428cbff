"""Asking, and the list of what is still open."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vloot.experts import reads as experts
from vloot.ground import ids
from vloot.ground.errors import NotFound, Refused
from vloot.people.actor import Actor
from vloot.talk.guides import reads as guides
from vloot.talk.posts import reads as posts
from vloot.talk.questions import acts, reads
from vloot.talk.roster import reads as roster
from vloot.talk.search import reads as search
from vloot.talk.spaces import reads as spaces
from vloot.talk.timeline import reads as timeline
from vloot.web.people import sight
from vloot.web.shell.door import signed_in
from vloot.web.talk import composing

PAGE = 20


@require_GET
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Open questions, oldest first; those I look after; and newcomers whom nobody has answered yet."""
    after = ids.read(request.GET.get("after", ""))
    found = reads.open_ones(actor, after=after or 0, limit=PAGE + 1)
    context: dict[str, Any] = {
        "cards": timeline.of_ids(actor, found[:PAGE]),
        "newer_url": f"{request.path}?after={found[PAGE - 1]}" if len(found) > PAGE else "",
        "is_first_page": not after,
    }
    if not after:
        context["invited"] = experts.invitations(actor)
        context["mine"] = timeline.of_ids(actor, reads.owned_by(actor))
        context["newcomers"] = timeline.of_ids(actor, reads.unanswered_firsts(actor))
    return render(request, "talk/questions.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def ask(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Listen, think, ask: similar questions first, then what I know, tried and need."""
    composer = composing.fresh(actor, action=reverse("ask"), key="ask", kind="question")
    composer.kind, composer.is_fixed, composer.is_open = "question", True, True
    if title := request.GET.get("title", "")[:200]:
        composer.values.setdefault("title", title)
        composing.look_for_similar(actor, composer, title)
    _come_from(request, actor, composer)
    status = 200
    if request.method == "POST":
        try:
            made = composing.send(request, actor, key="ask")
        except Refused as refusal:
            composer, status = composing.refused(request, actor, composer, refusal), 422
        else:
            return redirect("thread", made.id)
    duties = roster.duties(actor, [space.id for space in spaces.writable(actor)])
    return render(request, "talk/ask.html", {"composer": composer, "duties": duties}, status=status)


@require_GET
@signed_in
def similar(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Questions and how-to pages like the question being typed, as a fragment."""
    typed = request.GET.get("q", "")[:200]
    context = {"questions": search.similar(actor, typed), "guides": guides.similar(actor, typed)}
    return render(request, "components/similar.html", context)


@require_POST
@signed_in
def close(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """The asker is done."""
    acts.close(by=actor, question=posts.get(actor, id), reason=request.POST.get("reason", ""))
    return redirect("thread", id)


@require_http_methods(["GET", "POST"])
@signed_in
def owner(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Ask somebody else to look after a question."""
    question = posts.get(actor, id)
    card = timeline.card_of(actor, id)
    if "hand_over" not in card.can:
        raise NotFound
    context: dict[str, Any] = {"card": card, "values": {}, "error": ""}
    if request.method == "POST":
        typed = request.POST.get("person", "").strip()
        try:
            acts.hand_over(by=actor, question=question, to=sight.one(actor, typed))
        except Refused as refusal:
            context |= {"values": {"person": typed}, "error": refusal.text}
        else:
            return redirect("thread", id)
    return render(request, "talk/owner.html", context, status=422 if context["error"] else 200)


def _come_from(request: HttpRequest, actor: Actor, composer: composing.Composer) -> None:
    """The space one comes from is chosen already; who asks about a how-to page finds its address in the question."""
    if (space_id := ids.read(request.GET.get("space", ""))) is not None:
        composer.values.setdefault("space", str(space_id))
    if (about := ids.read(request.GET.get("about", ""))) is not None:
        guide = guides.get(actor, about)
        words = guide.title.replace("[", "(").replace("]", ")")
        composer.values.setdefault("body", f"[{words}]({reverse('guide', args=(guide.id,))})\n\n")
        composer.values.setdefault("space", str(guide.space_id))
