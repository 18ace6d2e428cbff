"""Whom order concerns, and which posts have a watched word in them: readers of the logbook."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from vloot.logbook import acts as logbook
from vloot.logbook.models import Entry
from vloot.notices import acts as notices
from vloot.notices.acts import Note
from vloot.talk.order import engine, keepers, said
from vloot.talk.order.models import Case, WatchWord
from vloot.talk.order.opening import open_case
from vloot.talk.posts.models import Post

TOLD = {Case.REMOVED: "taken_away", Case.WARNED: "warned", Case.READ_ONLY: "read_only"}


def look_for_words(entries: Sequence[Entry]) -> None:
    """A post with a watched word in it comes into the queue; it stays where it is meanwhile."""
    wanted = [entry.object_id for entry in entries if entry.is_news]
    words = list(WatchWord.objects.values_list("phrase", "space_id")) if wanted else []
    if not words:
        return
    for post in Post.objects.filter(id__in=wanted, removed_at=None):
        phrases = [phrase for phrase, space_id in words if space_id in (None, post.space_id)]
        marks = {found.phrase for found in engine.find(said.text_of(post), phrases)}
        looked_at = Case.objects.filter(post=post).exclude(decided_at=None).values_list("marks", flat=True)
        if fresh := marks - {mark for known in looked_at for mark in known}:
            _open(post, fresh)


def tell_keepers(entries: Sequence[Entry]) -> None:
    """Who looks after a case gets to know that there is one."""
    for case in _cases(entries):
        if not case.decided_at:
            _tell("case", case, keepers.of(case), case.person_id)


def tell_decided(entries: Sequence[Entry]) -> None:
    """Whom a decision concerns reads it, and whoever reported that somebody looked; the hosts' notices are done with."""
    for case in _cases(entries):
        if case.decided_by_id is None:
            continue
        notices.forget_about([case.pk])
        if kind := TOLD.get(case.outcome):
            _tell(kind, case, [case.person_id], case.decided_by_id, f"/order/about/{case.pk}/")
        reporters = [r for r in case.reports.values_list("reporter_id", flat=True) if r]
        _tell("report_seen", case, reporters, case.decided_by_id, "/order/#mine")


def tell_appeal(entries: Sequence[Entry]) -> None:
    """Somebody else than who decided gets to know that another look is asked for."""
    for case in _cases(entries):
        if case.answered_at is None:
            _tell("case_appeal", case, keepers.of(case, case.decided_by_id or 0), case.person_id)


def tell_answered(entries: Sequence[Entry]) -> None:
    """Who asked for another look reads what came of it, and so does who decided first."""
    for case in _cases(entries):
        if case.answered_by_id is None:
            continue
        notices.forget_about([case.pk])
        _tell("appeal_answered", case, [case.person_id], case.answered_by_id, f"/order/about/{case.pk}/")
        _tell("decision_seen", case, [case.decided_by_id or 0], case.answered_by_id)


def _open(post: Post, marks: set[str]) -> None:
    with transaction.atomic():
        case = open_case(post, Case.WATCH)
        case.marks = sorted({*case.marks, *marks})
        case.save(update_fields=["marks"])
        keepers.raise_if_nobody(case)
        logbook.record(kind="CaseOpened", actor_id=None, object_id=case.pk)


def _cases(entries: Sequence[Entry]) -> list[Case]:
    wanted = {entry.object_id for entry in entries if entry.is_news}
    return list(Case.objects.filter(id__in=wanted).order_by("id"))


def _tell(kind: str, case: Case, persons: Iterable[int], actor_id: int, link: str = "") -> None:
    notices.tell_many(
        Note(
            person_id=person,
            kind=kind,
            object_id=case.pk,
            actor_id=actor_id,
            link=link or f"/order/{case.pk}/",
        )
        for person in persons
        if person
    )
