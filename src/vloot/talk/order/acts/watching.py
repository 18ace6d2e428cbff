"""Keeping the list of watched words."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from vloot.ground import ids
from vloot.ground.errors import NotFound, Refused, require
from vloot.ground.text import line
from vloot.logbook import acts as logbook
from vloot.people.actor import Actor
from vloot.talk.order import engine, rules
from vloot.talk.order.models import WatchWord
from vloot.talk.spaces.models import Space

MOST = 500  # in all


def watch(*, by: Actor, phrase: str, reason: str, space: Space | None = None) -> WatchWord:
    """Watch a word, or a few in a row, in one space or everywhere. Refused without a reason, or when it is on the list."""
    require(rules.may_watch(by, space))
    folded, why = engine.fold(phrase), line(reason)
    if len(folded.removesuffix("*")) < 3 or len(folded) > 80 or len(folded.split()) > engine.LONGEST:
        raise Refused(
            "phrase",
            _(
                "Give a word of at least three letters, or a few in a row; a * at the end stands for any ending."
            ),
            "phrase",
        )
    if not 3 <= len(why) <= 200:
        raise Refused(
            "no_reason",
            _("Say in at most 200 characters why you want to look at it. Everybody who hosts reads it."),
            "reason",
        )
    if WatchWord.objects.count() >= MOST:
        raise Refused("too_many", _("The list is full. Take words away that are no longer needed."), "phrase")
    try:
        with transaction.atomic():
            made = WatchWord.objects.create(
                id=ids.new(), phrase=folded, reason=why, space=space, added_by_id=by.person_id
            )
            _record("WordWatched", by, made)
    except IntegrityError as error:
        raise Refused("known", _("This is on the list already."), "phrase") from error
    return made


def unwatch(*, by: Actor, word_id: int) -> None:
    """Take a word from the list."""
    found = WatchWord.objects.filter(pk=word_id).select_related("space").first()
    if found is None:
        raise NotFound
    require(rules.may_watch(by, found.space))
    with transaction.atomic():
        _record("WordUnwatched", by, found)
        found.delete()


def _record(kind: str, by: Actor, word: WatchWord) -> None:
    logbook.record(
        kind=kind, actor_id=by.person_id, object_id=word.pk, space_id=word.space_id, origin=by.origin
    )
