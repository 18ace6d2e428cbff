"""My data: everything that is kept about me in one click, and being forgotten in another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vloot.ground.errors import Refused
from vloot.people import acts, reads
from vloot.people.actor import Actor
from vloot.talk.posts import reads as posts
from vloot.web.shell.door import signed_in

Row = list[tuple[str, Any]]
Rows = list[Row]
# Numbers of posts: shown as the posts they are.
ABOUT_POSTS = {"questions_owned", "named_in", "thanked_in", "helped_by", "bookmarks"}
POST_KEYS = {"post_id", "thread_id", "poll_id", "choice__poll_id"}
INNER = {"upto_id", "id"}  # numbers that say nothing to anybody


@never_cache
@require_GET
@signed_in
def show(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What is kept about me, room by room."""
    everything = [(name, _rows(kept)) for name, kept in _everything(actor)]
    places = posts.lines(actor, _post_ids(everything))
    rooms = [(name, [_placed(name, row, places) for row in rows]) for name, rows in everything if rows]
    empty = [name for name, rows in everything if not rows]
    context = {"rooms": rooms, "empty": empty, "forgotten_on": reads.forgotten_on(actor.person_id)}
    return render(request, "people/data.html", context)


@never_cache
@require_GET
@signed_in
def download(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The same as a file that programs read."""
    found = dict(_everything(actor))
    response = JsonResponse(
        found, encoder=DjangoJSONEncoder, json_dumps_params={"indent": 1, "ensure_ascii": False}
    )
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


@never_cache
@require_http_methods(["GET", "POST"])
@reauthentication_required  # type: ignore[untyped-decorator]
@signed_in
def forget(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Ask to be forgotten, after showing again who I am."""
    if request.method == "GET":
        return render(request, "people/forget.html", {})
    try:
        acts.ask_to_be_forgotten(by=actor)
    except Refused as refusal:
        return render(request, "people/forget.html", {"error": refusal.text}, status=422)
    messages.success(request, _("It is noted. For seven days you can still take it back, on this page."))
    return redirect("people:data")


@require_POST
@signed_in
def stay(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Take it back."""
    acts.stay(by=actor)
    messages.success(request, _("Good that you stay. Nothing is deleted."))
    return redirect("people:data")


class Place(NamedTuple):
    """A post that something kept is about; without an address when its space is shut to me by now."""

    url: str
    words: str


def _post_ids(everything: list[tuple[str, Rows]]) -> set[int]:
    """All posts that what is kept is about."""
    return {
        value
        for name, rows in everything
        for row in rows
        for key, value in row
        if (key in POST_KEYS or (not key and name in ABOUT_POSTS)) and isinstance(value, int)
    }


def _placed(name: str, row: Row, places: Mapping[int, tuple[str, str]]) -> Row:
    """A row with posts in place of their numbers."""
    return [
        (key, Place(*places.get(value, ("", ""))))
        if key in POST_KEYS or (not key and name in ABOUT_POSTS)
        else (key, value)
        for key, value in row
        if key not in INNER
    ]


def _everything(actor: Actor) -> list[tuple[str, Any]]:
    rooms = import_string(settings.VLOOT_CARE)
    return [(name, rows) for room in rooms for name, rows in room.mine(actor.person_id).items()]


def _rows(kept: Any) -> Rows:
    """What a room keeps, as rows of (name, value); a value alone has no name."""
    found = kept if isinstance(kept, list) else [kept] if kept not in (None, "", False, {}) else []
    return [list(row.items()) if isinstance(row, dict) else [("", row)] for row in found]
