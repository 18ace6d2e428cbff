"""The page of what was found, and the list under the box while one types."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vloot.ground import clock
from vloot.ground.finding import Found
from vloot.people.actor import Actor
from vloot.talk.search import completing, query, reads, saying
from vloot.talk.search.reads import Results, When
from vloot.talk.spaces import reads as spaces
from vloot.web.shell.addresses import plain
from vloot.web.shell.cards import hit as cards
from vloot.web.shell.door import is_fragment, signed_in
from vloot.web.talk.paging import cursor

FITTING = "fitting"


@require_GET
@signed_in
def search(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What was said that fits `?q=`, the newest first; with `?order=fitting` the most fitting first."""
    typed = request.GET.get("q", "")
    is_fitting = request.GET.get("order") == FITTING
    before = cursor(request)
    today = timezone.localtime(clock.now())
    when = When(today.date(), today.tzinfo)
    found = reads.search(actor, typed, when, before=before, is_fitting=is_fitting)
    asked = {"q": found.query.typed, **({"order": FITTING} if is_fitting else {})}
    listed = cards.listed(found.hits, _to({**asked, "before": str(found.older)}) if found.older else "")
    if is_fragment(request) and before is not None:
        return HttpResponse(listed)  # what the frame needs is not looked up
    named = (
        reads.named(actor, found.query.words, is_start=False) if found.query.is_plain and not before else {}
    )
    context: dict[str, Any] = {
        "found": found,
        "listed": listed,
        "named": _groups(named),
        "is_fitting": is_fitting,
        "newest_url": _to({"q": found.query.typed}),
        "fitting_url": _to({"q": found.query.typed, "order": FITTING}),
        "facets": [] if before else _facets(found, asked),
        "ask_url": reverse("ask") + "?" + urlencode({"title": found.query.words}),
        "is_narrowed": not found.query.is_plain,
        "wider_url": _to({"q": found.query.words}),
        "tries": [] if found.is_asked else _tries(actor),
    }
    return render(request, "talk/search.html", context)


@require_GET
@signed_in
def complete(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What the text in the box can become: places to go to at once, or more of what is being typed."""
    typed = request.GET.get("q", "")[: query.LONGEST]
    kinds = _kinds()
    found = [
        {
            "kind": kinds.get(one.kind, ""),
            "label": one.name,
            "detail": one.detail,
            "link": one.link,
            "insert": one.insert,
        }
        for one in completing.complete(actor, typed)
    ]
    return JsonResponse(found, safe=False)


def _kinds() -> dict[str, str]:
    return {
        "person": _("People"),
        "space": _("Spaces"),
        "tag": _("Words"),
        "guide": _("How-to pages"),
        "ask": _("Look for"),
    }


def _groups(named: dict[str, list[Found]]) -> list[tuple[str, str, list[Found]]]:
    kinds = _kinds()
    return [(kind, kinds.get(kind, ""), found) for kind, found in named.items()]


def _tries(actor: Actor) -> list[tuple[str, str, str]]:
    """Searches to begin with, which lead somewhere here: the words for it, what one would type, and the address."""
    mine, _others = spaces.writable_apart(actor)
    named = [
        space for space in mine if space.access != "closed"
    ]  # whose addresses can be guessed, and so read
    thanks = _("kind:thanks")
    asked = [
        (_("Questions that wait for an answer"), _("is:open")),
        (_("What you wrote yourself"), _("from:me")),
        *(
            (_("Thanks in {space}").format(space=space.name), f"in:{space.slug} {thanks}")
            for space in named[:1]
        ),
        (_("What was shown in a picture"), _("has:image")),
        (_("What was said since yesterday"), _("after:yesterday")),
    ]
    return [(words, typed, _to({"q": typed})) for words, typed in asked]


def _facets(found: Results, asked: dict[str, str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """What one can narrow down to, as links: each adds a word to the box, so that it can be taken away again."""

    def more(insert: str) -> str:
        return _to({**asked, "q": f"{found.query.typed} {insert}"})

    choices = found.facets
    made = [
        (_("What"), [(str(saying.KINDS[kind]), more(f"kind:{kind}")) for kind in choices.kinds]),
        (_("Where"), [(space.name, more(space.insert)) for space in choices.spaces]),
        (_("Who"), [(person.name, more(person.insert)) for person in choices.people]),
    ]
    if found.hits and not (found.query.of("after") or found.query.of("on")):
        today = timezone.localtime(clock.now()).date()
        spans = [(_("The last week"), 7), (_("The last month"), 31), (_("The last year"), 365)]
        made.append(
            (_("When"), [(name, more(f"after:{today - timedelta(days=days)}")) for name, days in spans])
        )
    return [(name, links) for name, links in made if links]


def _to(asked: dict[str, str]) -> str:
    return f"{plain('search')}?{urlencode(asked)}"
