"""The list of watched words."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vloot.ground import ids
from vloot.ground.errors import NotFound, Refused, require
from vloot.people.actor import Actor
from vloot.talk.order import acts, reads, rules
from vloot.talk.spaces import reads as spaces
from vloot.web.shell.door import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def words(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Which words bring a post into the queue, and why."""
    require(rules.may_read_watched(actor))
    refusal: Refused | None = None
    if request.method == "POST":
        try:
            _change(request, actor)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("Saved."))
            return redirect("order:words")
    hosted = spaces.hosted_by(actor)
    context = {
        "words": reads.watched(actor),
        "is_keeper": rules.is_keeper(actor),
        "hosted": hosted,
        "may_add": rules.is_keeper(actor) or (bool(hosted) and not actor.is_read_only),
        "values": request.POST,
        "errors": refusal.by_field if refusal else {},
    }
    return render(request, "talk/order/words.html", context, status=422 if refusal else 200)


def _change(request: HttpRequest, actor: Actor) -> None:
    sent = request.POST
    if sent.get("do") == "drop":
        acts.unwatch(by=actor, word_id=ids.read(sent.get("word", "")) or 0)
    elif sent.get("do") == "add":
        space_id = ids.read(sent.get("space", ""))
        space = spaces.get_readable(actor, space_id) if space_id else None
        acts.watch(by=actor, phrase=sent.get("phrase", ""), reason=sent.get("reason", ""), space=space)
    else:
        raise NotFound
