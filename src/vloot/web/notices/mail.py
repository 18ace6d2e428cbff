"""Mail, seen from the pages: stopping it with the link in it, and sending to an address again that did not work."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from vloot.ground.errors import NotFound
from vloot.mailroom import acts as mailroom
from vloot.mailroom import links
from vloot.notices import acts, choices
from vloot.notices.groups import GROUPS, MAIL, OFF
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.web.shell.door import signed_in


# The link proves who it is, and mail programs that press the button bring no cookie (RFC 8058).
@csrf_exempt
@never_cache
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponseBase:
    """End some groups of mail: looking shows a button, only pressing it does it. Nobody needs to sign in."""
    asked = links.read_stop(token)
    if asked is None:
        raise NotFound
    by = people.actor_for(asked.person_id, "mail")
    groups = [group for group in asked.groups if group in GROUPS]
    with translation.override(people.locale_of(by.person_id)):
        is_done = request.method == "POST"
        if is_done:
            acts.choose(by=by, chosen={(group, MAIL): OFF for group in groups})
        context = {
            "groups": [GROUPS[group] for group in groups],
            "still": _still(by),
            "is_done": is_done,
        }
        return render(request, "notices/stop.html", context)


@require_POST
@signed_in
def again(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Send mail to my address again."""
    mailroom.try_again(person_id=actor.person_id)
    messages.success(request, _("From now on mail goes to this address again."))
    return redirect("people:me")


def _still(by: Actor) -> list[str]:
    """The groups that this person gets by mail."""
    rhythms = choices.Rhythms([by.person_id])
    return [str(words) for group, words in GROUPS.items() if rhythms.of(by.person_id, group, MAIL) != OFF]
