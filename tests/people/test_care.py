from tests.people.cast import DRAFTS, HOUSE
from vloot.people import acts, care, reads
from vloot.people.actor import Actor
from vloot.people.models import Person

Cast = dict[str, Actor]


def test_everything_kept_is_shown_and_no_secret(cast: Cast) -> None:
    chris = cast["chris"].person_id
    code = acts.make_sign_in_code(by=cast["ada"], person_id=chris)
    acts.invite(by=cast["chris"], name="Els", email="els@vloot.example")
    acts.change_place(by=cast["ada"], person_id=cast["anna"].person_id, place=acts.Place(manager_id=chris))
    acts.give_buddy(by=cast["ada"], person_id=cast["bram"].person_id, buddy_id=chris)
    mine = care.mine(chris)
    assert mine["person"]["name"] == "Chris Visser"
    assert [role["name"] for role in mine["roles"]] == ["host"]
    assert mine["newcomers"] == ["Bram de Wit"]
    assert mine["invitations_made"][0]["email"] == "els@vloot.example"
    assert mine["sign_in_codes"][0]["made_by__name"] == "Ada Admiraal"
    said = str(mine)
    assert code not in said
    assert "pbkdf2" not in said
    assert "digest" not in said


def test_erasure_leaves_a_stone(cast: Cast) -> None:
    anna = cast["anna"].person_id
    acts.change_profile(by=cast["anna"], person_id=anna, learning="Sailing alone", languages=["nl"])
    acts.invite(by=cast["chris"], name="Els")
    acts.give_buddy(by=cast["chris"], person_id=cast["bram"].person_id, buddy_id=anna)
    care.forget(anna)
    row = str(Person.objects.filter(id=anna).values().get())
    for word in ("Anna", "anna@", "Jansen", "Sailing", "'nl'"):
        assert word not in row
    card = reads.card(anna)
    assert (card.name, card.is_active, card.is_placeholder) == ("Former colleague", False, True)
    assert Person.objects.get(id=cast["bram"].person_id).buddy_id is None
    assert reads.by_username(["anna"]) == {}


def test_an_import_does_not_bring_back_who_was_erased(cast: Cast) -> None:
    anna = cast["anna"].person_id
    care.forget(anna)
    assert acts.place_many(by=HOUSE, drafts=DRAFTS)["anna"] == anna
    assert reads.card(anna).name == "Former colleague"


def test_who_gave_a_code_or_invited_can_be_erased(cast: Cast) -> None:
    chris = cast["chris"].person_id
    acts.make_sign_in_code(by=cast["chris"], person_id=cast["bram"].person_id)
    token = acts.invite(by=cast["chris"])
    acts.accept_invitation(token=token, name="Els", username="els", password="morning over the harbour")
    care.forget(chris)
    assert care.mine(chris)["sign_in_codes"] == []
    assert care.mine(chris)["invitations_made"] == []
