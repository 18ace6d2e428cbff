"""The verbs of the company room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import connection, transaction
from django.utils.translation import gettext as _

from vloot.company import reads, rules
from vloot.company.models import Company, StartLink, TopSeat
from vloot.ground.errors import NotFound, Refused, require
from vloot.ground.text import line
from vloot.logbook.acts import record
from vloot.people import acts as people
from vloot.people import tokens
from vloot.people.actor import Actor
from vloot.people.models import Person

NAME_LIMIT = 120
GROUND_LIMIT = 400
_LOCK = 0x766C6F6F74  # "vloot": only one founding at a time


# law: act-by because the program itself calls, before anybody is here
def make_start_link() -> str | None:
    """The secret of a fresh one-time link to found the company; None once it is founded.

    Older links stop working, except the one that an import has given to whoever brought it in: it does until an import gives
    another. Whom an import prepared stays the founder of every later link.
    """
    with transaction.atomic():
        _one_at_a_time()
        if reads.is_founded():
            return None
        StartLink.objects.filter(founder=None).delete()
        token = _new_link(None)
        _record("StartLinkMade", None, "house", founder_id=None)
    return token


def prepare(*, by: Actor, name: str, founder_id: int) -> str | None:
    """An import gives the company its name and its founder; returns the founder's one-time link.

    Again, and for the same founder, makes a new link and ends the old one; each is logged, for whoever opens it becomes the founder.
    None, and nothing happens, when the company is founded already. Raises Refused when the rule says no.
    """
    require(rules.may_change(by))
    with transaction.atomic():
        _one_at_a_time()
        if reads.is_founded():
            return None
        if not Company.objects.exists():
            Company.objects.create(name=_clean(name))
            _record("CompanyFounded", by.person_id or None, by.origin)
        StartLink.objects.all().delete()
        # By nobody: whoever runs the import has no account yet, and the founder did nothing.
        _record("StartLinkMade", None, by.origin, founder_id=founder_id)
        return _new_link(founder_id)


# law: act-by because whoever holds the link is nobody here yet
def found(
    *, token: str, company: str, name: str, username: str, password: str, email: str | None = None
) -> Person:
    """Found the company with a start link; returns its first administrator and host.

    Raises NotFound for a link that opens nothing (any more), Refused with a field for what was filled in.
    """
    with transaction.atomic():
        _one_at_a_time()
        reads.start(token)
        prepared = reads.prepared_founder()
        person = people.join_as_founder(
            name=name,
            username=username,
            password=password,
            email=email,
            founder_id=prepared.id if prepared else None,
        )
        Company.objects.update_or_create(id=1, defaults={"name": _clean(company)})
        StartLink.objects.all().delete()
        _record("CompanyFounded", person.id)
    return person


def change(*, by: Actor, name: str) -> None:
    """Change the company's name. Raises Refused, with a field for the name."""
    require(rules.may_change(by))
    with transaction.atomic():
        was, clean = reads.name(), _clean(name)
        if was != clean:
            _change(name=clean)
            _record(
                "SettingChanged",
                by.person_id,
                by.origin,
                **{"setting": "company.name", "was": was, "is": clean},
            )


def name_counsellor(*, by: Actor, person_id: int | None) -> None:
    """Name the confidential counsellor, or nobody. Raises Refused, NotFound for who is not active here."""
    require(rules.may_change(by))
    with transaction.atomic():
        if person_id is not None and not _active([person_id]):
            raise NotFound
        was = Company.objects.values_list("counsellor_id", flat=True).first()
        if was != person_id:
            _change(counsellor_id=person_id)
            _record("CounsellorNamed", by.person_id, by.origin, counsellor=person_id, was=was)


def set_top_team(*, by: Actor, person_ids: Iterable[int]) -> None:
    """Make these people the top team, and nobody else. Raises Refused, NotFound for who is not active here."""
    require(rules.may_change(by))
    wanted = set(person_ids)
    with transaction.atomic():
        if _active(wanted) != wanted:
            raise NotFound
        seated = set(TopSeat.objects.values_list("person_id", flat=True))
        TopSeat.objects.filter(person_id__in=seated - wanted).delete()
        TopSeat.objects.bulk_create(TopSeat(person_id=person_id) for person_id in wanted - seated)
        if seated != wanted:
            details = {"top_team": sorted(wanted), "was": sorted(seated)}
            _record("TopTeamChanged", by.person_id, by.origin, **details)


def let_private_in(*, by: Actor, ground: str, space_ids: Iterable[int]) -> None:
    """Write down on what ground an import brings private talk in. Raises Refused without a ground.

    The ground is no word of anybody's talk but the reason of a deed; whoever checks the company must be able to read it.
    """
    require(rules.may_let_private_in(by, ground))
    with transaction.atomic():
        details = {"ground": line(ground)[:GROUND_LIMIT], "spaces": sorted(space_ids)}
        _record("PrivateImported", by.person_id or None, by.origin, **details)


def finish_import(*, by: Actor, counts: Mapping[str, int]) -> None:
    """Write down that an import is through, and how much of what it brought. Raises Refused."""
    require(rules.may_change(by))
    with transaction.atomic():
        _record("ImportFinished", by.person_id or None, by.origin, **counts)


def come_back(*, by: Actor, made_at: datetime) -> None:
    """Write down that the company came back out of a backup, and of what moment: what happened after it is gone. Raises Refused."""
    require(rules.may_change(by))
    with transaction.atomic():
        _record("CompanyCameBack", by.person_id or None, by.origin, made_at=made_at.isoformat())


def _new_link(founder_id: int | None) -> str:
    token = tokens.new_token()
    StartLink.objects.create(token_digest=tokens.digest(token), founder_id=founder_id)
    return token


def _active(person_ids: Iterable[int]) -> set[int]:
    found = Person.objects.filter(id__in=list(person_ids), is_active=True, kind="human")
    return set(found.values_list("id", flat=True))


def _change(**columns: object) -> None:
    if not Company.objects.update(**columns):
        raise NotFound


def _clean(name: str) -> str:
    clean = line(name)
    if not clean:
        raise Refused("company.no_name", _("Fill in the company's name."), "company")
    if len(clean) > NAME_LIMIT:
        raise Refused("company.long_name", _("This name is too long. Shorten it."), "company")
    return clean


def _one_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _record(kind: str, actor_id: int | None, origin: str = "web", **details: object) -> None:
    record(kind=kind, actor_id=actor_id, object_id=1, origin=origin, details=details)
