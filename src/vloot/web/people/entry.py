"""The way in: invitations, codes from paper, and whether the device is one's own."""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.contrib.auth import logout
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vloot.ground import limits
from vloot.ground.errors import NotFound, Refused
from vloot.ground.limits import TooFast
from vloot.people import acts, names, reads
from vloot.web.people import shared_device
from vloot.web.people.adapter import TRIES_WAIT
from vloot.web.people.forms import CodeForm, JoinForm, tell


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponseBase:
    """Come in with an invitation."""
    try:
        invitation = reads.invitation(token)
    except NotFound:
        return render(request, "people/link_over.html", status=404)
    form = JoinForm(request.POST or None, initial={"name": invitation.name, "email": invitation.email or ""})
    if request.method == "POST" and form.is_valid():
        try:
            person = acts.accept_invitation(token=token, **form.cleaned_data)
        except Refused as refusal:
            tell(form, refusal)
        else:
            return enter(request, person, "people:me")
    context = {"form": form, "invited_by": invitation.invited_by_id and reads.card(invitation.invited_by_id)}
    return render(request, "people/join.html", context, status=_status(form))


@never_cache
@sensitive_post_parameters("code", "password")
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponseBase:
    """Come in with a code from paper."""
    form = CodeForm(request.POST or None, initial={"username": request.GET.get("username", "")})
    if request.method == "POST" and form.is_valid():
        if not _is_calm(request, form.cleaned_data["username"]):
            limits.noted(TooFast(TRIES_WAIT))
            form.add_error(None, _("Too many tries in a row. Wait five minutes and try again."))
            return render(request, "people/enter.html", {"form": form}, status=429)
        try:
            person = acts.sign_in_with_code(**form.cleaned_data)
        except Refused as refusal:
            tell(form, refusal)
        else:
            return enter(request, person, "home" if form.cleaned_data["password"] else "people:sign_in")
    return render(request, "people/enter.html", {"form": form}, status=_status(form))


@require_POST
def device(request: HttpRequest) -> HttpResponseBase:
    """Say before signing in whether others use this device too."""
    answer = redirect("people:enter" if request.POST.get("next") == "code" else "account_login")
    shared_device.mark(answer, is_shared=request.POST.get("device") == "shared")
    return answer


@require_POST
def alive(request: HttpRequest) -> HttpResponse:
    """A sign of life from a page on a shared device: that it came is all there is to it."""
    return HttpResponse(status=204)


@never_cache
@require_GET
def quiet(request: HttpRequest) -> HttpResponse:
    """What a shared device shows once a session has ended by itself; a page left alone ends it by coming here."""
    if getattr(request, "is_shared_device", False):
        logout(request)
    return render(request, "people/quiet.html")


def enter(request: HttpRequest, person: AbstractBaseUser, then: str) -> HttpResponseBase:
    """Sign somebody in who has shown who they are, second step included where they have one."""
    record_authentication(request, person, method="code")
    answer: HttpResponseBase = perform_login(
        request, person, email_verification="none", redirect_url=redirect(then).url
    )
    return answer


def _is_calm(request: HttpRequest, username: str) -> bool:
    key = f"code:{names.fold_username(username)}"
    return bool(ratelimit.consume(request, action="login_failed", key=key))


def _status(form: JoinForm | CodeForm) -> int:
    return 422 if form.is_bound and form.errors else 200
