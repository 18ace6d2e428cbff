import pytest

from tests.people.cast import HOUSE, come_in
from vloot.company import acts, care, reads
from vloot.company.models import Company, StartLink
from vloot.ground.errors import NotFound, Refused
from vloot.logbook.models import Entry
from vloot.people import acts as people
from vloot.people import reads as people_reads
from vloot.people.actor import Actor
from vloot.people.models import Person

PASSWORD = "morning over the harbour"
pytestmark = pytest.mark.django_db


def found(token: str, **changes: str) -> Person:
    given = {"company": "De Werf", "name": "Ada Admiraal", "username": "ada", "password": PASSWORD} | changes
    return acts.found(token=token, **given)


def link() -> str:
    token = acts.make_start_link()
    assert token
    return token


def test_the_link_founds_the_company_once() -> None:
    token = link()
    assert token not in str(list(StartLink.objects.values()))
    ada = found(token)
    assert reads.name() == "De Werf"
    assert people_reads.roles_of(ada.id) == {"administrator", "host"}
    assert acts.make_start_link() is None
    with pytest.raises(NotFound):
        found(token, username="eve")
    with pytest.raises(NotFound):
        reads.start(token)


def test_a_new_link_ends_the_old_one() -> None:
    first, second = link(), link()
    with pytest.raises(NotFound):
        found(first)
    assert found(second).username == "ada"


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"company": " "}, "company"), ({"password": "x"}, "password"), ({"name": ""}, "name")],
)
def test_what_is_missing_leaves_nothing_behind(changes: dict[str, str], field: str) -> None:
    token = link()
    with pytest.raises(Refused) as refused:
        found(token, **changes)
    assert refused.value.field == field
    assert not Company.objects.exists()
    assert not Person.objects.exists()
    assert reads.start(token).company_name == ""


def test_an_import_prepares_the_company_for_its_founder() -> None:
    draft = people.PersonDraft(external_key="slack:U1", name="Ada from Slack")
    founder = people.place_many(by=HOUSE, drafts=[draft])["slack:U1"]
    token = acts.prepare(by=HOUSE, name="De Werf", founder_id=founder)
    assert token
    start = reads.start(token)
    assert (start.company_name, start.founder_name) == ("De Werf", "Ada from Slack")
    assert not reads.is_founded()
    later = link()
    ada = found(later, company="De Oude Werf")
    assert ada.id == founder, "whoever was prepared stays the founder of a later link"
    assert Person.objects.get(id=founder).name == "Ada Admiraal"
    assert reads.name() == "De Oude Werf"
    assert acts.prepare(by=HOUSE, name="Other", founder_id=founder) is None
    assert reads.name() == "De Oude Werf"


def test_an_import_that_comes_again_makes_another_link_and_each_is_logged() -> None:
    draft = people.PersonDraft(external_key="slack:U1", name="Ada from Slack")
    founder = people.place_many(by=HOUSE, drafts=[draft])["slack:U1"]
    first, second = (acts.prepare(by=HOUSE, name="De Werf", founder_id=founder) for _ in range(2))
    made = Entry.objects.filter(kind="StartLinkMade").values_list("actor_id", "origin", "details")
    assert list(made) == [(None, HOUSE.origin, {"founder_id": founder})] * 2
    with pytest.raises(NotFound):
        found(first or "")
    assert found(second or "").id == founder


def _company() -> dict[str, Actor]:
    Company.objects.create(name="De Werf")
    return come_in()


def test_administrators_keep_name_counsellor_and_top_team() -> None:
    cast = _company()
    anna, bram = cast["anna"].person_id, cast["bram"].person_id
    acts.change(by=cast["ada"], name="De Kade")
    acts.name_counsellor(by=cast["ada"], person_id=anna)
    acts.set_top_team(by=cast["ada"], person_ids=[bram, anna])
    acts.set_top_team(by=cast["ada"], person_ids=[bram, anna])
    card = reads.card()
    assert card.name == "De Kade"
    assert card.counsellor
    assert card.counsellor.id == anna
    assert [seat.id for seat in card.top_team] == [anna, bram], "alphabetical, whoever was named first"
    for name in ("anna", "chris", "dana"):
        with pytest.raises(Refused):
            acts.change(by=cast[name], name="Mine")
        with pytest.raises(Refused):
            acts.name_counsellor(by=cast[name], person_id=anna)
        with pytest.raises(Refused):
            acts.set_top_team(by=cast[name], person_ids=[])
    with pytest.raises(NotFound):
        acts.set_top_team(by=cast["ada"], person_ids=[1])


def test_every_page_can_name_a_human_who_helps() -> None:
    cast = _company()
    helpers = {name: reads.who_helps(actor) for name, actor in cast.items()}
    assert all(helpers.values())
    assert {name: card.id for name, card in helpers.items() if card} == {
        "anna": cast["chris"].person_id,
        "bram": cast["chris"].person_id,
        "dana": cast["chris"].person_id,
        "ada": cast["chris"].person_id,
        "chris": cast["ada"].person_id,
    }
    people.give_buddy(by=cast["chris"], person_id=cast["anna"].person_id, buddy_id=cast["bram"].person_id)
    helper = reads.who_helps(cast["anna"])
    assert helper
    assert helper.id == cast["bram"].person_id


def test_erasure_frees_the_seats() -> None:
    cast = _company()
    anna = cast["anna"].person_id
    acts.name_counsellor(by=cast["ada"], person_id=anna)
    acts.set_top_team(by=cast["ada"], person_ids=[anna])
    kept = {"has_top_seat": True, "has_start_link": False, "is_counsellor": True}
    assert {name: value for name, value in care.mine(anna).items() if name in kept} == kept
    care.forget(anna)
    assert not any(care.mine(anna).values())
