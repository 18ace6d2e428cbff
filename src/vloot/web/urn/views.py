"""Taking a ballot (by somebody), casting it (by nobody), and looking one's own up."""

from __future__ import annotations

import base64
import binascii
from http import HTTPStatus
from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vloot.ground.errors import Refused
from vloot.people.actor import Actor
from vloot.urn import acts, reads
from vloot.web.shell.door import signed_in
from vloot.web.urn import bare
from vloot.web.urn.kinds import KINDS, Kind, Paper

LONGEST_BLINDED = 4_096  # characters


class Sent(msgspec.Struct, forbid_unknown_fields=True):
    """A ballot as the browser sends it; octets in base64url."""

    group: str
    prepared: str
    signature: str
    content: dict[str, list[str]]


@require_GET
@signed_in
def key(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """How the vote stands for the reader, and for who is on its roster the key of their group."""
    box = reads.box(id)
    state = reads.state_of(actor, box)
    found: dict[str, Any] = {
        "on_roster": state.on_roster,
        "on_paper": state.on_paper,
        "has_taken": state.has_taken,
        "is_closed": state.is_closed,
    }
    if state.on_roster:
        card = reads.key_for(actor, box)
        found |= {"group": card.group, "key": _text(card.public)}
    return JsonResponse(found)


@require_POST
@signed_in
def take(request: HttpRequest, actor: Actor, id: int) -> HttpResponseBase:
    """Sign a blinded token."""
    blinded = _octets(request.POST.get("blinded", "")[:LONGEST_BLINDED])
    return JsonResponse({"signed": _text(acts.take(by=actor, box=reads.box(id), blinded=blinded))})


# Nothing of the person rides on it, so there is nothing that another site could misuse.
@csrf_exempt
@require_http_methods(["GET", "POST"])
def cast(request: HttpRequest, kind: str, id: int) -> HttpResponseBase:
    """Cast a ballot: JSON with a token, or the form with a printed code."""
    found = KINDS.get(kind)
    if found is None:
        raise Http404
    if request.content_type == "application/json":
        return _by_token(request, found, id)
    if found.paper is None:
        raise Http404
    return _by_code(request, found, found.paper, id)


@csrf_exempt
@require_http_methods(["GET", "POST"])
def listed(request: HttpRequest, id: int) -> HttpResponseBase:
    """The check list of a vote that has closed: everybody can look their own token or code up."""
    box = reads.box(id)
    is_closed = box.closed_at is not None
    typed = request.POST.get("token", "") if request.method == "POST" else ""
    found = is_closed and reads.was_counted(box, typed)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"is_closed": is_closed, "found": found})
    context: dict[str, Any] = {"box": box, "typed": typed, "found": found, "is_closed": is_closed}
    if is_closed:
        turnout = reads.turnout(box)
        context |= {"turnout": turnout, "spent": reads.spent(box) if turnout.ballots is not None else []}
    return render(request, "urn/list.html", context)


def _by_token(request: HttpRequest, kind: Kind, box_id: int) -> HttpResponseBase:
    if int(request.META.get("CONTENT_LENGTH") or 0) > bare.LONGEST:
        return _refused(
            Refused("too_long", _("This ballot cannot be read. Load the page anew and try again."))
        )
    try:
        sent = msgspec.json.decode(request.body, type=Sent)
        kind.cast(
            box_id=box_id,
            group=sent.group.replace("\x00", ""),
            prepared=_octets(sent.prepared),
            signature=_octets(sent.signature),
            content=kind.content(sent.content),
        )
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return _refused(
            Refused("unreadable", _("This ballot cannot be read. Load the page anew and try again."))
        )
    except Refused as refusal:
        return _refused(refusal)
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


def _by_code(request: HttpRequest, kind: Kind, paper: Paper, box_id: int) -> HttpResponseBase:
    box = reads.box(box_id)
    context = paper.context(box_id) | {"fields": paper.fields, "errors": {}, "values": {}, "box": box}
    if request.method == "POST":
        sent = {name: [str(one) for one in values] for name, values in request.POST.lists()}
        code = "".join(sent.pop("code", [])[:1])
        try:
            paper.cast(box_id=box_id, code=code, content=kind.content(sent))
        except Refused as refusal:
            context |= {"errors": refusal.by_field, "values": sent, "code": code}
            return render(request, "urn/paper.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        return render(request, "urn/cast.html", {"box": box})
    return render(request, "urn/paper.html", context)


def _refused(refusal: Refused) -> HttpResponseBase:
    return JsonResponse({"code": refusal.code, "text": refusal.text}, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _octets(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return b""


def _text(octets: bytes) -> str:
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode("ascii")
