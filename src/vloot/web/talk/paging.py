"""Pages cut by the last id they showed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from vloot.ground import ids


def cursor(request: HttpRequest) -> int | None:
    """The id in `?before=`; None on the first page, and for anything that is no id."""
    return ids.read(request.GET.get("before", ""))


def listing(request: HttpRequest, cards: list[Any], older: int | None) -> dict[str, Any]:
    """What a list of cards needs: the cards and the address of what is older."""
    return {"cards": cards, "older_url": f"{request.path}?before={older}" if older else ""}
