"""Who looks after a case: hosts of its space who have nothing to do with it, else the company's."""

from collections.abc import Collection

from vloot.people import reads as people
from vloot.talk.order.models import Case
from vloot.talk.spaces import reads as spaces


def of_space(space_id: int | None, without: Collection[int]) -> list[int]:
    """The hosts of a space who are here, without some."""
    hosts = spaces.hosts_of(space_id) if space_id else []
    return [person for person in hosts if person not in without]


def of_company(without: Collection[int]) -> list[int]:
    """The company's hosts and administrators, without some."""
    return [person for person in people.with_role("host", "administrator") if person not in without]


def of(case: Case, *others: int) -> list[int]:
    """Ids of who may look at a case now; never whom it is about, nor who reported it, nor the `others` named."""
    without = {case.person_id, *case.reports.values_list("reporter_id", flat=True), *others}
    return of_company(without) if case.is_company else of_space(case.space_id, without)


def raise_if_nobody(case: Case, *others: int) -> None:
    """Hand a case to the company's hosts when nobody in its space is left to look."""
    if not (case.is_company or of(case, *others)):
        case.is_company = True
        case.save(update_fields=["is_company"])
