"""Coffee rounds: coming along, one's own table, and with whom one would rather not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vloot.ground import ids
from vloot.ground.errors import NotFound, Refused
from vloot.meet.coffee import acts, reads, rules, slots
from vloot.notices import acts as notices
from vloot.people import languages
from vloot.people.actor import Actor
from vloot.web.meet import card
from vloot.web.people import sight
from vloot.web.shell.door import signed_in
from vloot.web.talk import icalendar


@require_http_methods(["GET", "POST"])
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """My coffee, the round that is open, and for hosts the next one."""
    errors: dict[str, str] = {}
    if request.method == "POST":
        try:
            said = _do(request, actor)
        except Refused as refusal:
            errors = refusal.by_field
        else:
            messages.success(request, said)
            return redirect("meet")
    context = _page(request, actor) | {"errors": errors}
    return render(request, "meet/index.html", context, status=422 if errors else 200)


@require_POST
@signed_in
def say(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """We met; and I learned something, or not."""
    seat = reads.seat(actor, id)
    if request.POST.get("do") == "met":
        acts.we_met(by=actor, seat=seat)
        messages.success(request, _("Lovely. It stands when everybody at the table says so."))
    elif (answer := request.POST.get("learned", "")) in ("yes", "no"):
        acts.say_learned(by=actor, seat=seat, has_learned=answer == "yes")
        messages.success(request, _("Thank you. What you said is kept without your name."))
    return redirect("meet")


@require_GET
@signed_in
def calendar(request: HttpRequest, actor: Actor, id: int, key: str) -> HttpResponseBase:
    """One of the moments at which everybody at my table can, for my calendar."""
    table = reads.table(actor, id)
    found = {
        one.code: one for one in slots.in_words(table.slots, table.week, timezone.get_current_timezone())
    }
    if key not in found:
        raise NotFound
    names = ", ".join(one.name for one in table.company)
    title = _("Coffee with %(names)s") % {"names": names}
    text = icalendar.appointment(
        key=f"coffee-{table.id}-{key}",
        title=title,
        begins=found[key].begins,
        ends=found[key].begins + slots.LONG,
        path=request.path.partition(f"{id}/")[0],
        origin=settings.VLOOT_ORIGIN,
    )
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="coffee.ics"'
    return answer


@require_http_methods(["GET", "POST"])
@signed_in
def rather_not(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """With whom I would rather not: seen by nobody else."""
    error, typed = "", request.POST.get("other", "")
    if request.method == "POST":
        try:
            if (dropped := ids.read(request.POST.get("drop", ""))) is not None:
                acts.let_again(by=actor, other=dropped)
            else:
                acts.keep_apart(by=actor, other=sight.one(actor, typed, "other"))
        except Refused as refusal:
            error = refusal.text
        else:
            return redirect("rather_not_with")
    context = {"others": reads.apart(actor), "typed": typed, "error": error}
    return render(request, "meet/rather_not.html", context, status=422 if error else 200)


def _do(request: HttpRequest, actor: Actor) -> str:
    if request.POST.get("do") == "open":
        acts.open_round(by=actor, until=_day(request, "until"), week=_day(request, "week"))
        return _("The round is open: everybody who works here sees it on this page.")
    chosen = reads.round_of(ids.read(request.POST.get("round", "")) or 0)
    if request.POST.get("do") == "stay":
        acts.stay_away(by=actor, round=chosen)
        return _("Another time then. Nobody sees it.")
    acts.come(
        by=actor,
        round=chosen,
        when=[
            f"{half}-{way}" for half in request.POST.getlist("when") for way in request.POST.getlist("ways")
        ],
        languages=request.POST.getlist("languages"),
    )
    return _("You come along. You hear with whom when the tables stand.")


def _page(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    zone = timezone.get_current_timezone()
    invitation = reads.invitation(actor)
    tables = reads.tables(actor)
    notices.mark_read_about(by=actor, object_ids=[one.id for one in tables])
    sent = request.POST if request.method == "POST" else None
    kept = invitation.slots if invitation else []
    when = sent.getlist("when") if sent else [code.rpartition("-")[0] for code in kept]
    ways = sent.getlist("ways") if sent else [code.rpartition("-")[2] for code in kept] or slots.WAYS
    spoken = sent.getlist("languages") if sent else invitation.languages if invitation else []
    return {
        "invitation": invitation,
        "days": _days(when),
        "ways": [(way, way in ways) for way in slots.WAYS],
        "languages": [
            (code, name, code in spoken)
            for code, name in languages.choices([*spoken, *_HOUSE])
            if code in (*spoken, *_HOUSE)
        ],
        "tables": [
            (one, slots.in_words(one.slots, one.week, zone), card.questions(one.id))
            for one in tables
            if not one.is_over
        ],
        "learned": reads.learned(),
        "may_open": bool(rules.may_open(actor)),
        "is_guest": actor.is_guest,
        "values": {name: sent.get(name, "") if sent else "" for name in ("until", "week")},
    }


_HOUSE = ("nl", "fr", "en")


def _days(chosen: Sequence[str]) -> list[tuple[str, list[tuple[str, bool]]]]:
    """The working days by name, each with its halves: code, whether it is chosen."""
    return [
        (str(WEEKDAYS[number]), [(f"{day}-{half}", f"{day}-{half}" in chosen) for half in slots.HALVES])
        for number, day in enumerate(slots.DAYS)
    ]


def _day(request: HttpRequest, name: str) -> date:
    try:
        return date.fromisoformat(request.POST.get(name, ""))
    except ValueError:
        raise Refused("no_day", _("Choose a day."), name) from None
