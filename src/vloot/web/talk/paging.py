"""Pages cut by the last id they showed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vloot.ground import ids
from vloot.talk.timeline.reads import Page


def cursor(request: HttpRequest) -> int | None:
    """The id in `?before=`; None on the first page, and for anything that is no id."""
    return ids.read(request.GET.get("before", ""))


def listing(request: HttpRequest, cards: list[Any], older: int | None) -> dict[str, Any]:
    """What a list of cards needs: the cards and the address of what is older."""
    return {"cards": cards, "older_url": f"{request.path}?before={older}" if older else ""}


def going_on(request: HttpRequest, after: int, page: Page) -> HttpResponse:
    """What a live page has missed, a piece at a time: the header says where the next piece is, for as long as there is one."""
    response = render(request, "talk/_cards.html", {"cards": page.cards, "older_url": ""})
    if page.older:
        response["X-More"] = f"{request.path}?after={after}&before={page.older}"
    return response
