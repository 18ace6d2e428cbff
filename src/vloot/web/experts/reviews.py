"""Answers that have grown old: still true, or what holds now."""

from __future__ import annotations

import re
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vloot.experts import acts, reads
from vloot.ground import ids
from vloot.ground.errors import NotFound, Refused
from vloot.people.actor import Actor
from vloot.talk.posts import reads as posts
from vloot.talk.questions import acts as questions
from vloot.web.shell.door import signed_in

# The link of a post as one copies it: its own place in a thread, or the thread.
_PLACE = re.compile(r"/t/(?P<thread>\d+)/?(?:#post-(?P<post>\d+))?")


@require_GET
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The answers I am asked about, and those of mine that hold no longer."""
    return _page(request, actor)


@require_POST
@signed_in
def respond(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Still true, no longer so, or true after all."""
    said, typed = request.POST.get("do", ""), request.POST.get("instead", "").strip()
    try:
        if said == "true":
            acts.still_holds(by=actor, review=reads.review(actor, id))
            messages.success(request, _("Thank you. It is looked at again when it has grown old once more."))
        elif said == "outdated":
            review = reads.review(actor, id)
            acts.holds_no_longer(by=actor, review=review, instead=_named(actor, typed))
            messages.success(request, _("It is marked now, and found after what still holds."))
        elif said == "revive":
            questions.unmark_outdated(by=actor, answer=posts.get(actor, id))
    except Refused as refusal:
        return _page(request, actor, refused_id=id, typed=typed, error=refusal.text)
    return redirect("review")


def _named(actor: Actor, typed: str) -> Any:
    """The post whose link was typed, if any was."""
    if not typed:
        return None
    found = _PLACE.search(typed)
    wanted = ids.read(found["post"] or found["thread"]) if found else None
    try:
        return posts.get(actor, wanted or 0)
    except NotFound:
        raise Refused(
            "unknown",
            _("No post of that link is known to you. Copy it from the post’s own menu, or leave it empty."),
            "instead",
        ) from None


def _page(request: HttpRequest, actor: Actor, **more: object) -> HttpResponse:
    context = {"answers": reads.old_answers(actor), "outdated": reads.outdated_by(actor), **more}
    return render(request, "experts/review.html", context, status=422 if more else 200)
