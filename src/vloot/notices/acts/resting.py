"""Choosing when nothing is sent: quiet hours, working days, holidays. For the company an administrator chooses."""

from datetime import date, time, timedelta
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from vloot.ground import clock
from vloot.ground.errors import NotFound, Refused, require
from vloot.ground.text import line
from vloot.logbook.acts import record
from vloot.notices import rules
from vloot.notices.acts.choosing import replan
from vloot.notices.models import Habit, Holiday
from vloot.people.actor import Actor

LONGEST = timedelta(days=366)
MOST_HOLIDAYS = 60
NAME_LIMIT = 80


class Hours(msgspec.Struct, frozen=True, kw_only=True):
    """When somebody is left alone and when their digest comes; None is as the company has it.

    `working_days` count from Monday, 0. Equal quiet hours mean none.
    """

    quiet_from: time | None = None
    quiet_until: time | None = None
    working_days: list[int] | None = None
    digest_at: time | None = None
    digest_day: int | None = None


def set_hours(*, by: Actor, hours: Hours) -> None:
    """One's own quiet hours, working days and digest hour. Raises Refused."""
    _check(hours)
    with transaction.atomic():
        _keep(by.person_id, hours)
        replan([by.person_id])


def set_hours_for_all(*, by: Actor, hours: Hours) -> None:
    """The hours of everybody who has not chosen. Raises Refused."""
    require(rules.may_set_defaults(by))
    _check(hours)
    with transaction.atomic():
        was = _keep(None, hours)
        now = _told(hours)
        if was != now:
            _record(by, "notices.hours", was, now)
            replan()


def add_holiday(*, by: Actor, first_on: date, last_on: date | None = None, name: str = "") -> None:
    """Days on which one gets nothing by mail or push, first and last included. Raises Refused."""
    with transaction.atomic():
        _add(by.person_id, first_on, last_on or first_on, name)
        replan([by.person_id])


def drop_holiday(*, by: Actor, holiday_id: int) -> None:
    """One works on those days after all. Raises NotFound."""
    with transaction.atomic():
        if not Holiday.objects.filter(id=holiday_id, person_id=by.person_id).delete()[0]:
            raise NotFound
        replan([by.person_id])


def add_company_holiday(*, by: Actor, first_on: date, last_on: date | None = None, name: str = "") -> None:
    """Days on which the company is closed for all. Raises Refused."""
    require(rules.may_set_defaults(by))
    with transaction.atomic():
        added = _add(None, first_on, last_on or first_on, name)
        _record(by, "notices.holidays", None, _span(added))
        replan()


def drop_company_holiday(*, by: Actor, holiday_id: int) -> None:
    """The company works on those days after all. Raises Refused, NotFound."""
    require(rules.may_set_defaults(by))
    with transaction.atomic():
        found = Holiday.objects.filter(id=holiday_id, person__isnull=True).first()
        if found is None:
            raise NotFound
        found.delete()
        _record(by, "notices.holidays", _span(found), None)
        replan()


def _check(hours: Hours) -> None:
    days = hours.working_days
    if days is not None and (not days or not set(days) <= set(range(7))):
        raise Refused(
            "notices.days", _("Keep at least one working day, or nothing could ever reach you."), "days"
        )
    if hours.digest_day is not None and hours.digest_day not in range(7):
        raise Refused("notices.day", _("Choose a day of the week."), "digest_day")
    if (hours.quiet_from is None) != (hours.quiet_until is None):
        raise Refused(
            "notices.half",
            _("Fill in both hours, from and until; or none, to have them as the company."),
            "quiet",
        )


def _keep(person_id: int | None, hours: Hours) -> dict[str, Any]:
    """Write the hours down; what they were before."""
    known = Habit.objects.select_for_update().filter(Q(person_id=person_id))
    habit = known.first() or Habit(person_id=person_id)
    was = _told(habit)
    for field in Hours.__struct_fields__:
        setattr(habit, field, getattr(hours, field))
    habit.save()
    return was


def _told(said: Hours | Habit) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.to_builtins(
        {field: getattr(said, field) for field in Hours.__struct_fields__}
    )
    return found


def _add(person_id: int | None, first_on: date, last_on: date, name: str) -> Holiday:
    today = clock.now().date()
    if last_on < first_on:
        raise Refused(
            "notices.backwards", _("The last day lies before the first. Turn them round."), "last_on"
        )
    if last_on < today - timedelta(days=1) or last_on - first_on > LONGEST:
        raise Refused("notices.span", _("Choose days from today on, at most a year at a time."), "last_on")
    mine = Holiday.objects.filter(Q(person_id=person_id))
    mine.filter(last_on__lt=today - timedelta(days=31)).delete()
    if mine.count() >= MOST_HOLIDAYS:
        raise Refused(
            "notices.many", _("That is a long list already. Take a few days away first."), "first_on"
        )
    clean = line(name)[:NAME_LIMIT]
    return Holiday.objects.create(person_id=person_id, first_on=first_on, last_on=last_on, name=clean)


def _span(holiday: Holiday) -> str:
    return f"{holiday.first_on.isoformat()}/{holiday.last_on.isoformat()}"


def _record(by: Actor, setting: str, was: object, now: object) -> None:
    details = {"setting": setting, "was": was, "is": now}
    record(kind="SettingChanged", actor_id=by.person_id, object_id=1, origin=by.origin, details=details)
