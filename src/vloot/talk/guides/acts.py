"""What people do with how-to pages."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.company.switches import rules as switches
from vloot.ground import clock
from vloot.ground.errors import Refused, require
from vloot.logbook import acts as logbook
from vloot.notices import acts as notices
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.files import acts as files
from vloot.talk.guides import placing, rules
from vloot.talk.guides.models import Guide, GuideHelped
from vloot.talk.guides.placing import GuideDraft, Wording, write_many
from vloot.talk.spaces.models import Space

__all__ = [
    "GuideDraft", "Wording", "confirm", "edit", "hand_over", "mark_helped", "mark_obsolete", "remove",
    "revive", "take_back", "unmark_helped", "write", "write_many",
]  # fmt: skip


def write(
    *,
    by: Actor,
    space: Space,
    wording: Wording,
    grown_from: tuple[int | None, int | None] = (None, None),
    months: int = rules.MONTHS,
    files: Sequence[int] = (),
) -> Guide:
    """Write a how-to page and look after it; `grown_from` are the ids of the question and of the answer it was made of.

    Refused without title or text, where the actor may not write, and for a question of another space.
    """
    draft = GuideDraft(
        space_id=space.id,
        author_id=by.person_id,
        wording=wording,
        question_id=grown_from[0],
        answer_id=grown_from[1],
        months=months,
        files=tuple(files),
    )
    return write_many(by=by, drafts=[draft])[0]


def edit(
    *,
    by: Actor,
    guide: Guide,
    wording: Wording,
    over: int,
    attached: Sequence[int] = (),
    dropped: Collection[int] = (),
) -> int:
    """Say it better; what it said before stays in its history. `over` is the number of the version that was edited.

    Returns the number of the version it has now. Refused ("newer") when somebody saved another version meanwhile, and to
    who may not write in the space. Who looks after the page has thereby looked at it again.
    """
    switches.require_on(rules.ROOM, by)
    require(rules.may_edit(by, guide))
    parsed = placing.parse(by, wording)
    with transaction.atomic():
        placing.hold(guide)
        is_same = (guide.title, guide.source) == (parsed.title, parsed.body.source)
        if guide.number != over and not is_same:
            raise Refused(
                "newer", _("Somebody else changed this page while you wrote. Nothing is lost: see below.")
            )
        files.claim(by=by, file_ids=attached, post_id=guide.id, space_id=guide.space_id)
        if dropped:
            files.remove_of_post(by=by, post_id=guide.id, file_ids=dropped)
        if is_same and not attached and not dropped:
            return guide.number
        placing.save_version(guide, by.person_id, parsed, wording.note)
        if rules.may_look_after(by, guide):
            placing.look_again_later(guide, guide.review_months)
        guide.save()
        _record("GuideEdited", by, guide, {"number": guide.number})
    return guide.number


def take_back(*, by: Actor, guide: Guide, number: int, over: int) -> int:
    """Let a page say again what a former version said, as a new version. Refused like an edit; NotFound for no such version."""
    former = placing.version(guide, number)
    note = _("As in version {number} again").format(number=number)
    return edit(by=by, guide=guide, wording=Wording(former.title, former.source, note), over=over)


def confirm(*, by: Actor, guide: Guide, months: int) -> None:
    """Say that a page is still true, and when it is looked at again. Refused to all but its owner and the hosts."""
    require(rules.may_look_after(by, guide))
    require(rules.may_review_in(months))
    with transaction.atomic():
        placing.hold(guide)
        guide.confirmed_at, guide.confirmed_by_id = clock.now(), by.person_id or None
        placing.look_again_later(guide, months)
        guide.save()
        _record("GuideConfirmed", by, guide, {"months": months})


def mark_obsolete(*, by: Actor, guide: Guide, why: str) -> None:
    """Say that a page no longer holds, and what does instead; it stays readable. Refused without a reason."""
    require(rules.may_look_after(by, guide))
    words = why.strip()
    if not 3 <= len(words) <= 200:
        raise Refused(
            "no_reason", _("Say in at most 200 characters why it no longer holds, or what does."), "why"
        )
    with transaction.atomic():
        placing.hold(guide)
        guide.obsolete_at, guide.obsolete_why = clock.now(), words
        guide.save()
        _record("GuideObsoleted", by, guide)


def revive(*, by: Actor, guide: Guide) -> None:
    """Say that a page holds after all; it is looked at again when its time has passed."""
    require(rules.may_look_after(by, guide))
    with transaction.atomic():
        placing.hold(guide)
        if not guide.obsolete_at:
            return
        guide.obsolete_at, guide.obsolete_why = None, ""
        placing.look_again_later(guide, guide.review_months)
        guide.save()
        _record("GuideRevived", by, guide)


def hand_over(*, by: Actor, guide: Guide, to: int) -> None:
    """Let somebody else look after a page. Refused to all but its owner and the hosts, and for who cannot read it."""
    require(rules.may_look_after(by, guide))
    require(rules.may_own(guide.space, people.card(to)))
    if guide.owner_id == to:
        return
    with transaction.atomic():
        Guide.objects.filter(pk=guide.pk).update(owner_id=to)
        guide.owner_id = to
        _record("GuideHandedOver", by, guide, {"owner_id": to})


def mark_helped(*, by: Actor, guide: Guide) -> None:
    """Say that a page helped oneself. Refused to those who wrote it."""
    require(rules.may_help_be_marked(by, guide))
    with transaction.atomic():
        _helped, is_new = GuideHelped.objects.get_or_create(guide=guide, person_id=by.person_id)
        if is_new:
            _record("GuideHelped", by, guide)


def unmark_helped(*, by: Actor, guide: Guide) -> None:
    """Take back that a page helped."""
    with transaction.atomic():
        if GuideHelped.objects.filter(guide=guide, person_id=by.person_id).delete()[0]:
            _record("GuideHelpWithdrawn", by, guide)


def remove(*, by: Actor, guide: Guide) -> None:
    """Take a page away for good, with its history and files. Refused to all but its owner and the hosts of its space."""
    require(rules.may_look_after(by, guide))
    with transaction.atomic():
        files.remove_of_post(by=by, post_id=guide.id)
        notices.forget_about([guide.id])
        _record("GuideRemoved", by, guide)
        guide.delete()


def _record(kind: str, by: Actor, guide: Guide, details: dict[str, Any] | None = None) -> None:
    logbook.record(
        kind=kind,
        actor_id=by.person_id or None,
        object_id=guide.id,
        space_id=guide.space_id,
        origin=by.origin,
        details=details,
    )
