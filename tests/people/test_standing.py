import pytest
from django.test import Client

from vloot.ground.errors import NotFound, Refused
from vloot.logbook.models import Entry
from vloot.people import acts, reads, rules
from vloot.people.actor import Actor
from vloot.people.models import Person

Cast = dict[str, Actor]


def _signed_in(person_id: int) -> Client:
    client = Client()
    client.force_login(
        Person.objects.get(id=person_id), "allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def _knows(client: Client, person_id: int) -> bool:
    from django.contrib.auth import get_user
    from django.test import RequestFactory

    request = RequestFactory().get("/")
    request.session = client.session
    return bool(get_user(request).pk == person_id)


def test_deactivating_ends_every_session_at_once_and_for_ever(cast: Cast) -> None:
    bram = cast["bram"].person_id
    phone, desk = _signed_in(bram), _signed_in(bram)
    assert _knows(phone, bram)
    acts.deactivate(by=cast["ada"], person_id=bram)
    assert not _knows(phone, bram)
    assert not _knows(desk, bram)
    with pytest.raises(NotFound):
        reads.actor_for(bram)
    acts.reactivate(by=cast["ada"], person_id=bram)
    assert reads.actor_for(bram).person_id == bram
    assert not _knows(phone, bram), "an old session does not come back with the person"


def test_signing_out_everywhere_ends_ones_own_sessions_only(cast: Cast) -> None:
    bram, anna = cast["bram"].person_id, cast["anna"].person_id
    phone, other = _signed_in(bram), _signed_in(anna)
    acts.sign_out_everywhere(by=cast["bram"])
    assert not _knows(phone, bram)
    assert _knows(other, anna)


def test_only_administrators_give_roles_and_end_access(cast: Cast) -> None:
    for name in ("anna", "chris", "dana"):
        with pytest.raises(Refused):
            acts.give_role(by=cast[name], person_id=cast["bram"].person_id, role="host")
        with pytest.raises(Refused):
            acts.take_role(by=cast[name], person_id=cast["ada"].person_id, role="administrator")
        with pytest.raises(Refused):
            acts.deactivate(by=cast[name], person_id=cast["bram"].person_id)
    acts.give_role(by=cast["ada"], person_id=cast["bram"].person_id, role="host")
    acts.give_role(by=cast["ada"], person_id=cast["bram"].person_id, role="host")
    assert reads.roles_of(cast["bram"].person_id) == {"host"}
    assert Entry.objects.filter(kind="RoleGiven").count() == 1


def test_somebody_always_administers(cast: Cast) -> None:
    ada = cast["ada"]
    with pytest.raises(Refused, match="only administrator"):
        acts.take_role(by=ada, person_id=ada.person_id, role="administrator")
    with pytest.raises(Refused, match="only administrator"):
        acts.deactivate(by=ada, person_id=ada.person_id)
    acts.give_role(by=ada, person_id=cast["anna"].person_id, role="administrator")
    acts.take_role(by=ada, person_id=ada.person_id, role="administrator")
    assert reads.with_role("administrator") == [cast["anna"].person_id]


def test_a_guest_has_no_role_of_trust(cast: Cast) -> None:
    with pytest.raises(Refused, match="guest"):
        acts.give_role(by=cast["ada"], person_id=cast["dana"].person_id, role="host")
    with pytest.raises(Refused, match="guest"):
        acts.give_role(by=cast["ada"], person_id=cast["chris"].person_id, role="guest")


def test_a_guest_meets_whom_they_share_a_space_with_and_who_helps(cast: Cast) -> None:
    met = Person.objects.filter(rules.visible(cast["dana"], [cast["anna"].person_id])).distinct()
    assert set(met.values_list("username", flat=True)) == {"dana", "anna", "chris", "ada"}
    with pytest.raises(NotFound):
        reads.get(cast["dana"], cast["bram"].person_id, [cast["anna"].person_id])
    assert reads.get(cast["anna"], cast["bram"].person_id).username == "bram"


def test_who_leads_follows_the_chart(cast: Cast) -> None:
    place = acts.Place(manager_id=cast["anna"].person_id)
    acts.change_place(by=cast["ada"], person_id=cast["bram"].person_id, place=place)
    assert list(Person.objects.filter(rules.leads()).values_list("username", flat=True)) == ["anna"]
    acts.deactivate(by=cast["ada"], person_id=cast["bram"].person_id)
    assert not Person.objects.filter(rules.leads()).exists()


def test_the_chart_never_runs_in_a_circle(cast: Cast) -> None:
    anna, bram, chris = (cast[name].person_id for name in ("anna", "bram", "chris"))
    acts.change_place(by=cast["ada"], person_id=bram, place=acts.Place(manager_id=anna))
    acts.change_place(by=cast["ada"], person_id=chris, place=acts.Place(manager_id=bram))
    for above in (bram, chris, anna):
        with pytest.raises(Refused, match="own manager"):
            acts.change_place(by=cast["ada"], person_id=anna, place=acts.Place(manager_id=above))
    with pytest.raises(Refused):
        acts.change_place(by=cast["bram"], person_id=bram, place=acts.Place(function="Boss"))
