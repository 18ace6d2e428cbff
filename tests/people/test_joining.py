from datetime import timedelta

import pytest

from tests.people.cast import HOUSE
from tests.stage import Clock
from vloot.ground.errors import NotFound, Refused
from vloot.logbook.models import Entry
from vloot.people import acts, reads
from vloot.people.actor import Actor
from vloot.people.models import Invitation, Person

Cast = dict[str, Actor]
PASSWORD = "morning over the harbour"


def test_whoever_is_invited_joins_once_and_has_a_buddy(cast: Cast, clock: Clock) -> None:
    token = acts.invite(by=cast["chris"], name="Els Peeters", email="els@vloot.example")
    assert token not in str(list(Invitation.objects.values()))
    els = acts.accept_invitation(token=token, name="Els Peeters", username="Els", password=PASSWORD)
    assert (els.username, els.first_name, els.joined_on) == ("els", "Els", clock.at.date())
    assert els.check_password(PASSWORD)
    assert els.buddy_id in {cast[name].person_id for name in ("anna", "bram", "chris", "ada")}
    assert not Invitation.objects.exclude(name="").exists(), "the invitation forgets whom it was for"
    with pytest.raises(NotFound):
        acts.accept_invitation(token=token, name="Els Again", username="els2", password=PASSWORD)


def test_an_invitation_ends_after_two_weeks(cast: Cast, clock: Clock) -> None:
    token = acts.invite(by=cast["ada"])
    clock.move(days=14, seconds=1)
    with pytest.raises(NotFound):
        reads.invitation(token)


def test_members_and_guests_do_not_invite(cast: Cast) -> None:
    for name in ("anna", "dana"):
        with pytest.raises(Refused, match="Only a host"):
            acts.invite(by=cast[name])
    assert not Invitation.objects.exists()


def test_a_guest_comes_in_as_a_guest(cast: Cast) -> None:
    with pytest.raises(Refused, match="Choose one"):
        acts.invite(by=cast["ada"], is_guest=True)
    token = acts.invite(by=cast["ada"], is_guest=True, space_ids=[1])
    gil = acts.accept_invitation(token=token, name="Gil", username="gil", password=PASSWORD)
    assert reads.roles_of(gil.id) == {"guest"}
    assert gil.buddy_id is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"username": "ANNA"}, "username"),
        ({"username": "élodie"}, "username"),
        ({"username": "-x"}, "username"),
        ({"name": "  "}, "name"),
        ({"password": "short"}, "password"),
        ({"password": "12345678901"}, "password"),
        ({"email": "nowhere"}, "email"),
        ({"email": "ANNA@vloot.example"}, "email"),
    ],
)
def test_what_cannot_be_used_names_its_field_and_keeps_the_link_open(
    cast: Cast, changes: dict[str, str], field: str
) -> None:
    token = acts.invite(by=cast["ada"])
    given = {"name": "Els Peeters", "username": "els", "password": PASSWORD} | changes
    with pytest.raises(Refused) as refused:
        acts.accept_invitation(token=token, **given)
    assert refused.value.field == field
    assert reads.invitation(token).accepted_at is None


def test_the_logbook_knows_who_invited_and_who_joined(cast: Cast) -> None:
    token = acts.invite(by=cast["chris"], name="Els")
    els = acts.accept_invitation(token=token, name="Els", username="els", password=PASSWORD)
    kinds = Entry.objects.order_by("id").values_list("kind", "actor_id")
    assert list(kinds)[-2:] == [("PersonInvited", cast["chris"].person_id), ("PersonJoined", els.id)]
    assert "Els" not in str(list(Entry.objects.values()))


def test_buddies_share_the_newcomers_fairly(cast: Cast) -> None:
    for number in range(8):
        token = acts.invite(by=cast["chris"])
        acts.accept_invitation(token=token, name=f"New {number}", username=f"new{number}", password=PASSWORD)
    looked_after = [
        Person.objects.filter(buddy_id=cast[name].person_id).count()
        for name in ("anna", "bram", "chris", "ada")
    ]
    assert looked_after == [2, 2, 2, 2]


def test_a_buddy_shares_the_team_and_does_not_lead_the_newcomer(cast: Cast, clock: Clock) -> None:
    team = acts.place_teams_many(by=HOUSE, drafts=[acts.TeamDraft(slug="deck", name="Deck")])["deck"]
    for name in ("anna", "bram"):
        acts.change_place(by=cast["ada"], person_id=cast[name].person_id, place=acts.Place(team_id=team))
    token = acts.invite(by=cast["ada"], team_id=team)
    els = acts.accept_invitation(token=token, name="Els", username="els", password=PASSWORD)
    assert els.buddy_id in {cast["anna"].person_id, cast["bram"].person_id}
    place = acts.Place(
        team_id=team, manager_id=cast["anna"].person_id, joined_on=clock.at.date() - timedelta(3)
    )
    acts.change_place(by=cast["ada"], person_id=els.id, place=place)
    assert acts.give_buddy(by=cast["chris"], person_id=els.id) == cast["bram"].person_id
    with pytest.raises(NotFound):
        acts.give_buddy(by=cast["chris"], person_id=els.id, buddy_id=cast["dana"].person_id)
    with pytest.raises(Refused):
        acts.give_buddy(by=cast["anna"], person_id=els.id)
