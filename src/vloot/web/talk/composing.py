"""The composer: one form, six kinds; what is refused keeps every word and file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from msgspec import structs

from vloot.ground import ids
from vloot.ground.errors import Refused
from vloot.people.actor import Actor
from vloot.talk.announcements import acts as announcements
from vloot.talk.drafts import acts as drafts
from vloot.talk.drafts import reads as drafted
from vloot.talk.events import acts as events
from vloot.talk.files import acts as files
from vloot.talk.files import reads as filed
from vloot.talk.guides import reads as guides
from vloot.talk.polls import acts as polls
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.search import reads as search
from vloot.talk.spaces import reads as spaces
from vloot.talk.spaces.reads import SpaceRef
from vloot.talk.thanks import acts as thanks
from vloot.web.people import sight
from vloot.web.shell import once
from vloot.web.talk import kinds

FIELDS = (
    "kind", "space", "title", "body", "known", "tried", "to", "choices", "closes_on", "is_multiple", "is_hidden", "is_secret", "kept",
    "starts", "ends", "zone", "place", "link", "capacity", "until", "asks", "is_for_all",
)  # fmt: skip
KINDS = ("update", "question", "thanks", "poll", "event", "announcement")
FILES = 5
# Where a rule's refusal is shown, when it is about one field.
PLACES = {
    "choices": "choices",
    "same_choices": "choices",
    "long_choice": "choices",
    "end": "closes_on",
    "no_end": "closes_on",
    "too_small": "is_secret",
    "nobody": "to",
    "yourself": "to",
    "too_many": "to",
}
_NAMES = re.compile(r"[\s,;]+")


@dataclass
class Composer:
    """What the composer's template shows."""

    action: str
    key: str
    kind: str = "update"
    is_fixed: bool = False
    is_open: bool = False
    is_draft: bool = False
    values: dict[str, Any] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    error: str = ""
    spaces: list[SpaceRef] = field(default_factory=list)
    my_spaces: list[SpaceRef] = field(default_factory=list)
    space: SpaceRef | None = None
    kept: list[Any] = field(default_factory=list)
    similar: list[Any] = field(default_factory=list)
    guides: list[Any] = field(default_factory=list)
    can_announce: bool = False
    can_announce_to_all: bool = False


def fresh(
    actor: Actor,
    *,
    action: str,
    key: str,
    kind: str = "update",
    space: SpaceRef | None = None,
    is_host: bool = False,
) -> Composer:
    """A composer with what the actor was writing here, if anything; `is_host` says so of the space given."""
    kept = drafted.draft(actor, key)
    made = Composer(action=action, key=key, kind=str(kept.get("kind") or kind), space=space)
    made.values, made.is_draft, made.is_open = dict(kept), bool(kept), bool(kept)
    if space is None:
        made.my_spaces, others, hosted = spaces.writable_with_hosted(actor)
        made.spaces = made.my_spaces + others
        is_host = bool(hosted)
    made.can_announce = is_host or actor.is_administrator
    made.can_announce_to_all = actor.is_administrator
    return made


def refused(request: HttpRequest, actor: Actor, composer: Composer, refusal: Refused) -> Composer:
    """The composer as it was sent, with what is amiss; nothing is lost."""
    request.vloot_refusal = refusal.text  # type: ignore[attr-defined]
    composer.values = _typed(request)
    composer.kind = composer.values.get("kind", composer.kind)
    composer.is_open = True
    composer.kept = kept_files(request, actor)
    composer.values["kept"] = [str(card.id) for card in composer.kept]
    place = refusal.field or PLACES.get(refusal.code, "")
    if composer.kind == "announcement" and refusal.code == "end":
        place = "until"
    if place:
        composer.errors[place] = refusal.text
    else:
        composer.error = refusal.text
    if composer.kind == "question":
        look_for_similar(actor, composer, composer.values.get("title", ""))
    drafts.save(by=actor, key=composer.key, fields=composer.values)
    return composer


def look_for_similar(actor: Actor, composer: Composer, title: str) -> None:
    """Put the questions and how-to pages beside a question that is being asked that may answer it."""
    composer.similar, composer.guides = search.similar(actor, title), guides.similar(actor, title)


def send(request: HttpRequest, actor: Actor, *, key: str) -> Any:
    """Do what the composer asks for: the one act of its kind. Raises Refused with the field it is about."""
    kind = request.POST.get("kind", "update")
    if kind not in KINDS:
        raise Refused(
            "kind", _("Choose what you want to do: share, ask, thank, start a poll, meet or announce.")
        )
    space_id = ids.read(request.POST.get("space", ""))
    if space_id is None:
        raise Refused("no_space", _("Choose the space where this belongs."), "space")
    space = spaces.get_readable(actor, space_id)
    kept = take_files(request, actor)
    made = once.do(lambda: _do(request, actor, space, kept))
    drafts.discard(by=actor, key=key)
    return made


def _do(request: HttpRequest, actor: Actor, space: Any, kept: list[int]) -> Any:
    kind, body = request.POST.get("kind", "update"), request.POST.get("body", "")
    known = once.key_of(request, actor.person_id)
    if kind == "question":
        wording = questions.Wording(
            title=request.POST.get("title", ""),
            known=request.POST.get("known", ""),
            tried=request.POST.get("tried", ""),
            needed=body,
        )
        return questions.ask(by=actor, space=space, wording=wording, files=kept, external_key=known)
    if kind == "thanks":
        to = _named(actor, request.POST.get("to", ""))
        return thanks.give(by=actor, space=space, to=to, reason=body, files=kept, external_key=known)
    if kind == "poll":
        return polls.open(
            by=actor, draft=structs.replace(kinds.poll(request, actor, space.id, kept), external_key=known)
        )
    if kind == "event":
        return events.plan(
            by=actor, draft=structs.replace(kinds.event(request, actor, space.id, kept), external_key=known)
        )
    if kind == "announcement":
        draft = kinds.announcement(request, actor, space.id, kept)
        return announcements.announce(by=actor, draft=structs.replace(draft, external_key=known))
    return posts.write(by=actor, space=space, body=body, files=kept, external_key=known)


def take_files(request: HttpRequest, actor: Actor) -> list[int]:
    """The ids of the files sent with a form: those kept from a refused one, and the new ones, stored now."""
    kept = [card.id for card in kept_files(request, actor)]
    for n in range(FILES):
        upload = request.FILES.get(f"file{n}")
        if upload is not None:
            stored = files.put(
                by=actor, name=upload.name or "", content=upload.read(), alt=request.POST.get(f"alt{n}", "")
            )
            kept.append(stored.id)
    request.vloot_kept = kept  # type: ignore[attr-defined]
    return kept


def kept_files(request: HttpRequest, actor: Actor) -> list[Any]:
    """Files that a refused form holds on to."""
    wanted = getattr(request, "vloot_kept", None)
    if wanted is None:
        sent = (ids.read(value) for value in request.POST.getlist("kept"))
        wanted = [kept for kept in sent if kept is not None][:10]
    return filed.own(actor, wanted)


def _typed(request: HttpRequest) -> dict[str, Any]:
    return {name: request.POST.get(name, "") for name in FIELDS if name != "kept"}


def _named(actor: Actor, text: str) -> list[int]:
    """The persons that "@bram, @els" stands for. Raises Refused for a name that nobody has."""
    names = [name.removeprefix("@") for name in _NAMES.split(text.strip()) if name.removeprefix("@")]
    found = sight.named(actor, names)
    unknown = [name for name in names if name.casefold() not in found]
    if unknown:
        words = _("Nobody here is called {names}. Choose from the list that appears when you type @.")
        raise Refused("unknown_name", words.format(names=", ".join(unknown)), "to")
    return list(dict.fromkeys(found[name.casefold()] for name in names))
