"""Meeting people: the list, a person, the chart, a face."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_GET

from vloot.ground import ids
from vloot.meet.learning import reads as learning
from vloot.network import gate as network
from vloot.network.pilots import reads as pilots
from vloot.people import directory, faces, rules
from vloot.people import tree as chart
from vloot.people.actor import Actor
from vloot.people.directory import Wanted
from vloot.people.languages import SPOKEN
from vloot.people.portrait import portrait
from vloot.talk.following import reads as followed
from vloot.talk.spaces.reads import shared_with
from vloot.talk.timeline import reads as timeline
from vloot.web.shell.door import actor_of, is_fragment, signed_in


@require_GET
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Everybody, alphabetically; narrowed by name, team, language or what they like to be asked."""
    wanted = _wanted(request.GET)
    shared = shared_with(actor)
    listing = directory.listed(actor, wanted, shared)
    context = {"listing": listing, "more_url": _more(request.GET, listing.after_id)}
    if is_fragment(request) and wanted.after_id:
        return render(request, "people/_rows.html", context)
    context |= {
        "wanted": wanted,
        "teams": chart.team_names(actor, shared),
        "languages": [(code, SPOKEN.get(code, code)) for code in directory.spoken_here(actor, shared)],
        "newcomers": [] if wanted.is_narrowed or wanted.after_id else directory.newcomers(actor),
        "can_invite": rules.may_invite(actor).ok,
        "has_network": network.may_enter(actor).ok,
    }
    return render(request, "people/index.html", context)


@require_GET
@signed_in
def person(request: HttpRequest, actor: Actor, id: int) -> HttpResponse:
    """One person: the human first."""
    context = {
        "portrait": portrait(actor, id, shared_with(actor)),
        "is_me": actor.person_id == id,
        "is_followed": followed.follows_person(actor, id),
        "turns": [] if actor.is_guest else learning.turns_of(actor, id),
        "recent": timeline.by_person(actor, id, limit=5).cards,
        "pilot_for": pilots.topics_of(actor, id),
    }
    return render(request, "people/person.html", context)


@require_GET
@signed_in
def teams(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The formal chart as a tree."""
    return render(request, "people/teams.html", {"branches": chart.tree(actor, shared_with(actor))})


@require_GET
def face(request: HttpRequest, name: str, width: int) -> HttpResponseBase:
    """A face. Its name cannot be guessed and never means another picture, so a browser may keep it.

    Only who is signed in sees faces; in the demo its visitors too, who have nobody's real face before them.
    """
    if actor_of(request) is None and not settings.VLOOT_DEMO:
        raise Http404
    answer = HttpResponse(faces.read(name, width), content_type="image/webp")
    answer["Cache-Control"] = "private, max-age=31536000, immutable"
    return answer


def _wanted(asked: QueryDict) -> Wanted:
    return Wanted(
        name=asked.get("name", "")[:80],
        about=asked.get("about", "")[:80],
        team_id=ids.read(asked.get("team", "")),
        language=asked.get("language", "")[:12],
        are_newcomers=asked.get("new") == "1",
        after_id=ids.read(asked.get("after", "")),
    )


def _more(asked: QueryDict, after_id: int | None) -> str:
    if after_id is None:
        return ""
    query = asked.copy()
    query["after"] = str(after_id)
    return f"?{query.urlencode()}"
