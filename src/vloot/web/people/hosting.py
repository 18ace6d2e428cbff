"""What hosts and administrators do for others: inviting, codes, buddies, the chart, roles, access."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from vloot.company.audit import acts as audit
from vloot.ground.errors import Refused, require
from vloot.people import acts, reads, rules
from vloot.people.actor import Actor
from vloot.people.portrait import portrait
from vloot.people.tree import team_names
from vloot.talk.spaces import reads as spaces
from vloot.web.people.forms import InviteForm, PlaceForm, tell
from vloot.web.shell.door import signed_in


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
def invite(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Make a link for one person, and show it once."""
    require(rules.may_invite(actor))
    hosted = [(space.id, space.name) for space in spaces.hosted_by(actor)]
    form = InviteForm(request.POST or None, teams=team_names(actor), spaces=hosted)
    if request.method == "POST" and form.is_valid():
        wanted = form.cleaned_data
        try:
            token = acts.invite(
                by=actor,
                is_guest=wanted["is_guest"],
                name=wanted["name"],
                email=wanted["email"],
                team_id=wanted["team"],
                space_ids=wanted.get("spaces", []),
            )
        except Refused as refusal:
            tell(form, refusal)
        else:
            link = request.build_absolute_uri(reverse("people:join", args=(token,)))
            context = {"link": link, "invited": wanted["name"], "is_near": _is_near(request)}
            return render(request, "people/invited.html", context)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "people/invite.html", {"form": form}, status=status)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
def code(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Make a code for somebody, and show it once, ready to print."""
    person = reads.get(actor, id)
    require(rules.may_make_code(actor, person, reads.roles_of(id)))
    context = {"person": reads.card(id), "username": person.username}
    if request.method == "POST":
        context["code"] = acts.make_sign_in_code(
            by=actor, person_id=id, drops_second_step=request.POST.get("second_step") == "drop"
        )
        context["where"] = request.build_absolute_uri(reverse("people:enter"))
    return render(request, "people/code.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def place(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Somebody's place in the chart."""
    require(rules.may_change_place(actor))
    person = reads.get(actor, id)
    above = reads.get(actor, person.manager_id).username if person.manager_id else ""
    initial = {
        "function": person.function,
        "team": person.team_id,
        "manager": above,
        "joined_on": person.joined_on,
    }
    form = PlaceForm(request.POST or None, initial=initial, teams=team_names(actor))
    if request.method == "POST" and form.is_valid():
        try:
            acts.change_place(by=actor, person_id=id, place=_place(form))
        except Refused as refusal:
            tell(form, refusal)
        else:
            return redirect("people:person", id)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "people/place.html", {"form": form, "person": reads.card(id)}, status=status)


@require_http_methods(["GET", "POST"])
@signed_in
def standing(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Somebody's roles, buddy and access."""
    shown = portrait(actor, id)
    if not shown.can & {"role", "deactivate", "reactivate", "buddy"}:
        require(rules.may_give_role(actor))
    if request.method == "POST":
        return _change_standing(request, actor, id)
    if actor.person_id != id:
        audit.look(by=actor, page="standing", object_id=id)
    return render(
        request,
        "people/standing.html",
        {"portrait": shown, "roles": _roles(shown.roles), "takes_guests": rules.may_take_guests()},
    )


def _change_standing(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    deed, role = request.POST.get("deed", ""), request.POST.get("role", "")
    name = reads.card(id).called
    if deed == "give":
        acts.give_role(by=actor, person_id=id, role=role)
    elif deed == "take":
        acts.take_role(by=actor, person_id=id, role=role)
    elif deed == "deactivate":
        acts.deactivate(by=actor, person_id=id)
        messages.success(request, _("%(name)s has no access any more, on any device.") % {"name": name})
    elif deed == "reactivate":
        acts.reactivate(by=actor, person_id=id)
        messages.success(request, _("%(name)s has access again.") % {"name": name})
    elif deed == "buddy":
        _give_buddy(request, actor, id)
    return redirect("people:standing", id)


def _give_buddy(request: HttpRequest, actor: Actor, id: int) -> None:
    typed = request.POST.get("buddy", "").strip()
    found = reads.by_username([typed]) if typed else {}
    if typed and not found:
        messages.error(request, _("Nobody here has the user name “%(name)s”.") % {"name": typed})
        return
    buddy = acts.give_buddy(by=actor, person_id=id, buddy_id=next(iter(found.values()), None))
    if buddy is None:
        messages.error(request, _("There is nobody yet who could be a buddy."))
    else:
        messages.success(request, _("%(name)s is the buddy now.") % {"name": reads.card(buddy).called})


def _roles(held: list[str]) -> list[tuple[str, str, str, bool]]:
    explained = {
        "guest": (_("guest"), _("Comes from outside, sees only the spaces they are in, wears a badge.")),
        "host": (_("host"), _("Invites people, makes sign-in codes, helps where somebody is stuck.")),
        "administrator": (_("administrator"), _("Keeps the chart, the roles and the company's own things.")),
        "council": (_("works council"), _("May read the log of what administrators did.")),
    }
    return [(role, name, meaning, role in held) for role, (name, meaning) in explained.items()]


def _place(form: PlaceForm) -> acts.Place:
    typed = form.cleaned_data["manager"].strip()
    found = reads.by_username([typed]) if typed else {}
    if typed and not found:
        raise Refused("manager.unknown", _("Nobody here has this user name."), "manager")
    return acts.Place(
        function=form.cleaned_data["function"],
        team_id=form.cleaned_data["team"],
        manager_id=next(iter(found.values()), None),
        joined_on=form.cleaned_data["joined_on"],
    )


def _is_near(request: HttpRequest) -> bool:
    """Whether the address of this page means nothing on another machine."""
    return request.get_host().rpartition(":")[0] in ("127.0.0.1", "localhost", "[::1]")
