"""What is on here, why, and who looks after it; and what was agreed."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from msgspec import structs

from vloot.company import rules
from vloot.company.agreements import acts as agreements
from vloot.company.agreements import reads as agreed
from vloot.company.agreements.topics import TOPICS
from vloot.company.switches import acts, reads
from vloot.company.switches.acts import Decision
from vloot.company.switches.rooms import DECLARED, MAIL, PUSH
from vloot.ground.errors import Refused, require
from vloot.notices.carrying import carriers
from vloot.notices.devices import reads as devices
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.web.company import named
from vloot.web.people import sight
from vloot.web.shell.door import signed_in

AGREEMENT = ("subject", "agreed_on", "document", "parties")


@require_GET
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Every room that can be switched, for everybody to read."""
    lacking = _lacking()
    on: list[tuple[reads.RoomCard, str]] = []
    off: list[tuple[reads.RoomCard, str]] = []
    for card in reads.listed():
        if card.is_on and card.name in lacking:
            off.append((structs.replace(card, missing=[]), lacking[card.name]))
        else:
            (on if card.is_on else off).append((card, ""))
    context = {
        "met": sight.met(actor, [card.host.id for card, _lack in [*on, *off] if card.host]),
        "on": on,
        "off": off,
        "no_guests": not people.with_role("guest"),
        "can_switch": rules.may_change(actor).ok,
    }
    return render(request, "company/rooms.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def room(request: HttpRequest, actor: Actor, name: str) -> HttpResponseBase:
    """Switch a room, and say why, who looks after it, and who learned to."""
    require(rules.may_change(actor))
    card = reads.card(name)
    names = people.usernames([one.id for one in (card.host, card.trained_by) if one])
    values = {
        "is_on": "on" if card.is_on else "off",
        "why": card.why,
        "host": names.get(card.host.id, "") if card.host else "",
        "trained_on": card.trained_on.isoformat() if card.trained_on else "",
        "trained_by": names.get(card.trained_by.id, "") if card.trained_by else "",
    }
    errors: dict[str, str] = {}
    if request.method == "POST":
        values = {field: request.POST.get(field, "").strip() for field in values}
        try:
            acts.switch(by=actor, room=name, decision=_decision(values))
        except Refused as refusal:
            errors |= refusal.by_field
        else:
            messages.success(request, _("Saved. Everybody can read it under “What is on here”."))
            return redirect("company:rooms")
    context = {"card": card, "values": values, "errors": errors}
    return render(request, "company/room.html", context, status=422 if errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def agreements_page(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What was agreed, for everybody to read; administrators add to it."""
    values = dict.fromkeys(AGREEMENT, "")
    errors: dict[str, str] = {}
    if request.method == "POST":
        values = {field: request.POST.get(field, "").strip() for field in AGREEMENT}
        try:
            agreements.conclude(
                by=actor,
                subject=values["subject"],
                agreed_on=_day(values["agreed_on"], "agreed_on"),
                document=values["document"],
                parties=values["parties"],
                topics=request.POST.getlist("topics"),
            )
        except Refused as refusal:
            errors |= refusal.by_field
        else:
            return redirect("company:agreements")
    context = {
        "agreements": [(one, [TOPICS[topic] for topic in one.topics]) for one in agreed.listed()],
        "topics": [(key, title, key in request.POST.getlist("topics")) for key, title in TOPICS.items()],
        "can_record": rules.may_change(actor).ok,
        "values": values,
        "errors": errors,
    }
    return render(request, "company/agreements.html", context, status=422 if errors else 200)


def _lacking() -> dict[str, str]:
    """What is off for want of something that no switch gives, with what it wants."""
    lacking = {}
    if MAIL not in carriers():
        lacking[MAIL] = _("No mail server is set where the program runs, so nothing goes out.")
    if not devices.allowed_relays():
        lacking[PUSH] = _("No push service is allowed yet, so nothing goes out.")
    for room in DECLARED.values():
        if room.topic and not agreed.covers(room.topic):
            lacking[room.name] = _("No agreement about it is recorded yet.")
    return lacking


def _decision(values: dict[str, str]) -> Decision:
    return Decision(
        is_on=values["is_on"] == "on",
        why=values["why"],
        host_id=named.person(values["host"], "host"),
        trained_on=_day(values["trained_on"], "trained_on"),
        trained_by_id=named.person(values["trained_by"], "trained_by"),
    )


def _day(typed: str, field: str) -> date | None:
    try:
        found = parse_date(typed) if typed else None
    except ValueError:
        found = None
    if typed and found is None:
        raise Refused("day.unknown", _("Write the day like 2026-03-31."), field)
    return found
