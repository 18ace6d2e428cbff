"""Completing @people, @teams, #tags and :emoji while typing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from vloot.ground.text import emoji
from vloot.people import pace, rules
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.posts import reads as posts
from vloot.talk.spaces import reads as spaces
from vloot.web.shell.door import signed_in


@require_GET
@signed_in
def complete(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """What `?q=@br`, `?q=#so` or `?q=:smi` can become: label, what to insert, and a detail that tells two apart."""
    asked = request.GET.get("q", "")[:60]
    pace.keep(actor, rules.COMPLETIONS)
    if asked.startswith("#"):
        found = [
            {"label": f"#{tag}", "insert": f"#{tag}", "detail": ""}
            for tag in posts.tags_like(actor, asked[1:])
        ]
    elif asked.startswith(":"):
        found = [
            {"label": f"{one.sign} {one.word}", "insert": one.sign, "detail": ""}
            for one in emoji.like(asked[1:])
        ]
    else:
        found = _people(actor, asked.removeprefix("@"))
    return JsonResponse(found, safe=False)


def _people(actor: Actor, start: str) -> list[dict[str, str]]:
    shared = spaces.shared_with(actor)
    found = [
        {"label": card.name, "insert": f"@{username}", "detail": card.function or card.team_name}
        for username, card in people.suggest(actor, start, shared)
    ]
    if not actor.is_guest:
        found += [
            {"label": name, "insert": f"@{slug}", "detail": _("everybody in this team")}
            for slug, name in people.suggest_teams(start)
        ]
    return found[:8]
