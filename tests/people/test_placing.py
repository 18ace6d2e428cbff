from datetime import UTC, datetime

import pytest

from tests.people.cast import HOUSE
from vloot.ground import ids
from vloot.ground.errors import Refused
from vloot.logbook.models import Entry
from vloot.people import acts
from vloot.people.actor import Actor
from vloot.people.models import Person

Cast = dict[str, Actor]
JUNE = datetime(2024, 6, 1, 12, tzinfo=UTC)


def test_placing_twice_is_placing_once(cast: Cast) -> None:
    drafts = [
        acts.PersonDraft(external_key="s:1", name="Élodie Dupont", at=JUNE),
        acts.PersonDraft(external_key="s:2", name="Élodie Dupont", manager_key="s:1", kind="placeholder"),
        acts.PersonDraft(external_key="s:3", name="", kind="bot"),
    ]
    first = acts.place_many(by=HOUSE, drafts=drafts)
    entries = Entry.objects.count()
    renamed = acts.PersonDraft(external_key="s:1", name="Somebody Else")
    assert acts.place_many(by=HOUSE, drafts=[renamed, *drafts[1:]]) == first
    assert Entry.objects.count() == entries
    one, two, three = (Person.objects.get(id=first[key]) for key in ("s:1", "s:2", "s:3"))
    assert (one.name, one.username, two.username) == ("Élodie Dupont", "elodie.dupont", "elodie.dupont2")
    assert two.manager == one
    assert three.name == "s:3"
    assert ids.moment(one.id) == JUNE


def test_an_address_that_is_here_already_makes_the_draft_that_person(cast: Cast) -> None:
    draft = acts.PersonDraft(external_key="s:9", name="A. Jansen", email="ANNA@vloot.example")
    assert acts.place_many(by=HOUSE, drafts=[draft]) == {"s:9": cast["anna"].person_id}
    assert Person.objects.get(id=cast["anna"].person_id).name == "Anna Jansen"


def test_people_of_the_house_do_not_place(cast: Cast) -> None:
    with pytest.raises(Refused):
        acts.place_many(by=cast["chris"], drafts=[])


def test_teams_stand_in_their_tree_once(cast: Cast) -> None:
    drafts = [
        acts.TeamDraft(slug="ship", name="Ship"),
        acts.TeamDraft(slug="deck", name="Deck", parent_slug="ship"),
    ]
    first = acts.place_teams_many(by=HOUSE, drafts=drafts)
    assert acts.place_teams_many(by=HOUSE, drafts=drafts) == first
