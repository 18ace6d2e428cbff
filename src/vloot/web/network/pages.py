"""My network, and the company's."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from msgspec import Struct

from vloot.company.switches import reads as switches
from vloot.ground.privacy import MINIMUM, Figure
from vloot.network import gate
from vloot.network.picture import own as mine
from vloot.network.picture import reads
from vloot.network.picture.figures import Gathered
from vloot.network.ties import acts
from vloot.people.actor import Actor
from vloot.web.network import drawing
from vloot.web.shell.door import signed_in


class Square(Struct, frozen=True, kw_only=True):
    """A cell of the table of groups: of how many at least how many meet, and how dark it is."""

    meet: Figure | None
    level: int
    is_own: bool


class Row(Struct, frozen=True, kw_only=True):
    """A group with its number, and what it has with each."""

    number: int
    name: str
    size: int
    squares: list[Square]


@require_http_methods(["GET", "POST"])
@signed_in
def own(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Who helped me and whom I helped, for me alone; and staying out of it."""
    if request.method == "POST":
        if request.POST.get("do") == "out":
            acts.stay_out(by=actor)
            messages.success(request, _("You are in no tie any more, and nobody is told."))
        elif request.POST.get("do") == "in":
            acts.come_in(by=actor)
            messages.success(request, _("You are counted again, from the next Monday on."))
        return redirect("network")
    found = mine.mine(actor)
    context = {
        "mine": found,
        "faces": drawing.around_me(found.near),
        "is_cut": len(found.near) > drawing.MOST,
        "middle": (drawing.WIDTH // 2, drawing.HEIGHT // 2 - 6),
        "host": _host(),
    }
    return render(request, "network/own.html", context)


@require_GET
@signed_in
def company(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The newest picture of the company, the same for everybody."""
    shown = reads.latest(actor)
    context: dict[str, Any] = {"shown": shown, "minimum": MINIMUM, "host": _host()}
    if shown and shown.figures.groups:
        spots, lines = drawing.company(shown.figures)
        context |= {"figures": shown.figures, "rows": _rows(shown.figures), "spots": spots, "lines": lines}
        if index := shown.figures.index:
            context |= {
                "index": index,
                "is_inside": index.value < index.low,
                "is_outside": index.value > index.high,
            }
            context["scale"] = [round(50 + 50 * one, 1) for one in (index.value, index.low, index.high)]
    return render(request, "network/company.html", context)


def _rows(figures: Gathered) -> list[Row]:
    cells = {(cell.one, cell.other): cell for cell in figures.cells}
    every = range(len(figures.groups))
    return [
        Row(
            number=one + 1,
            name=name or _("All others"),
            size=size,
            squares=[
                Square(meet=cell.meet, level=drawing.level(cell), is_own=one == other)
                for other in every
                for cell in (cells[min(one, other), max(one, other)],)
            ],
        )
        for one, (name, size) in enumerate(figures.groups)
    ]


def _host() -> Any:
    return switches.card(gate.NETWORK).host
