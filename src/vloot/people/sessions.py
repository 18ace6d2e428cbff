"""Ending the sessions of a person, on every device."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Exists, F, OuterRef

from vloot.ground import clock, live
from vloot.people.models import Person


def end_sessions(person_id: int) -> None:
    """End every session and live stream of a person, in the caller's transaction."""
    Person.objects.filter(id=person_id).update(session_era=F("session_era") + 1)
    sessions = UserSession.objects.filter(user_id=person_id)
    Session.objects.filter(session_key__in=list(sessions.values_list("session_key", flat=True))).delete()
    sessions.delete()
    live.announce("ended", object_id=person_id, person_id=person_id)


def clear_ended() -> int:
    """Drop the sessions that are over, with where they came from. Returns how many."""
    ended, _rows = Session.objects.filter(expire_date__lt=clock.now()).delete()
    alive = Session.objects.filter(session_key=OuterRef("session_key"))
    UserSession.objects.filter(~Exists(alive)).delete()
    return ended
