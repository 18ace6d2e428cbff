"""What was seen, read by the host before everybody reads it; and how the walk felt."""

import msgspec
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from vloot.ground import clock
from vloot.ground.errors import Refused, require
from vloot.meet.walks import naming, recording, rules
from vloot.meet.walks.models import Felt, Notes, Walk
from vloot.people.actor import Actor

LONGEST = 1000


class NotesDraft(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody saw, what surprised them, and what they saw that hinders people in their work."""

    saw: str = ""
    surprised: str = ""
    hinders: str = ""


def write_notes(*, by: Actor, walk: Walk, notes: NotesDraft) -> Notes:
    """Note what one saw, without names, or write it anew; the host approves before anybody else reads it. Raises Refused."""
    walk = Walk.objects.get(pk=walk.pk)
    require(rules.may_look_back(by, walk))
    said = {name: text.strip() for name, text in msgspec.structs.asdict(notes).items()}
    if not any(said.values()):
        raise Refused("empty", _("Write at least one line: what did you see?"), "saw")
    for name, text in said.items():
        if len(text) > LONGEST:
            raise Refused("too_long", _("Keep it short: 1000 characters at most."), name)
        naming.require_none(text, name)
    with transaction.atomic():
        made, _is_new = Notes.objects.update_or_create(
            walk=walk, defaults={**said, "sent_back": "", "approved_at": None}
        )
        recording.happened("WalkNoted", by, walk)
    return made


def approve(*, by: Actor, notes: Notes) -> None:
    """From now on everybody reads these notes."""
    with transaction.atomic():
        notes = _held(notes)
        require(rules.may_approve(by, notes))
        notes.approved_at, notes.sent_back = clock.now(), ""
        notes.save(update_fields=["approved_at", "sent_back"])
        recording.happened("WalkNotesApproved", by, notes.walk)


def send_back(*, by: Actor, notes: Notes, wish: str) -> None:
    """Ask for other words before everybody reads them."""
    said = " ".join(wish.split())
    if not 3 <= len(said) <= 300:
        raise Refused("no_wish", _("Say what you would like to read otherwise."), "wish")
    with transaction.atomic():
        notes = _held(notes)
        require(rules.may_approve(by, notes))
        notes.sent_back = said
        notes.save(update_fields=["sent_back"])
        recording.happened("WalkNotesSentBack", by, notes.walk)


def say_felt(*, by: Actor, walk: Walk, was_talk: bool) -> None:
    """Say once whether it felt like a talk: only how many hosts said so in the year is kept."""
    walk = Walk.objects.get(pk=walk.pk)
    require(rules.may_say_felt(by, walk))
    with transaction.atomic():
        is_first = Walk.objects.filter(pk=walk.pk, has_said=False).update(has_said=True)
        if is_first and walk.starts_at is not None:
            Felt.objects.get_or_create(year=walk.starts_at.year)
            Felt.objects.filter(year=walk.starts_at.year).update(
                told=F("told") + 1, talked=F("talked") + int(was_talk)
            )


def _held(notes: Notes) -> Notes:
    return Notes.objects.select_for_update(of=("self",)).select_related("walk").get(pk=notes.pk)
