"""Asking the hosts to look."""

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground import ids
from vloot.ground.errors import Refused, require
from vloot.logbook import acts as logbook
from vloot.people import pace
from vloot.people.actor import Actor
from vloot.talk.order import keepers, rules
from vloot.talk.order.holding import words
from vloot.talk.order.models import Case, Report
from vloot.talk.order.opening import open_case
from vloot.talk.order.words import REASONS
from vloot.talk.posts.models import Post


def report(*, by: Actor, post: Post, reason: str, own_words: str = "") -> Case:
    """Ask the hosts to look at a post. Twice is once while they have not decided. Refused without a reason.

    Only who looks after the case reads who asked; the entry bears no name either.
    """
    require(rules.may_report(by, post))
    if reason not in REASONS:
        raise Refused("no_reason", _("Choose what is the matter with it."), "reason")
    typed = words(own_words, "words", needed=reason == "other")
    pace.keep(by, rules.REPORTS)
    with transaction.atomic():
        case = open_case(post, Case.REPORT)
        _report, is_new = Report.objects.get_or_create(
            case=case,
            reporter_id=by.person_id,
            defaults={"id": ids.new(), "reason": reason, "words": typed},
        )
        if case.claimed_by_id == by.person_id:
            # Who reports steps back from looking at it.
            Case.objects.filter(pk=case.pk).update(claimed_by=None, claimed_at=None)
        keepers.raise_if_nobody(case)
        if is_new:
            logbook.record(kind="PostReported", actor_id=None, object_id=case.pk, origin=by.origin)
    return case
