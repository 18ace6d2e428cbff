"""The browsers on which I am told, and the words that one of them asks for."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from vloot.ground import ids, webpush
from vloot.ground.errors import Refused
from vloot.notices import acts as notice_acts
from vloot.notices import choices, plain
from vloot.notices import reads as notices
from vloot.notices.devices import acts, reads
from vloot.notices.groups import GROUPS
from vloot.people.actor import Actor
from vloot.talk.spaces import reads as spaces
from vloot.web.shell import browsers
from vloot.web.shell.door import is_fragment, signed_in

MOST = 20  # notices that one message is about


@never_cache
@require_GET
@signed_in
def show(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """My devices."""
    context = {
        "devices": reads.mine(actor, request.session.session_key or ""),
        "services": reads.allowed_relays(),
        "public_key": webpush.public_key(),
        "can_allow": actor.is_administrator,
        "coming": [GROUPS[group] for group in choices.Rhythms([actor.person_id]).pushed(actor.person_id)],
    }
    return render(request, "notices/devices.html", context)


@require_POST
@signed_in
def register(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Tell me on this browser from now on."""
    if getattr(request, "is_shared_device", False):
        raise Refused("devices.shared", _("Others use this device too, so nothing about you is shown on it."))
    acts.register(
        by=actor,
        session_key=request.session.session_key or "",
        subscription=acts.Subscription(
            endpoint=request.POST.get("endpoint", ""),
            p256dh=request.POST.get("p256dh", ""),
            auth=request.POST.get("auth", ""),
        ),
        name=browsers.called(request.headers.get("User-Agent", "")),
    )
    if request.POST.get("starts") == "yes":
        notice_acts.start_push(by=actor)
    return HttpResponse(status=204)


@require_POST
@signed_in
def words(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Say on this device what it is about, or no longer."""
    acts.show_words(by=actor, device_id=id, shows=request.POST.get("shows") == "yes")
    messages.success(request, _("Saved."))
    return redirect("devices")


@require_POST
@signed_in
def remove(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Do not tell me there any more."""
    acts.remove(by=actor, device_id=id)
    messages.success(request, _("You are not told there any more."))
    return HttpResponse(status=204) if is_fragment(request) else redirect("devices")


@never_cache
@require_GET
@signed_in
def told(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What a message that a browser got is about: of these notices those that are mine, unread, and that I may see."""
    asked = {found for text in request.GET.getlist("id")[:MOST] if (found := ids.read(text)) is not None}
    mine = notices.listed(actor, spaces.readable_names(actor.person_id), limit=100, only_unread=True)
    chosen = [notice for notice in mine if notice.id in asked]
    if not chosen:
        return HttpResponse(status=204, content_type="application/json")  # never a page
    return JsonResponse(dict(plain.lines(chosen)))
