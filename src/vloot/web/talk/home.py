"""Home, and everything else that is a list of threads in plain time order."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from vloot.ground import ids
from vloot.ground.errors import Refused
from vloot.people.actor import Actor
from vloot.talk.following import acts as following
from vloot.talk.following import reads as followed
from vloot.talk.reading import acts as reading
from vloot.talk.reading import reads as kept
from vloot.talk.timeline import board
from vloot.talk.timeline import reads as timeline
from vloot.web.shell import rescue
from vloot.web.shell.door import actor_of, back, is_fragment, signed_in
from vloot.web.talk import composing, told
from vloot.web.talk.paging import cursor, going_on, listing


@require_http_methods(["GET", "POST"])
def home(request: HttpRequest) -> HttpResponseBase:
    """My spaces, people and tags, newest first; a visitor sees what Vloot is."""
    actor = actor_of(request)
    if actor is None:
        rescued = rescue.rescue(request) if request.method == "POST" else None
        return rescued or redirect("welcome")
    return _home(request, actor)


@require_GET
@signed_in
def home_json(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The same page of home for programs; `?before=` as there."""
    page = timeline.home(actor, before=cursor(request))
    return HttpResponse(told.page(page), content_type="application/json")


def _home(request: HttpRequest, actor: Actor) -> HttpResponse:
    refusal: Refused | None = None
    if request.method == "POST":
        try:
            return redirect("thread", composing.send(request, actor, key="home").id)
        except Refused as refused:
            refusal = refused
    composer = composing.fresh(
        actor, action=reverse("home"), key="home", kind=request.GET.get("kind", "update")
    )
    if refusal is not None:
        composer = composing.refused(request, actor, composer, refusal)
    page = timeline.home(actor, before=cursor(request))
    if is_fragment(request):
        return render(request, "talk/_cards.html", listing(request, page.cards, page.older))
    beside = board.board(actor) if cursor(request) is None else board.Board([], [])
    on_top = {card.id for card in beside.announcements}
    cards = [card for card in page.cards if card.id not in on_top]
    context = listing(request, cards, page.older)
    away_since = reading.look_home(by=actor)
    context |= {
        "composer": composer,
        # An older page is no place for what is new.
        "since_url": reverse("since") if cursor(request) is None else "",
        "since_cursor": page.cards[0].id if page.cards else ids.new(),
        "announcements": beside.announcements,
        "coming": beside.coming,
        "away_since": away_since,
        "away_before_id": _first_seen(cards, away_since) if cursor(request) is None else None,
        "my_spaces": composer.my_spaces,
    }
    return render(request, "talk/home.html", context, status=422 if refusal else 200)


@require_GET
@signed_in
def since(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What home has got since the id in `?after=`: cards that the page adds by their ids."""
    after = ids.read(request.GET.get("after", ""))
    if after is None:
        return render(request, "talk/_cards.html", {"cards": [], "older_url": ""})
    page = timeline.since(actor, after, before=cursor(request))
    return going_on(request, after, page)


@require_GET
@signed_in
def tag(request: HttpRequest, actor: Actor, name: str) -> HttpResponseBase:
    """All threads that carry a tag."""
    page = timeline.by_tag(actor, name, before=cursor(request))
    context = listing(request, page.cards, page.older)
    if is_fragment(request):
        return render(request, "talk/_cards.html", context)
    context |= {"tag": name.lower(), "is_followed": name.lower() in followed.followed_tags(actor)}
    return render(request, "talk/tag.html", context)


@require_http_methods(["POST"])
@signed_in
def tag_follow(request: HttpRequest, actor: Actor, name: str) -> HttpResponseBase:
    """Follow a tag, or no longer."""
    if name.lower() in followed.followed_tags(actor):
        following.unfollow_tag(by=actor, tag=name)
    else:
        following.follow_tag(by=actor, tag=name)
    return redirect("tag", name.lower())


@require_http_methods(["POST"])
@signed_in
def person_follow(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Follow a person, or no longer."""
    if followed.follows_person(actor, id):
        following.unfollow_person(by=actor, person_id=id)
    else:
        following.follow_person(by=actor, person_id=id)
    return back(request, reverse("people:person", args=(id,)))


@require_GET
@signed_in
def bookmarks(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What I keep, the newest bookmark first."""
    found = kept.bookmarks(actor, before=cursor(request), limit=21)
    cards = timeline.of_ids(actor, [post for _mark, post in found[:20]])
    older = found[19][0] if len(found) > 20 else None
    context = listing(request, cards, older)
    return render(request, "talk/_cards.html" if is_fragment(request) else "talk/bookmarks.html", context)


def _first_seen(cards: list[Any], away_since: Any) -> int | None:
    """The id of the first card that was there before I left, when newer ones stand above it."""
    if away_since is None:
        return None
    seen = [card.id for card in cards if card.at <= away_since]
    return seen[0] if seen and seen[0] != cards[0].id else None
