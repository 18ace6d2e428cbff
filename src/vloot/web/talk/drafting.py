"""Keeping what is being written."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.views.decorators.http import require_http_methods

from vloot.people.actor import Actor
from vloot.talk.drafts import acts, reads
from vloot.web.shell import rescue
from vloot.web.shell.door import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def drafts(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Keep what is being written in the place `key`, or give it back."""
    if request.method == "GET":
        return JsonResponse(reads.draft(actor, request.GET.get("key", "")[:80]))
    acts.save(by=actor, key=request.POST.get("key", "")[:80], fields=rescue.fields(request))
    return HttpResponse(status=204)
