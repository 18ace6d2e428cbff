"""How much I want to hear of a space or of a thread."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vloot.notices import acts, reads
from vloot.people.actor import Actor
from vloot.talk.posts import reads as posts
from vloot.talk.spaces import reads as spaces
from vloot.web.shell.door import signed_in


@require_POST
@signed_in
def of_space(request: HttpRequest, actor: Actor, slug: str) -> HttpResponseBase:
    """How much I want to hear of a space."""
    space = spaces.get_readable(actor, spaces.by_slug(actor, slug).id)
    acts.hear(by=actor, hears=request.POST.get("hears", ""), space_id=space.id)
    messages.success(request, _("Noted. You can change it here whenever you like."))
    return redirect("space", slug)


@require_POST
@signed_in
def of_thread(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """How much I want to hear of a thread."""
    head = posts.head_of(actor, id)
    acts.hear(by=actor, hears=request.POST.get("hears", ""), thread_id=head.id)
    messages.success(request, _("Noted. You can change it here whenever you like."))
    return redirect("thread", head.id)


def shown(actor: Actor, *, space_id: int | None = None, thread_id: int | None = None) -> dict[str, Any]:
    """What the control for a space or thread shows: what I said, and what can be said."""
    offered = [
        ("all", _("Everything"), _("each new post and reply")),
        ("mine", _("What concerns me"), _("replies to me, my questions, my name")),
        ("named", _("Nothing, unless I am named"), _("muted, on this page, by mail and on devices")),
    ]
    said = reads.hears(actor.person_id, space_id=space_id, thread_id=thread_id)
    if thread_id is not None:
        offered.insert(0, ("", _("As in its space"), ""))
    return {"said": said if said or thread_id is not None else "mine", "offered": offered}
