"""Who asks, from what the session brought along: the same checks as Django's, without its questions."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import auth
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from vloot.people.entrance import Entrance


class EnteringMiddleware(AuthenticationMiddleware):
    """Django's `request.user`, read with the session where it can be."""

    def process_request(self, request: HttpRequest) -> None:
        """Let `request.user` be found when it is asked for."""
        super().process_request(request)
        request.user = SimpleLazyObject(partial(_user, request))  # type: ignore[assignment]


def entrance_of(request: HttpRequest) -> Entrance | None:
    """What came with the session, if it is about who is signed in now."""
    found: Entrance | None = getattr(request.session, "entrance", None)
    return found if found and found.person and found.person.pk == request.user.pk else None


def _user(request: Any) -> Any:
    if not hasattr(request, "_cached_user"):
        request._cached_user = _brought_along(request) or auth.get_user(request)
    return request._cached_user


def _brought_along(request: HttpRequest) -> Any:
    """The person whom the session brought, when everything fits; otherwise Django looks, and ends what is amiss."""
    held = request.session
    person_id = held.get(auth.SESSION_KEY)
    found: Entrance | None = getattr(held, "entrance", None)
    if person_id is None or found is None or found.person is None or not found.person.is_active:
        return None
    fits = (
        str(found.person.pk) == person_id
        and held.get(auth.BACKEND_SESSION_KEY) in settings.AUTHENTICATION_BACKENDS
        and constant_time_compare(held.get(auth.HASH_SESSION_KEY) or "", found.person.get_session_auth_hash())
    )
    return found.person if fits else None
