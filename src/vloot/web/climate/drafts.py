"""What is typed into the forms of the climate's pages, as the acts want it."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from vloot.climate.matters.acts import AnswerDraft
from vloot.ground.errors import Refused
from vloot.people.actor import Actor
from vloot.web.people import sight


def answer(request: HttpRequest, actor: Actor) -> AnswerDraft:
    """We do it or not, what, who and by when. Raises Refused about what is missing."""
    does = request.POST.get("does", "")
    if does not in ("yes", "no"):
        raise Refused("no_choice", _("Choose: you do it, or you will not."), "does")
    who = request.POST.get("who", "").strip()
    return AnswerDraft(
        does=does == "yes",
        words=request.POST.get("words", ""),
        who_id=sight.one(actor, who, "who") if who else None,
        due_on=day(request, "due_on"),
    )


def day(request: HttpRequest, name: str) -> date | None:
    """The day that was chosen; None for none. Raises Refused for what is no day."""
    typed = request.POST.get(name, "").strip()
    try:
        found = parse_date(typed)
    except ValueError:
        found = None
    if typed and found is None:
        raise Refused("no_day", _("Choose a day."), name)
    return found


def typed(request: HttpRequest) -> dict[str, str]:
    """All that was typed, so that a refused form keeps it."""
    return {name: str(request.POST.get(name, "")) for name in request.POST if name != "csrfmiddlewaretoken"}
