"""My own page: what I tell about myself, and how I sign in."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vloot.ground.errors import Refused
from vloot.mailroom import reads as mailroom
from vloot.people import acts, reads
from vloot.people.actor import Actor
from vloot.people.ways import ways_of
from vloot.web.people.forms import NamesForm, ProfileForm, tell
from vloot.web.shell.door import signed_in

_FIELDS = (
    *("name", "ask_me_about", "learning", "how_to_work", "languages", "working_hours"),
    *("tenure", "locale", "time_zone"),
)


@require_http_methods(["GET", "POST"])
@signed_in
def edit(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What I tell about myself."""
    person = reads.get(actor, actor.person_id)
    form = ProfileForm(request.POST or None, initial={field: getattr(person, field) for field in _FIELDS})
    if request.method == "POST" and form.is_valid():
        try:
            acts.change_profile(by=actor, person_id=actor.person_id, **form.cleaned_data)
        except Refused as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("Saved. This is how others meet you."))
            return redirect("people:person", actor.person_id)
    return _profile(request, actor, form)


@require_POST
@signed_in
def face(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Take a picture as my face, or go back to initials."""
    upload = request.FILES.get("face")
    if "drop" in request.POST:
        acts.drop_face(by=actor, person_id=actor.person_id)
    elif upload is None:
        return _profile(request, actor, face_error=_("Choose a picture first."))
    else:
        try:
            acts.set_face(by=actor, person_id=actor.person_id, picture=upload.read())
        except Refused as refusal:
            return _profile(request, actor, face_error=refusal.text)
    return redirect("people:me")


@require_http_methods(["GET", "POST"])
@signed_in
def sign_in(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The ways I can sign in."""
    if request.method == "POST":
        changed: HttpResponseBase = _change_names(request, actor)
        return changed
    return _ways(request, actor)


@require_POST
@signed_in
def sign_out_everywhere(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """End all my sessions, this one too."""
    acts.sign_out_everywhere(by=actor)
    request.session.flush()
    return redirect("account_login")


@reauthentication_required  # type: ignore[untyped-decorator]
def _change_names(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    form = NamesForm(request.POST)
    if form.is_valid():
        try:
            acts.change_sign_in_names(by=actor, person_id=actor.person_id, **form.cleaned_data)
        except Refused as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("Saved. From now on you sign in with these names."))
            return redirect("people:sign_in")
    return _ways(request, actor, form)


def _ways(request: HttpRequest, actor: Actor, form: NamesForm | None = None) -> HttpResponse:
    ways = ways_of(actor.person_id)
    form = form or NamesForm(initial={"username": ways.username, "email": ways.email})
    return render(request, "people/sign_in.html", {"ways": ways, "form": form}, status=_status(form))


def _profile(
    request: HttpRequest, actor: Actor, form: ProfileForm | None = None, face_error: str = ""
) -> HttpResponse:
    person = reads.get(actor, actor.person_id)
    if form is None:
        form = ProfileForm(initial={field: getattr(person, field) for field in _FIELDS})
    context = {
        "form": form,
        "face_error": face_error,
        "mail_trouble": mailroom.trouble_of(actor.person_id, person.email or ""),
    }
    return render(request, "people/me.html", context, status=422 if face_error else _status(form))


def _status(form: ProfileForm | NamesForm) -> int:
    return 422 if form.is_bound and form.errors else 200
