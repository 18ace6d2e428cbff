"""The deeds of a walk as its page offers them, each with what is said when it is done."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.utils.translation import gettext as _

from vloot.ground import ids
from vloot.ground.errors import NotFound
from vloot.meet.walks import acts, reads
from vloot.people.actor import Actor
from vloot.web.meet import walk_forms


def _accept(request: HttpRequest, actor: Actor, id: int) -> str:
    acts.accept(by=actor, walk=reads.get(actor, id), moment=walk_forms.chosen(request))
    return _("Agreed. You find it below, with a file for your calendar.")


def _decline(request: HttpRequest, actor: Actor, id: int) -> str:
    acts.decline(by=actor, walk=reads.get(actor, id), answer=request.POST.get("answer", ""))
    return _("Your answer is with who invited you. Nobody else reads it.")


def _take(request: HttpRequest, actor: Actor, id: int) -> str:
    acts.take(
        by=actor, walk=reads.get(actor, id), moment=walk_forms.chosen(request), to=walk_forms.where(request)
    )
    return _("Agreed. You find it below, with a file for your calendar.")


def _call_off(request: HttpRequest, actor: Actor, id: int) -> str:
    acts.call_off(by=actor, walk=reads.get(actor, id), because=request.POST.get("because", ""))
    return _("It is off. The other one reads why.")


def _promise(request: HttpRequest, actor: Actor, id: int) -> str:
    acts.promise(by=actor, walk=reads.get(actor, id), drafts=walk_forms.drafts(request))
    return _("Promised, for everybody to read.")


def _note(request: HttpRequest, actor: Actor, id: int) -> str:
    acts.write_notes(by=actor, walk=reads.get(actor, id), notes=walk_forms.notes(request))
    return _("Kept. Your host reads it first; everybody can read it once they approve.")


def _approve(request: HttpRequest, actor: Actor, id: int) -> str:
    if (notes := reads.notes_of(actor, id)) is None:
        raise NotFound
    acts.approve(by=actor, notes=notes)
    return _("Approved. Everybody can read it now.")


def _send_back(request: HttpRequest, actor: Actor, id: int) -> str:
    if (notes := reads.notes_of(actor, id)) is None:
        raise NotFound
    acts.send_back(by=actor, notes=notes, wish=request.POST.get("wish", ""))
    return _("Your wish is with who wrote it. Nobody else reads the notes until you approve.")


def _felt(request: HttpRequest, actor: Actor, id: int) -> str:
    was_talk = request.POST.get("felt") == "yes"
    acts.say_felt(by=actor, walk=reads.get(actor, id), was_talk=was_talk)
    return _("Thank you. What you said is kept without your name.")


def _settle(request: HttpRequest, actor: Actor, id: int) -> str:
    promise = reads.promise_of(actor, ids.read(request.POST.get("promise", "")) or 0)
    because = request.POST.get("because", "")
    match request.POST.get("how"):
        case "done":
            acts.say_done(by=actor, promise=promise)
            return _("Your host is asked whether it is done as said.")
        case "kept":
            acts.confirm(by=actor, promise=promise)
            return _("Done as said. Thank you for looking.")
        case "open":
            acts.not_yet(by=actor, promise=promise, because=because)
            return _("It is open again, and everybody reads what is missing.")
        case "given_up":
            acts.give_up(by=actor, promise=promise, because=because)
            return _("Everybody reads why it will not be done.")
    raise NotFound


DEEDS: dict[str, Callable[[HttpRequest, Actor, int], str]] = {
    "accept": _accept,
    "decline": _decline,
    "take": _take,
    "call_off": _call_off,
    "promise": _promise,
    "note": _note,
    "approve": _approve,
    "send_back": _send_back,
    "felt": _felt,
    "settle": _settle,
}
