"""Walks: what is to come, what was promised, and one walk from its invitation to what was kept."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vloot.ground import ids
from vloot.ground.errors import NotFound, Refused
from vloot.meet.learning import reads as learning
from vloot.meet.walks import acts, reads, rules
from vloot.people.actor import Actor
from vloot.web.meet import card, walk_deeds, walk_forms
from vloot.web.shell.door import signed_in
from vloot.web.talk import icalendar


@require_GET
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What asks something of me, who offers to come, what is open, where nobody has been for long."""
    if not rules.may_read(actor):
        raise NotFound
    held = reads.held(actor)
    context = {
        "mine": reads.mine(actor),
        "declined": reads.declined(actor),
        "looking_back": reads.looking_back(actor),
        "offers": reads.offers(actor),
        "to_come": [one for one in reads.to_come(actor) if not (one.is_leader or one.is_host)],
        "promises": reads.open_promises(actor),
        "unanswered": reads.unanswered(actor),
        "past": reads.past(actor)[:10],
        "places": reads.places(),
        "felt": reads.felt(),
        "held": (rules.locked(held), held.walk_id) if held else None,
        "is_leader": rules.is_leader(actor),
        "may_offer": bool(rules.may_offer(actor)),
        "may_keep_places": bool(rules.may_keep_places(actor)),
        "zone": timezone.get_current_timezone_name(),
    }
    return render(request, "meet/walks.html", context)


@require_GET
@signed_in
def show(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """One walk."""
    return _page(request, actor, id)


@require_http_methods(["GET", "POST"])
@signed_in
def new(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Invite somebody who leads, or, as who leads, offer to come along."""
    is_offer = request.GET.get("as") == "offer"
    if not rules.may_read(actor):
        raise NotFound
    values = walk_forms.values(request)
    errors: dict[str, str] = {}
    if request.method == "POST":
        try:
            made, said = _offer(request, actor) if is_offer else _invite(request, actor)
        except Refused as refusal:
            errors = refusal.by_field
        else:
            messages.success(request, said)
            return redirect("walk", made)
    context = {
        "is_offer": is_offer,
        "leaders": [] if is_offer else reads.leaders(actor),
        "places": reads.places(),
        "values": values,
        "errors": errors,
        "verdict": rules.may_offer(actor) if is_offer else None,
        "hours": walk_forms.MOMENTS,
    }
    return render(request, "meet/walk_new.html", context, status=422 if errors else 200)


@require_POST
@signed_in
def say(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """One of the deeds of a walk, as its page offers them; refused, the page comes back with what was typed."""
    deed = request.POST.get("do", "")
    if deed not in walk_deeds.DEEDS:
        raise NotFound
    try:
        said = walk_deeds.DEEDS[deed](request, actor, id)
    except Refused as refusal:
        return _page(request, actor, id, refusal.by_field, deed)
    if said:
        messages.success(request, said)
    return redirect("walk", id)


@require_GET
@signed_in
def calendar(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """An agreed walk for a calendar program."""
    walk = reads.card(actor, id)
    if walk.starts_at is None or walk.ends_at is None or walk.host is None:
        raise NotFound
    names = {"leader": walk.leader.name, "host": walk.host.name, "where": walk.where}
    text = icalendar.appointment(
        key=f"walk-{walk.id}",
        title=_("%(leader)s looks around with %(host)s: %(where)s") % names,
        begins=walk.starts_at,
        ends=walk.ends_at,
        path=f"/walks/{walk.id}/",
        origin=settings.VLOOT_ORIGIN,
    )
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="walk.ics"'
    return answer


@require_http_methods(["GET", "POST"])
@signed_in
def places(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The list of places, which hosts keep."""
    if not rules.may_read(actor):
        raise NotFound
    error = ""
    if request.method == "POST":
        try:
            if (dropped := ids.read(request.POST.get("drop", ""))) is not None:
                acts.drop_place(by=actor, place=reads.place(dropped))
            elif request.POST.get("do") == "teams":
                acts.list_teams(by=actor)
            else:
                acts.list_place(by=actor, name=request.POST.get("name", ""))
        except Refused as refusal:
            error = refusal.text
        else:
            return redirect("walk_places")
    context = {
        "places": reads.places(),
        "may_keep": bool(rules.may_keep_places(actor)),
        "typed": request.POST.get("name", ""),
        "error": error,
    }
    return render(request, "meet/places.html", context, status=422 if error else 200)


def _page(
    request: HttpRequest, actor: Actor, id: int, errors: Mapping[str, str] | None = None, deed: str = ""
) -> HttpResponse:
    walk, stored = reads.card(actor, id), reads.get(actor, id)
    notes = reads.notes_of(actor, id)
    promises = reads.promises_of(actor, id)
    standing = [one for one in promises if not one.is_given_up]
    may_look_back = bool(rules.may_look_back(actor, stored))
    context = {
        "walk": walk,
        "errors": errors or {},
        "deed": deed,
        "typed": request.POST if errors else {},
        "notes": notes,
        "promises": promises,
        "questions": card.walk_questions(walk.id),
        "verdict": rules.may_accept(actor, stored) if walk.is_leader and walk.state == "waiting" else None,
        "may_answer": bool(rules.may_answer(actor, stored)),
        "may_take": rules.may_take(actor, stored) if walk.is_offer and walk.state == "waiting" else None,
        "may_call_off": bool(rules.may_call_off(actor, stored)),
        "may_look_back": may_look_back,
        "may_promise": may_look_back and len(standing) < rules.MOST_PROMISED,
        "rows": walk_forms.rows(request, errors or {}, rules.MOST_PROMISED - len(standing)),
        "may_approve": notes is not None and bool(rules.may_approve(actor, notes)),
        "turns": learning.turns_after(actor, id),
        "may_say_felt": bool(rules.may_say_felt(actor, stored)),
        "places": reads.places() if walk.is_offer else [],
        "values": walk_forms.values(request),
        "refused_id": ids.read(request.POST.get("promise", "")) if errors else None,
        "zone": timezone.get_current_timezone_name(),
    }
    return render(request, "meet/walk.html", context, status=422 if errors else 200)


def _invite(request: HttpRequest, actor: Actor) -> tuple[int, str]:
    made = acts.invite(by=actor, leader=walk_forms.leader(request), to=walk_forms.meeting(request))
    return made.id, _("Asked. You hear as soon as there is an answer.")


def _offer(request: HttpRequest, actor: Actor) -> tuple[int, str]:
    made = acts.offer(by=actor, to=walk_forms.meeting(request))
    return made.id, _("Offered. Whoever would like it takes you along.")
