"""The audit log as a page, as a file, and computed anew."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from vloot.company.audit import acts, reads, rules
from vloot.company.audit.reads import AuditLine, Choice
from vloot.ground import clock, ids
from vloot.ground.errors import NotFound, require
from vloot.logbook.kinds import AUDITED
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.spaces import reads as spaces
from vloot.web.company import audit_words as words
from vloot.web.shell.door import is_fragment, signed_in
from vloot.web.shell.words import month as month_of

COLUMNS = (
    "line",
    "moment",
    "what",
    "kind",
    "actor",
    "actor_id",
    "object_id",
    "space_id",
    "origin",
    "details",
)
SEALS = ("previous", "hash")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
MONTHS = 24  # as links; older ones are reached by turning pages


@require_GET
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Who did what, newest first. Looking is itself written down."""
    choice, kept = _choice(request)
    before = ids.read(request.GET.get("before", ""))
    found = reads.page(actor, choice, before=before)
    if choice.person_id is None:
        acts.look(by=actor, page="audit")
    else:
        acts.look(by=actor, page="audit_person", object_id=choice.person_id)
    context: dict[str, Any] = {
        "rows": _told(actor, found.lines),
        "older_url": _url(kept | {"before": str(found.older)}) if found.older else "",
    }
    if is_fragment(request):
        return render(request, "company/_audit.html", context)
    context |= {
        "head": reads.head(actor),
        "kinds": [
            (name, _url(kept | {"kind": key}), key == choice.kind) for key, name in words.kinds(AUDITED)
        ],
        "months": _months(actor, kept),
        "month_name": month_of(choice.since) if choice.since else "",
        "person": people.cards([choice.person_id]).get(choice.person_id) if choice.person_id else None,
        "without": {name: _url({**kept, name: ""}) for name in ("kind", "person", "month")},
        "chosen": kept,
        "kind_name": words.name_of(choice.kind) if choice.kind else "",
        "file_url": f"file/{_url(kept)}",
        "has_council": bool(people.with_role("council")),
        "is_administrator": actor.is_administrator,
    }
    return render(request, "company/audit.html", context)


@require_GET
@signed_in
def file(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The chosen lines as a table for another program, with their seals."""
    require(rules.may_read(actor))
    acts.look(by=actor, page="audit_file")
    choice, _kept = _choice(request)
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow([*COLUMNS, *SEALS])
    for line, said in _told(actor, list(reads.everything(actor, choice))):
        rows.writerow([_harmless(cell) for cell in _cells(line, said)])
    response = HttpResponse(written.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="audit-{clock.now():%Y-%m-%d}.csv"'
    return response


@require_GET
@signed_in
def verify(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The whole chain computed anew, and whether a head noted earlier is still in it."""
    head = request.GET.get("head", "").strip()[:80]
    outcome = reads.verified(actor, head)
    context = {"outcome": outcome, "words": reads.in_words(outcome), "head": head}
    return render(request, "company/verify.html", context)


def _choice(request: HttpRequest) -> tuple[Choice, dict[str, str]]:
    """What is asked for, and the part of the address that asks for it. What no link of ours asks is not found."""
    kept = {name: found for name in ("kind", "person", "month") if (found := request.GET.get(name, ""))}
    person_id = ids.read(kept.get("person", ""))
    if kept.get("kind", "") not in {"", *AUDITED} or (person_id is None) != ("person" not in kept):
        raise NotFound
    since, until = _span(kept["month"]) if "month" in kept else (None, None)
    return Choice(kind=kept.get("kind", ""), person_id=person_id, since=since, until=until), kept


def _span(month: str) -> tuple[datetime, datetime]:
    try:
        first = datetime.strptime(month, "%Y-%m")  # noqa: DTZ007 - the reader's zone is put on below
        following = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    except ValueError as error:
        raise NotFound from error
    return timezone.make_aware(first), timezone.make_aware(following)


def _months(actor: Actor, kept: dict[str, str]) -> list[tuple[str, str, bool]]:
    """The months there is something from, newest first: name, address, whether it is chosen."""
    if (first := reads.first_at(actor)) is None:
        return []
    begin, at = timezone.localtime(first), timezone.localtime(clock.now())
    found: list[tuple[str, str, bool]] = []
    year, month = at.year, at.month
    while (year, month) >= (begin.year, begin.month) and len(found) < MONTHS:
        key = f"{year:04}-{month:02}"
        found.append((month_of(date(year, month, 1)), _url(kept | {"month": key}), key == kept.get("month")))
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return found


def _url(kept: dict[str, str]) -> str:
    return "?" + urlencode({name: value for name, value in kept.items() if value})


def _told(actor: Actor, lines: list[AuditLine]) -> list[tuple[AuditLine, str]]:
    known = spaces.names_of(actor, {line.space_id for line in lines if line.space_id})
    return [(line, words.sentence(line, known)) for line in lines]


def _cells(line: AuditLine, said: str) -> list[object]:
    actor = (line.actor.name, line.actor.id) if line.actor else ("", "")
    details = json.dumps(line.details, ensure_ascii=False, sort_keys=True)
    known = [line.place, line.at.isoformat(), said, line.kind, *actor, line.object_id, line.space_id or ""]
    return [*known, line.origin, details, line.previous, line.hash]


def _harmless(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
