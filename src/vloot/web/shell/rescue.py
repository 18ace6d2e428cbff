"""What is written is kept, also when the session is over by the time it is sent."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from vloot.ground.errors import NotFound
from vloot.people import reads as people
from vloot.talk.drafts import acts

WRITER = "writer"  # the hidden field that says, signed, whose words a form holds
_SALT = "vloot.web.writer"
_LONGEST = 14 * 86400  # seconds a form may lie open
_REPLY = re.compile(r"(?:answer|comment|reply)-(\d{1,19})")
_NOT_WORDS = {"key", "draft_key", WRITER, "csrfmiddlewaretoken", "next"}


def writer(person: AbstractBaseUser) -> str:
    """The signed word by which a form remembers who writes in it; it ends with their sessions, when they end them all."""
    return signing.dumps([person.pk, _era(person)], salt=_SALT)


def rescue(request: HttpRequest) -> HttpResponse | None:
    """A form arrives and its session is over: its words become its writer's draft, then they sign in again.

    Nothing is shown or changed for whoever sends it, so it needs no session; the signed word says whose words they are.
    """
    signed, key = request.POST.get(WRITER, ""), request.POST.get("draft_key", "")[:80]
    if not signed or not key:
        return None
    try:
        person_id, era = signing.loads(signed, salt=_SALT, max_age=_LONGEST)
        actor = people.actor_for(person_id)
        person = people.get(actor, person_id)
    except (signing.BadSignature, NotFound, ValueError, TypeError):
        return None  # forged, stale, or its writer has left: rescues nothing
    if not constant_time_compare(era, _era(person)):
        return None  # they changed their password, or signed out everywhere
    acts.save(by=actor, key=key, fields=fields(request))
    messages.info(
        request, _("You were signed out meanwhile. What you wrote is kept: sign in and it is there again.")
    )
    return redirect(f"{reverse('account_login')}?{urlencode({'next': _where(request.path, key)})}")


def fields(request: HttpRequest) -> dict[str, Any]:
    """The words of a form: what it sends, without what is not written by hand."""
    return {
        name: request.POST.get(name, "")[:20_000]
        for name in list(request.POST)[:30]
        if name not in _NOT_WORDS
    }


def _era(person: AbstractBaseUser) -> str:
    return person.get_session_auth_hash()[:16]


def _where(path: str, key: str) -> str:
    """The page on which a draft stands: a reply's is its thread, since its own address takes forms and shows nothing."""
    reply = _REPLY.fullmatch(key)
    return reverse("thread", args=(int(reply[1]),)) if reply else path
