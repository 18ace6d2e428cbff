"""Asking for another look, and giving one."""

from django.db import transaction

from vloot.ground import clock
from vloot.ground.errors import NotFound, require
from vloot.people import acts as people
from vloot.people.actor import Actor
from vloot.people.models import Person
from vloot.talk.order import keepers, rules, sealing
from vloot.talk.order.holding import held, record, words
from vloot.talk.order.models import Case, Sealed


def appeal(*, by: Actor, case: Case, text: str) -> None:
    """Ask that somebody else looks again at a decision about oneself. Refused twice, and after two weeks."""
    with transaction.atomic():
        found = Case.objects.select_for_update().filter(pk=case.pk, person_id=by.person_id).first()
        if found is None:
            raise NotFound
        require(rules.may_appeal(by, found))
        found.appeal, found.appealed_at = words(text, "appeal"), clock.now()
        found.save(update_fields=["appeal", "appealed_at"])
        keepers.raise_if_nobody(found, found.decided_by_id or 0)
        record("AppealMade", by, found)


def answer_appeal(*, by: Actor, case: Case, is_overturned: bool, reason: str) -> None:
    """Look again, as somebody else than who decided: it stands, or it is undone. Refused without a reason."""
    typed = words(reason, "reason")
    with transaction.atomic():
        found = held(by, case)
        require(rules.may_answer_appeal(by, found))
        found.is_overturned, found.appeal_reason = is_overturned, typed
        found.answered_by_id, found.answered_at = by.person_id, clock.now()
        found.save(update_fields=["is_overturned", "appeal_reason", "answered_by", "answered_at"])
        if is_overturned:
            _undo(by, found)
        record("AppealAnswered", by, found, is_overturned=is_overturned)


def read_sealed(*, by: Actor, case: Case) -> str:
    """The sealed words of a case, for who looks again; that they were read is written down. Raises NotFound without any."""
    with transaction.atomic():
        found = held(by, case)
        sealed = Sealed.objects.filter(case=found).first()
        if sealed is None:
            raise NotFound
        record("SealedRead", by, found)
    return sealing.text_of(sealed.held)


def _undo(by: Actor, case: Case) -> None:
    if case.outcome == Case.REMOVED:
        sealing.unseal(by, case)
    elif case.outcome == Case.READ_ONLY and _still_holds(case):
        people.end_read_only(by=by, person_id=case.person_id)


def _still_holds(case: Case) -> bool:
    """Whether what this case decided is what keeps somebody from writing now, and no later decision."""
    return Person.objects.filter(pk=case.person_id, read_only_until=case.until).exists()
