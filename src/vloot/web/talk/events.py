"""Events: what is coming, who comes, changing and cancelling; and calendars."""

from __future__ import annotations

from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vloot.company.switches import rules as switches
from vloot.ground import ids
from vloot.ground.errors import NotFound, Refused
from vloot.people.actor import Actor
from vloot.talk.events import acts, calendars, reads
from vloot.talk.posts import reads as posts
from vloot.talk.timeline import agenda
from vloot.talk.timeline import reads as timeline
from vloot.web.shell import spans
from vloot.web.shell.door import signed_in
from vloot.web.talk import icalendar, kinds
from vloot.web.talk.deeds import done


@require_GET
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What is coming, by month."""
    switches.require_on("events")
    return _listed(request, agenda.coming(actor, offset=_offset(request)), is_past=False)


@require_GET
@signed_in
def past(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What is over, by month, the last first."""
    switches.require_on("events")
    return _listed(request, agenda.past(actor, offset=_offset(request)), is_past=True)


@require_POST
@signed_in
def reply(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Yes, maybe, no; or take it back."""
    acts.reply(by=actor, event=posts.get(actor, id), answer=request.POST.get("answer", ""))
    return done(request, actor, id)


@require_GET
@signed_in
def people(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Who said what, alphabetically."""
    event = reads.get(actor, id)
    context = {"card": _card(actor, id), "gathered": reads.said_to(event)}
    return render(request, "talk/event_people.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def change(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Change when, where or what."""
    event, card = reads.get(actor, id), _card(actor, id)
    if "change_event" not in card.can:
        raise NotFound
    zone = ZoneInfo(event.zone)
    values: dict[str, Any] = {
        "title": event.post.title,
        "body": event.post.source,
        "starts": f"{event.starts_at.astimezone(zone):%Y-%m-%dT%H:%M}",
        "ends": f"{event.ends_at.astimezone(zone):%Y-%m-%dT%H:%M}",
        "zone": event.zone,
        "place": event.place,
        "link": event.link,
        "capacity": event.capacity or "",
    }
    errors: dict[str, str] = {}
    if request.method == "POST":
        values = {name: request.POST.get(name, "") for name in values}
        try:
            acts.change(
                by=actor,
                event=event.post,
                meeting=kinds.meeting(request),
                title=values["title"],
                body=values["body"],
            )
        except Refused as refusal:
            errors |= refusal.by_field
        else:
            messages.success(
                request, _("Changed. Who said yes gets to know when time or place are others now.")
            )
            return redirect("thread", id)
    context = {"card": card, "values": values, "errors": errors}
    return render(request, "talk/event_change.html", context, status=422 if errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def cancel(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Call it off, with a reason."""
    card = _card(actor, id)
    context: dict[str, Any] = {"card": card, "values": {}, "error": ""}
    if request.method == "POST":
        try:
            acts.cancel(by=actor, event=posts.get(actor, id), reason=request.POST.get("reason", ""))
        except Refused as refusal:
            context |= {"values": {"reason": request.POST.get("reason", "")}, "error": refusal.text}
        else:
            return redirect("thread", id)
    elif "change_event" not in card.can:
        raise NotFound
    return render(request, "talk/event_cancel.html", context, status=422 if context["error"] else 200)


@require_GET
@signed_in
def ics(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """One event for a calendar program."""
    entry = reads.entry(reads.get(actor, id))
    response = _as_calendar(icalendar.calendar([entry], origin=settings.VLOOT_ORIGIN))
    response["Content-Disposition"] = f'attachment; filename="event-{id}.ics"'
    return response


@require_http_methods(["GET", "POST"])
@signed_in
def calendar(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The secret address of my own calendar; and a new one."""
    if request.method == "POST":
        acts.renew_calendar(by=actor)
        messages.success(request, _("Your calendar has a new address. The old one opens nothing any more."))
        return redirect("calendar")
    path = reverse("calendar_feed", args=(calendars.token_of(actor.person_id),))
    response = render(request, "talk/calendar.html", {"address": f"{settings.VLOOT_ORIGIN}{path}"})
    response["Cache-Control"] = "no-store"
    return response


@require_GET
def feed(request: HttpRequest, token: str) -> HttpResponseBase:
    """Somebody's own events for their calendar program: the address is the key."""
    entries = calendars.mine(calendars.owner_of(token))
    return _as_calendar(icalendar.calendar(entries, origin=settings.VLOOT_ORIGIN))


def _listed(request: HttpRequest, page: timeline.Page, *, is_past: bool) -> HttpResponse:
    name = spans.past_month if is_past else spans.month
    planned = [(card, card.event) for card in page.cards if card.event]
    months = [
        (month, [card for card, _event in found])
        for month, found in groupby(planned, key=lambda one: name(one[1].starts_at, one[1].zone))
    ]
    more = f"{request.path}?after={page.older}" if page.older else ""
    return render(request, "talk/events.html", {"months": months, "more_url": more, "is_past": is_past})


def _offset(request: HttpRequest) -> int:
    return min(ids.read(request.GET.get("after", "")) or 0, 10_000)


def _card(actor: Actor, id: int) -> timeline.PostCard:
    card = timeline.card_of(actor, id)
    if card.event is None:
        raise NotFound
    return card


def _as_calendar(text: str) -> HttpResponse:
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, no-cache"
    return response
