"""One click on an announcement."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vloot.people.actor import Actor
from vloot.talk.announcements import acts
from vloot.talk.posts import reads as posts
from vloot.web.shell.door import signed_in
from vloot.web.talk.deeds import done


@require_POST
@signed_in
def confirm(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """I have read this."""
    acts.confirm(by=actor, announcement=posts.get(actor, id))
    return done(request, actor, id)


@require_POST
@signed_in
def lower(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Take an announcement off the top of home."""
    acts.lower(by=actor, announcement=posts.get(actor, id))
    messages.success(request, _("It no longer stands on top of home. Everybody can still read it here."))
    return done(request, actor, id)
