"""Spaces: the list, one's page, its members, opening and changing it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vloot.ground import clock, ids
from vloot.ground.errors import NotFound, Refused
from vloot.people.actor import Actor
from vloot.talk.roster import reads as roster
from vloot.talk.spaces import acts
from vloot.talk.spaces import reads as spaces
from vloot.talk.timeline import reads as timeline
from vloot.web.people import sight
from vloot.web.shell.door import is_fragment, signed_in
from vloot.web.talk import composing, hearing
from vloot.web.talk.paging import cursor, going_on, listing

FIELDS = ("name", "purpose", "access", "reason", "review_on")


@require_GET
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """All spaces I may know of, alphabetically."""
    due = spaces.due_for_review(actor, clock.now().date())
    return render(
        request, "talk/spaces.html", {"spaces": spaces.listed(actor), "due": due, "is_guest": actor.is_guest}
    )


@require_http_methods(["GET", "POST"])
@signed_in
def show(request: HttpRequest, actor: Actor, slug: str) -> HttpResponseBase:
    """A space: what is pinned, then its threads, newest first."""
    space = spaces.by_slug(actor, slug)
    card = spaces.card(actor, space)
    is_readable = space.id in spaces.visible_space_ids(actor)
    if not is_readable:
        return render(request, "talk/space.html", {"space": card, "is_readable": False, "cards": []})
    key = f"space-{space.id}"
    composer = composing.fresh(
        actor, action=request.path, key=key, space=spaces.ref(space), is_host=card.is_host
    )
    status = 200
    if request.method == "POST":
        try:
            made = composing.send(request, actor, key=key)
        except Refused as refusal:
            composer, status = composing.refused(request, actor, composer, refusal), 422
        else:
            return redirect("thread", made.id)
    page = timeline.in_space(actor, space, before=cursor(request))
    context = listing(request, page.cards, page.older)
    if is_fragment(request):
        return render(request, "talk/_cards.html", context)
    context |= {
        "space": card,
        "is_readable": True,
        "hearing": hearing.shown(actor, space_id=space.id),
        "duty": next(iter(roster.duties(actor, [space.id])), None),
        "composer": composer if "write" in card.can else None,
        "pinned": timeline.pinned(actor, space) if cursor(request) is None else [],
        "since_url": reverse("space_since", args=(slug,)) if cursor(request) is None else "",
        "since_cursor": page.cards[0].id if page.cards else ids.new(),
    }
    return render(request, "talk/space.html", context, status=status)


@require_GET
@signed_in
def since(request: HttpRequest, actor: Actor, slug: str) -> HttpResponseBase:
    """What a space has got since the id in `?after=`."""
    space = spaces.get_readable(actor, spaces.by_slug(actor, slug).id)
    after = ids.read(request.GET.get("after", ""))
    newest = timeline.looked_back(ids.LARGEST if after is None else after)
    page = timeline.in_space(actor, space, before=cursor(request), after=newest, limit=50)
    return going_on(request, after or 0, page)


@require_http_methods(["GET", "POST"])
@signed_in
def new(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Open a space."""
    return _form(request, actor, None)


@require_http_methods(["GET", "POST"])
@signed_in
def edit(request: HttpRequest, actor: Actor, slug: str) -> HttpResponseBase:
    """Change a space."""
    return _form(request, actor, slug)


@require_POST
@signed_in
def join(request: HttpRequest, actor: Actor, slug: str) -> HttpResponseBase:
    """Join an open space, or ask to be let into one on request."""
    space = spaces.by_slug(actor, slug)
    if space.access == "open":
        acts.join(by=actor, space=space)
        messages.success(request, _("You are in. What is written here now comes to your home."))
    else:
        acts.request_entry(by=actor, space=space, why=request.POST.get("why", ""))
        messages.success(request, _("Your request is with the hosts. You get a notice when they let you in."))
    return redirect("space", slug)


@require_POST
@signed_in
def leave(request: HttpRequest, actor: Actor, slug: str) -> HttpResponseBase:
    """Leave a space."""
    space = spaces.by_slug(actor, slug)
    acts.leave(by=actor, space=space)
    messages.success(
        request, _("You left {space}. You can come back whenever you like.").format(space=space.name)
    )
    return redirect("spaces")


@require_POST
@signed_in
def archive(request: HttpRequest, actor: Actor, slug: str) -> HttpResponseBase:
    """Let a space rest, or bring it back."""
    space = spaces.by_slug(actor, slug)
    if space.archived_at:
        acts.reopen(by=actor, space=space)
    else:
        acts.archive(by=actor, space=space)
    return redirect("space", slug)


@require_http_methods(["GET", "POST"])
@signed_in
def members(request: HttpRequest, actor: Actor, slug: str) -> HttpResponseBase:
    """Who is in a space, who hosts it, and (for hosts) who asks to come in."""
    space = spaces.by_slug(actor, slug)
    values: dict[str, str] = {}
    error = ""
    if request.method == "POST":
        try:
            _change_members(request, actor, space)
        except Refused as refusal:
            values, error = {"person": request.POST.get("person", "")}, refusal.text
        else:
            return redirect("space_members", slug)
    context = {
        "space": spaces.card(actor, space),
        "members": spaces.members_of(actor, space),
        "requests": spaces.requests_for(actor, space),
        "values": values,
        "error": error,
    }
    return render(request, "talk/members.html", context, status=422 if error else 200)


def _change_members(request: HttpRequest, actor: Actor, space: Any) -> None:
    """The one act that the button `do` asks for, about the person in `person` (an id, or a user name for "invite")."""
    deeds = {
        "admit": acts.admit,
        "refuse": acts.refuse,
        "invite": acts.invite,
        "appoint": acts.appoint_host,
        "dismiss": acts.dismiss_host,
    }
    deed = deeds.get(request.POST.get("do", ""))
    if deed is None:
        raise NotFound
    deed(by=actor, space=space, person_id=_person(actor, request.POST.get("person", "").strip()))


def _person(actor: Actor, typed: str) -> int:
    known = ids.read(typed)
    return sight.one(actor, typed) if known is None else known


def _form(request: HttpRequest, actor: Actor, slug: str | None) -> HttpResponseBase:
    space = spaces.by_slug(actor, slug) if slug else None
    values: dict[str, Any] = (
        {name: getattr(space, name) or "" for name in FIELDS}
        if space
        else dict.fromkeys(FIELDS, "") | {"access": "open"}
    )
    errors: dict[str, str] = {}
    if request.method == "POST":
        values = {name: request.POST.get(name, "") for name in FIELDS}
        try:
            return redirect("space", _save(actor, space, values))
        except Refused as refusal:
            field = {"no_reason": "reason", "no_review": "review_on"}.get(refusal.code, refusal.field)
            errors[field or "form"] = refusal.text
    context = {"space": spaces.card(actor, space) if space else None, "values": values, "errors": errors}
    return render(request, "talk/space_form.html", context, status=422 if errors else 200)


def _save(actor: Actor, space: Any, values: dict[str, str]) -> str:
    try:
        review_on = parse_date(values["review_on"]) if values["review_on"] else None
    except ValueError:
        review_on = None
    sent: dict[str, Any] = {**values, "review_on": review_on}
    terms = acts.Terms(**sent)
    if space is None:
        return acts.open(by=actor, terms=terms).slug
    acts.change(by=actor, space=space, terms=terms)
    return str(space.slug)
