"""Looking at a case: one host at a time, notes among hosts, handing it to the company's hosts."""

from django.db import transaction

from vloot.ground import clock, ids
from vloot.ground.errors import require
from vloot.people.actor import Actor
from vloot.talk.order import rules
from vloot.talk.order.holding import held, record, words
from vloot.talk.order.models import Case, CaseNote


def claim(*, by: Actor, case: Case) -> None:
    """Take a case up. Refused while somebody else looks at it, NotFound for who does not look after it."""
    with transaction.atomic():
        found = held(by, case)
        require(rules.may_claim(by, found))
        if found.claimed_by_id == by.person_id and not rules.is_stale(found):
            return
        found.claimed_by_id, found.claimed_at = by.person_id, clock.now()
        found.save(update_fields=["claimed_by", "claimed_at"])
        record("CaseClaimed", by, found)


def let_go(*, by: Actor, case: Case) -> None:
    """Leave a case to another host after all."""
    with transaction.atomic():
        found = held(by, case)
        require(rules.may_decide(by, found))
        _free(found)
        record("CaseLetGo", by, found)


def note(*, by: Actor, case: Case, text: str) -> None:
    """Say something to the other hosts about a case. Refused without words."""
    typed = words(text, "note")
    with transaction.atomic():
        found = held(by, case)
        CaseNote.objects.create(id=ids.new(), case=found, author_id=by.person_id, words=typed)
        record("CaseNoted", by, found)


def pass_on(*, by: Actor, case: Case) -> None:
    """Hand a case of a space to the company's hosts. Refused to who has not taken it up."""
    with transaction.atomic():
        found = held(by, case)
        require(rules.may_decide(by, found))
        if found.is_company:
            return
        found.is_company = True
        found.save(update_fields=["is_company"])
        _free(found)
        record("CasePassedOn", by, found)


def _free(case: Case) -> None:
    case.claimed_by, case.claimed_at = None, None
    case.save(update_fields=["claimed_by", "claimed_at"])
