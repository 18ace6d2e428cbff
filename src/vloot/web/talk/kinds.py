"""What the composer's form says, as the draft of its kind."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from vloot.ground.errors import Refused
from vloot.people.actor import Actor
from vloot.talk.announcements.acts import AnnouncementDraft
from vloot.talk.events.acts import EventDraft, Meeting
from vloot.talk.polls.acts import PollDraft


def poll(request: HttpRequest, actor: Actor, space_id: int, kept: list[int]) -> PollDraft:
    """The poll in the form. Raises Refused for an end that is no day."""
    return PollDraft(
        space_id=space_id,
        author_id=actor.person_id,
        title=request.POST.get("title", ""),
        body=request.POST.get("body", ""),
        choices=request.POST.get("choices", "").splitlines(),
        closes_at=_end_of_day(request, "closes_on"),
        is_multiple=bool(request.POST.get("is_multiple")),
        is_hidden=bool(request.POST.get("is_hidden")),
        is_secret=bool(request.POST.get("is_secret")),
        files=tuple(kept),
    )


def announcement(request: HttpRequest, actor: Actor, space_id: int, kept: list[int]) -> AnnouncementDraft:
    """The announcement in the form. Raises Refused for an end that is no day."""
    return AnnouncementDraft(
        space_id=space_id,
        author_id=actor.person_id,
        title=request.POST.get("title", ""),
        body=request.POST.get("body", ""),
        ends_at=_end_of_day(request, "until"),
        asks=bool(request.POST.get("asks")),
        is_for_all=bool(request.POST.get("is_for_all")),
        files=tuple(kept),
    )


def event(request: HttpRequest, actor: Actor, space_id: int, kept: list[int]) -> EventDraft:
    """The event in the form. Raises Refused for a moment that is none."""
    return EventDraft(
        space_id=space_id,
        author_id=actor.person_id,
        title=request.POST.get("title", ""),
        body=request.POST.get("body", ""),
        meeting=meeting(request),
        files=tuple(kept),
    )


def meeting(request: HttpRequest) -> Meeting:
    """When, where and for how many, as the form says it; an hour when it names no end. Raises Refused for a moment that is none."""
    name = request.POST.get("zone", "").strip() or timezone.get_current_timezone_name()
    try:
        zone = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Refused("no_zone", _("This is no time zone. Write it like Europe/Brussels."), "zone") from error
    starts_at = _moment(request, "starts", zone)
    if starts_at is None:
        raise Refused("no_start", _("Say when it begins."), "starts")
    capacity = request.POST.get("capacity", "").strip()
    if capacity and not (capacity.isascii() and capacity.isdigit() and len(capacity) < 10):
        raise Refused("no_room", _("Write for how many people there is room, or leave it empty."), "capacity")
    return Meeting(
        starts_at=starts_at,
        ends_at=_moment(request, "ends", zone) or starts_at + timedelta(hours=1),
        zone=name,
        place=request.POST.get("place", ""),
        link=request.POST.get("link", ""),
        capacity=int(capacity) if capacity else None,
    )


def _moment(request: HttpRequest, name: str, zone: ZoneInfo) -> datetime | None:
    written = request.POST.get(name, "").strip()
    if not written:
        return None
    try:
        found = parse_datetime(written)
        return None if found is None else found.replace(tzinfo=zone).astimezone(ZoneInfo("UTC"))
    except (ValueError, OverflowError) as error:
        raise Refused(
            "no_moment", _("This is no day and time. Write it like 2030-12-31 14:00."), name
        ) from error


def _end_of_day(request: HttpRequest, name: str) -> datetime | None:
    written = request.POST.get(name, "").strip()
    if not written:
        return None
    try:
        day = parse_date(written)
    except ValueError:
        day = None
    if day is None:
        raise Refused("no_day", _("This is no day. Write it like 2030-12-31."), name)
    return timezone.make_aware(datetime.combine(day, time(23, 59)))
