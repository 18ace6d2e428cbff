"""How I want to be told, and how all are told who have not chosen: the table, the quiet hours, the days off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date, parse_time
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vloot.ground import ids
from vloot.ground.errors import Refused, require
from vloot.mailroom import reads as mailroom
from vloot.notices import acts, matrix, rules
from vloot.people import mailboxes
from vloot.people.actor import Actor
from vloot.web.shell.door import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def mine(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What reaches me by which channel."""
    if request.method == "POST":
        acts.choose(by=actor, chosen=_chosen(request.POST))
        messages.success(request, _("Saved. From now on you are told like this."))
        return redirect("my_notices")
    return _mine(request, actor)


@require_POST
@signed_in
def my_hours(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """When I am left alone."""
    try:
        acts.set_hours(by=actor, hours=_hours(request.POST))
    except Refused as refusal:
        return _mine(request, actor, refusal)
    messages.success(request, _("Saved. In these hours nothing is sent to you."))
    return redirect("my_notices")


@require_POST
@signed_in
def my_days(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Days off of mine: one more, or (`drop`) one less."""
    try:
        _change_days(request.POST, actor, add=acts.add_holiday, drop=acts.drop_holiday)
    except Refused as refusal:
        return _mine(request, actor, refusal)
    return redirect("my_notices")


@require_http_methods(["GET", "POST"])
@signed_in
def company(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What reaches those who have not chosen."""
    require(rules.may_set_defaults(actor))
    if request.method == "POST":
        acts.choose_for_all(by=actor, chosen=_chosen(request.POST))
        messages.success(request, _("Saved. It holds at once for everybody who has not chosen otherwise."))
        return redirect("company_notices")
    return _company(request, actor)


@require_POST
@signed_in
def company_hours(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """When those are left alone who have not chosen."""
    try:
        acts.set_hours_for_all(by=actor, hours=_hours(request.POST))
    except Refused as refusal:
        return _company(request, actor, refusal)
    messages.success(request, _("Saved. It holds at once for everybody who has not chosen otherwise."))
    return redirect("company_notices")


@require_POST
@signed_in
def company_days(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Days on which the company is closed: one more, or (`drop`) one less."""
    try:
        _change_days(request.POST, actor, add=acts.add_company_holiday, drop=acts.drop_company_holiday)
    except Refused as refusal:
        return _company(request, actor, refusal)
    return redirect("company_notices")


def _mine(request: HttpRequest, actor: Actor, refusal: Refused | None = None) -> HttpResponse:
    box = mailboxes.mailbox_of(actor.person_id)
    context = {
        **_shown(request, actor.person_id, refusal),
        "closed": matrix.holidays(None),
        "mail_trouble": mailroom.trouble_of(actor.person_id, box.address) if box else None,
        "is_demo_mail": bool(settings.VLOOT_DEMO),
    }
    return render(request, "notices/mine.html", context, status=422 if refusal else 200)


def _company(request: HttpRequest, actor: Actor, refusal: Refused | None = None) -> HttpResponse:
    require(rules.may_set_defaults(actor))
    context = _shown(request, None, refusal)
    return render(request, "notices/company.html", context, status=422 if refusal else 200)


def _shown(request: HttpRequest, person_id: int | None, refusal: Refused | None) -> dict[str, Any]:
    times = matrix.times(person_id)
    typed = request.POST if refusal else None
    days = [int(day) for day in typed.getlist("days") if day in "0123456"] if typed else times.working_days
    return {
        "rows": matrix.rows(person_id),
        "times": times,
        "days": [(day, name, day in days) for day, name in WEEKDAYS.items()],
        "company_days": [WEEKDAYS[day] for day in sorted(times.company.working_days)],
        "company_day": WEEKDAYS[times.company.digest_day],
        "weekdays": list(WEEKDAYS.items()),
        "holidays": matrix.holidays(person_id),
        "errors": refusal.by_field if refusal else {},
        "typed": typed,
        "is_company": person_id is None,
    }


def _chosen(sent: QueryDict) -> dict[tuple[str, str], str]:
    known = {cell.name for row in matrix.rows(None) for cell in row.cells}
    found = {}
    for name in sorted(known & set(sent)):
        group, _dash, channel = name.partition("-")
        found[group, channel] = str(sent[name])
    return found


def _hours(sent: QueryDict) -> acts.Hours:
    day = sent.get("digest_day", "")
    return acts.Hours(
        quiet_from=_time(sent, "quiet_from", "quiet"),
        quiet_until=_time(sent, "quiet_until", "quiet"),
        working_days=[int(day) for day in sent.getlist("days") if day in list("0123456")] or None,
        digest_at=_time(sent, "digest_at", "digest_at"),
        digest_day=int(day) if day in list("0123456") else None,
    )


def _time(sent: QueryDict, name: str, field: str) -> time | None:
    typed = sent.get(name, "").strip()
    try:
        found = parse_time(typed) if typed else None
    except ValueError:
        found = None
    if typed and found is None:
        raise Refused("notices.time", _("Fill in a time, such as 08:00."), field)
    return found.replace(second=0, microsecond=0, tzinfo=None) if found else None


def _change_days(
    sent: QueryDict, actor: Actor, *, add: Callable[..., None], drop: Callable[..., None]
) -> None:
    if "drop" in sent:
        drop(by=actor, holiday_id=ids.read(sent.get("drop", "")) or 0)
    else:
        add(by=actor, **_span(sent))


def _span(sent: QueryDict) -> dict[str, Any]:
    first_on = _day(sent, "first_on")
    if first_on is None:
        raise Refused("notices.no_day", _("Choose the first day."), "first_on")
    return {"first_on": first_on, "last_on": _day(sent, "last_on"), "name": sent.get("name", "")}


def _day(sent: QueryDict, name: str) -> date | None:
    typed = sent.get(name, "").strip()
    try:
        found = parse_date(typed) if typed else None
    except ValueError:
        found = None
    if typed and found is None:
        raise Refused("notices.date", _("Choose a day that exists."), name)
    return found
