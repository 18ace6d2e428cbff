"""Choosing in polls."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from vloot.ground import ids
from vloot.people.actor import Actor
from vloot.talk.polls import acts
from vloot.talk.posts import reads as posts
from vloot.talk.timeline import reads as timeline
from vloot.web.shell.door import back, is_fragment, signed_in


@require_POST
@signed_in
def vote(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Choose, or choose again."""
    sent = (ids.read(value) for value in request.POST.getlist("choice"))
    chosen = [choice for choice in sent if choice is not None]
    acts.vote(by=actor, poll=posts.get(actor, id), choice_ids=chosen)
    return _done(request, actor, id)


@require_POST
@signed_in
def close(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Close a poll before its end."""
    acts.close(by=actor, poll=posts.get(actor, id))
    return _done(request, actor, id)


def _done(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    if is_fragment(request):
        card = timeline.of_ids(actor, [id])[0]
        return render(
            request, "talk/_one.html", {"card": card, "is_thread": request.POST.get("is_thread") == "1"}
        )
    return back(request, reverse("thread", args=(id,)), f"#post-{id}")
