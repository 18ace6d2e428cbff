"""Questions to the company room."""

from __future__ import annotations

import msgspec

from vloot.company.models import Company, StartLink, TopSeat
from vloot.ground.database import sql
from vloot.ground.errors import NotFound
from vloot.people import reads as people
from vloot.people import tokens
from vloot.people.actor import Actor
from vloot.people.cards import HELPER, helped, of_row
from vloot.people.models import Person, RoleName
from vloot.people.reads import PersonCard

_FRAME = f"""
SELECT (SELECT name FROM company_company), ARRAY(SELECT room FROM company_switch WHERE NOT is_on ORDER BY room), helper.*
FROM (SELECT 1) AS one LEFT JOIN ({HELPER}) AS helper ON TRUE
"""  # noqa: S608


class CompanyCard(msgspec.Struct, frozen=True, kw_only=True):
    """The company as everybody may see it."""

    name: str
    counsellor: PersonCard | None
    top_team: list[PersonCard]


class Frame(msgspec.Struct, frozen=True):
    """What stands around every page: whose it is, who helps its reader, and which rooms the company has switched off."""

    name: str
    helper: PersonCard | None
    rooms_off: tuple[str, ...] = ()


class Start(msgspec.Struct, frozen=True, kw_only=True):
    """What a start link opens: founding, or taking over what an import has prepared."""

    company_name: str
    founder_name: str


def is_founded() -> bool:
    """Whether somebody administers a company here. An import alone does not found: its founder must come first."""
    return Company.objects.exists() and bool(people.with_role(RoleName.ADMINISTRATOR))


def name() -> str:
    """The company's name; "" before it has one."""
    found = sql.rows("SELECT name FROM company_company", {})
    return str(found[0][0]) if found else ""


def card() -> CompanyCard:
    """The company. Raises NotFound before it is founded."""
    company = Company.objects.first()
    if company is None:
        raise NotFound
    seats = list(TopSeat.objects.values_list("person_id", flat=True))
    found = people.cards([*seats, *([company.counsellor_id] if company.counsellor_id else [])])
    return CompanyCard(
        name=company.name,
        counsellor=found.get(company.counsellor_id or 0),
        top_team=people.alphabetical(found[seat] for seat in seats),
    )


def start(token: str) -> Start:
    """What this start link opens. Raises NotFound for a link that opens nothing any more."""
    if is_founded() or not StartLink.objects.filter(token_digest=tokens.digest(token)).exists():
        raise NotFound
    founder = prepared_founder()
    return Start(company_name=name(), founder_name=founder.name if founder else "")


def prepared_founder() -> Person | None:
    """Whom an import has prepared to found the company."""
    link = StartLink.objects.select_related("founder").exclude(founder=None).first()
    return link.founder if link else None


def frame(actor: Actor) -> Frame:
    """What stands around every page, in one question."""
    ((name, rooms_off, *helper),) = sql.rows(_FRAME, helped(actor.person_id))
    return Frame(name or "", of_row(tuple(helper)) if helper[0] else None, tuple(rooms_off))


def who_helps(actor: Actor) -> PersonCard | None:
    """The human whom a page names as the one who helps: the buddy of who has one, else a host, else an administrator.

    Never the reader themselves while there is somebody else; None only where nobody is.
    """
    return people.who_helps(actor.person_id)
