"""The audit log as the works council reads it."""

import csv
import io
from datetime import UTC, datetime

import pytest
from django.test import Client

from tests.world import IMPORTER, World
from vloot.company import acts as company
from vloot.company.audit import acts
from vloot.company.models import Company
from vloot.ground.errors import Refused
from vloot.logbook import chain, kinds
from vloot.people import acts as people
from vloot.people.actor import Actor
from vloot.people.models import Person
from vloot.people.reads import actor_for
from vloot.web.company import audit_words


def browser(person: object) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    return client


@pytest.fixture
def council(world: World) -> Client:
    """Bram's, of the works council; Hanne administers."""
    Company.objects.update_or_create(id=1, defaults={"name": "De Werf"})
    people.give_role(by=IMPORTER, person_id=world.hanne.id, role="administrator")
    hanne = actor_for(world.hanne.id)
    people.give_role(by=hanne, person_id=world.bram.id, role="council")
    company.change(by=hanne, name="De Kade")
    return browser(world.bram)


@pytest.mark.parametrize("kind", sorted(kinds.AUDITED))
def test_every_kind_has_words(kind: str) -> None:
    assert audit_words.KINDS[kind].name
    assert "{actor}" in audit_words.KINDS[kind].sentence


def test_the_council_reads_it_in_words(world: World, council: Client) -> None:
    page = council.get("/company/audit/").content.decode()
    assert "Hanne Maes gave Bram Desmet the role “works council”." in page
    assert "Hanne Maes changed “The company&#x27;s name” from “De Werf” to “De Kade”." in page
    assert chain.head().hash in page, "the seal holds the look itself"  # type: ignore[union-attr]
    again = council.get("/company/audit/").content.decode()
    assert "Bram Desmet looked at the audit log." in again
    assert again.count("looked at the audit log") == 1


def test_that_a_backup_was_brought_back_stands_in_it(world: World, council: Client) -> None:
    made_at = datetime(2026, 3, 1, 3, 30, tzinfo=UTC)
    restorer = Actor(person_id=0, origin="restore", is_importer=True)
    company.come_back(by=restorer, made_at=made_at)
    page = council.get("/company/audit/?kind=CompanyCameBack").content.decode()
    assert "Vloot itself brought the company back out of a backup of 1 March 2026, 04:30" in page
    with pytest.raises(Refused):
        company.come_back(by=world.actor(world.anna), made_at=made_at)


def test_it_is_filtered_by_links(world: World, council: Client) -> None:
    page = council.get("/company/audit/?kind=SettingChanged").content.decode()
    assert "De Werf" in page
    assert "the role “works council”" not in page
    assert "De Werf" not in council.get(f"/company/audit/?person={world.bram.id}").content.decode()
    march = council.get("/company/audit/?month=2026-03").content.decode()
    assert "De Werf" in march
    assert "March 2026</a></li></ul>" in march, "the filter is named as people write it"
    assert "De Werf" not in council.get("/company/audit/?month=2025-01").content.decode()
    for nonsense in ("kind=Posted", "person=x", "month=2026-13", "month=x"):
        assert council.get(f"/company/audit/?{nonsense}").status_code == 404


def test_it_comes_as_a_file(world: World, council: Client) -> None:
    response = council.get("/company/audit/file/")
    rows = list(csv.DictReader(io.StringIO(response.content.decode())))
    assert rows[-1]["line"] == "1"
    assert rows[0]["hash"] == chain.head().hash  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["=1+1", "＝1+1", "@SUM(1)", "+1", "-1"])
def test_no_name_is_a_formula_in_the_file(world: World, council: Client, name: str) -> None:
    Person.objects.update(name=name)
    rows = list(csv.DictReader(io.StringIO(council.get("/company/audit/file/").content.decode())))
    said = {row[column] for row in rows for column in ("actor", "what")}
    assert any(name in cell for cell in said)
    assert not [cell for cell in said if cell.startswith(name)]


def test_checking_says_in_words_what_is_wrong(world: World, council: Client) -> None:
    head = chain.head()
    assert head
    page = council.get(f"/company/audit/verify/?head={head.hash}").content.decode()
    assert "are as they were written" in page
    assert "The seal you noted is among them" in page
    page = council.get(f"/company/audit/verify/?head={'a' * 64}").content.decode()
    assert "the hash you noted is not among them" in page


def test_nobody_else_reads_it(world: World, council: Client) -> None:
    for person in (world.anna, world.chris, world.dana):
        for address in ("", "file/", "verify/"):
            assert browser(person).get(f"/company/audit/{address}").status_code == 422


def test_a_company_without_a_council_is_told_how_to_get_one(world: World, council: Client) -> None:
    hanne = actor_for(world.hanne.id)
    people.take_role(by=hanne, person_id=world.bram.id, role="council")
    assert (
        "Nobody of the works council reads along yet"
        in browser(world.hanne).get("/company/audit/").content.decode()
    )


def test_turning_pages_is_one_look(world: World, council: Client) -> None:
    bram = actor_for(world.bram.id)
    before = len(list(chain.links()))
    for _ in range(3):
        acts.look(by=bram, page="audit")
    assert len(list(chain.links())) == before + 1
