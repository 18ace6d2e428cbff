"""What concerns me, newest first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_POST

from vloot.ground import ids
from vloot.notices import acts, reads
from vloot.notices.reads import NoticeCard
from vloot.people.actor import Actor
from vloot.talk.spaces import reads as spaces
from vloot.web.shell.door import is_fragment, signed_in
from vloot.web.talk.paging import cursor

PAGE = 30


@require_GET
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """My notices, newest first, day by day; with `?unread=1` only those I have not read."""
    only_unread = request.GET.get("unread") == "1"
    readable = spaces.readable_names(actor.person_id)
    found = reads.listed(actor, readable, before=cursor(request), limit=PAGE + 1, only_unread=only_unread)
    context = {
        "days": _by_day(found[:PAGE]),
        "older_url": _older(request, found[PAGE - 1].id, only_unread) if len(found) > PAGE else "",
        "has_unread": any(not notice.is_read for notice in found) or reads.unread(actor, readable) > 0,
        "only_unread": only_unread,
    }
    template = "notices/_notices.html" if is_fragment(request) else "notices/index.html"
    return render(request, template, context)


@require_GET
@signed_in
def dot(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Whether there is something unread: 200 or 204, for the dot in the navigation."""
    has_unread = reads.has_unread(actor, lambda: spaces.visible_space_ids(actor))
    return HttpResponse(status=200 if has_unread else 204)


@require_POST
@signed_in
def read(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """I have read them: one (`id`), or all."""
    chosen = ids.read(request.POST.get("id", ""))
    acts.mark_read(by=actor, notice_ids=None if chosen is None else [chosen])
    return HttpResponse(status=204) if is_fragment(request) else redirect("notices")


def _by_day(found: list[NoticeCard]) -> list[tuple[NoticeCard, list[NoticeCard]]]:
    """The notices of each day where the reader is, each day with its first notice to name it by."""
    days: dict[object, list[NoticeCard]] = {}
    for notice in found:
        days.setdefault(timezone.localtime(notice.at).date(), []).append(notice)
    return [(notices[0], notices) for notices in days.values()]


def _older(request: HttpRequest, before: int, only_unread: bool) -> str:
    return f"{request.path}?{urlencode({'before': before, **({'unread': 1} if only_unread else {})})}"
