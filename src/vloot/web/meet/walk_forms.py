"""What the forms of walks say, as the drafts that the acts take; and what was typed, to be shown again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from msgspec import Struct

from vloot.ground import ids
from vloot.ground.errors import Refused
from vloot.meet.walks.acts import Meeting, NotesDraft, PromiseDraft

MOMENTS = ("moment0", "moment1", "moment2")
_FIELDS = (*MOMENTS, "leader", "place", "spot", "wish", "moment")


class Row(Struct, frozen=True, kw_only=True):
    """One line of the form of promises, as it was typed; `error` and `due_error` belong to its two fields."""

    number: int
    text: str
    due: str
    is_easy: bool
    error: str
    due_error: str


def values(request: HttpRequest) -> dict[str, str]:
    """What was typed; on a page that is only looked at, what its address proposes."""
    typed = request.POST if request.method == "POST" else request.GET
    return {name: typed.get(name, "") for name in _FIELDS}


def leader(request: HttpRequest) -> int:
    """Who is invited. Raises Refused for nobody."""
    found = ids.read(request.POST.get("leader", ""))
    if found is None:
        raise Refused("no_leader", _("Choose whom you invite."), "leader")
    return found


def meeting(request: HttpRequest) -> Meeting:
    """When, where and what for. Raises Refused for a moment that is none."""
    found = [moment for name in MOMENTS if (moment := _moment(request.POST.get(name, ""))) is not None]
    place = where(request)
    return Meeting(moments=found, place_id=place.place_id, spot=place.spot, wish=request.POST.get("wish", ""))


def where(request: HttpRequest) -> Meeting:
    """Only where."""
    return Meeting(place_id=ids.read(request.POST.get("place", "")), spot=request.POST.get("spot", ""))


def chosen(request: HttpRequest) -> datetime:
    """The moment somebody chose among those proposed. Raises Refused for none."""
    try:
        found = datetime.fromisoformat(request.POST.get("moment", ""))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise Refused("moment", _("Choose one of the moments that were proposed."), "moment")
    return found


def notes(request: HttpRequest) -> NotesDraft:
    """The three lines of the notes."""
    return NotesDraft(**{name: request.POST.get(name, "") for name in ("saw", "surprised", "hinders")})


def drafts(request: HttpRequest) -> list[PromiseDraft]:
    """The promises in the form, without the lines that were left empty."""
    return [
        PromiseDraft(text=row.text, due_on=_day(row.due), is_easy=row.is_easy)
        for row in _typed(request, {})
        if row.text.strip()
    ]


def rows(request: HttpRequest, errors: Mapping[str, str], most: int) -> list[Row]:
    """The lines of the form: as typed when it was refused, else empty ones."""
    if errors and request.POST.get("do") == "promise":
        return _typed(request, errors)[:most]
    return [
        Row(number=number, text="", due="", is_easy=False, error="", due_error="") for number in range(most)
    ]


def _typed(request: HttpRequest, errors: Mapping[str, str]) -> list[Row]:
    """The act counts the lines that say something, the form counts them all."""
    texts, days = request.POST.getlist("text"), request.POST.getlist("due")
    easy, said, found = set(request.POST.getlist("easy")), 0, []
    for number, text in enumerate(texts):
        found.append(
            Row(
                number=number,
                text=text,
                due=days[number] if number < len(days) else "",
                is_easy=str(number) in easy,
                error=errors.get(f"text-{said}", "") if text.strip() else "",
                due_error=errors.get(f"due-{said}", "") if text.strip() else "",
            )
        )
        said += bool(text.strip())
    return found


def _moment(typed: str) -> datetime | None:
    if not typed.strip():
        return None
    try:
        found = parse_datetime(typed)
    except ValueError:
        found = None
    if found is None:
        raise Refused("moment", _("This is no day and hour. Choose it from the calendar."), "moments")
    return found if timezone.is_aware(found) else timezone.make_aware(found)


def _day(typed: str) -> date | None:
    try:
        return parse_date(typed)
    except ValueError:
        return None
