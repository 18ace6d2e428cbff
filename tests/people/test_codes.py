import pytest

from tests.stage import Clock
from vloot.ground.errors import NotFound, Refused
from vloot.logbook.models import Entry
from vloot.people import acts
from vloot.people.actor import Actor
from vloot.people.models import SignInCode

Cast = dict[str, Actor]


def test_a_code_opens_the_door_once(cast: Cast) -> None:
    bram = cast["bram"].person_id
    code = acts.make_sign_in_code(by=cast["chris"], person_id=bram)
    assert acts.sign_in_with_code(username="Bram", code=code.lower().replace("-", " ")).id == bram
    with pytest.raises(Refused, match="do not open the door"):
        acts.sign_in_with_code(username="bram", code=code)


def test_a_new_code_ends_the_old_one_and_time_ends_both(cast: Cast, clock: Clock) -> None:
    first = acts.make_sign_in_code(by=cast["chris"], person_id=cast["bram"].person_id)
    second = acts.make_sign_in_code(by=cast["chris"], person_id=cast["bram"].person_id)
    with pytest.raises(Refused):
        acts.sign_in_with_code(username="bram", code=first)
    clock.move(days=14, seconds=1)
    with pytest.raises(Refused):
        acts.sign_in_with_code(username="bram", code=second)


def test_wrong_answers_do_not_tell_who_exists(cast: Cast) -> None:
    acts.make_sign_in_code(by=cast["chris"], person_id=cast["bram"].person_id)
    said = set()
    for username in ("bram", "anna", "nobody"):
        with pytest.raises(Refused) as refused:
            acts.sign_in_with_code(username=username, code="AAAA-BBBB-CCCC")
        said.add((refused.value.code, refused.value.text, refused.value.field))
    assert len(said) == 1


def test_a_weak_password_keeps_the_code(cast: Cast) -> None:
    code = acts.make_sign_in_code(by=cast["chris"], person_id=cast["bram"].person_id)
    with pytest.raises(Refused) as refused:
        acts.sign_in_with_code(username="bram", code=code, password="bram")
    assert refused.value.field == "password"
    bram = acts.sign_in_with_code(username="bram", code=code, password="the bell rings twice")
    assert bram.check_password("the bell rings twice")


def test_codes_are_logged_and_kept_nowhere(cast: Cast) -> None:
    code = acts.make_sign_in_code(by=cast["chris"], person_id=cast["bram"].person_id)
    entry = Entry.objects.get(kind="SignInCodeMade")
    assert (entry.actor_id, entry.object_id) == (cast["chris"].person_id, cast["bram"].person_id)
    assert code not in str(list(SignInCode.objects.values())) + str(entry.details)
    acts.sign_in_with_code(username="bram", code=code)
    assert Entry.objects.filter(kind="SignInCodeUsed", actor_id=cast["bram"].person_id).count() == 1


def test_a_host_cannot_become_an_administrator_through_a_code(cast: Cast) -> None:
    with pytest.raises(Refused, match="role of trust"):
        acts.make_sign_in_code(by=cast["chris"], person_id=cast["ada"].person_id)
    assert acts.make_sign_in_code(by=cast["ada"], person_id=cast["chris"].person_id)
    with pytest.raises(Refused, match="Only a host"):
        acts.make_sign_in_code(by=cast["anna"], person_id=cast["bram"].person_id)
    with pytest.raises(NotFound):
        acts.make_sign_in_code(by=cast["ada"], person_id=1)


def test_who_has_left_gets_no_code_and_uses_none(cast: Cast) -> None:
    code = acts.make_sign_in_code(by=cast["ada"], person_id=cast["bram"].person_id)
    acts.deactivate(by=cast["ada"], person_id=cast["bram"].person_id)
    with pytest.raises(Refused):
        acts.sign_in_with_code(username="bram", code=code)
    with pytest.raises(Refused, match="active"):
        acts.make_sign_in_code(by=cast["ada"], person_id=cast["bram"].person_id)
