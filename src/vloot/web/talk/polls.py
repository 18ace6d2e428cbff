"""Choosing in polls."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_POST

from vloot.ground import ids
from vloot.people.actor import Actor
from vloot.talk.polls import acts
from vloot.talk.posts import reads as posts
from vloot.web.shell.door import signed_in
from vloot.web.talk.deeds import done


@require_POST
@signed_in
def vote(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Choose, or choose again."""
    sent = (ids.read(value) for value in request.POST.getlist("choice"))
    chosen = [choice for choice in sent if choice is not None]
    acts.vote(by=actor, poll=posts.get(actor, id), choice_ids=chosen)
    return done(request, actor, id)


@require_POST
@signed_in
def close(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Close a poll before its end."""
    acts.close(by=actor, poll=posts.get(actor, id))
    return done(request, actor, id)
