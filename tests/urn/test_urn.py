"""A secret vote from its opening to its ashes, and every way in which somebody might vote twice, too late or as somebody else."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from tests.stage import Clock
from tests.talk.ways import logged, refused
from tests.urn import voting
from tests.urn.voting import NO, YES, opened
from tests.world import World
from vloot.ground.errors import NotFound, Refused
from vloot.people.actor import Actor
from vloot.people.models import Person
from vloot.urn import acts, care, reads
from vloot.urn.engine import signing
from vloot.urn.models import Ballot, Code, Key, Spent, Voter


def test_a_vote_from_its_opening_to_its_ashes(world: World) -> None:
    with logged():
        box = opened(world)
        codes = acts.print_codes(by=world.actor(world.chris), box=box)
        tokens = [voting.take(world.actor(one), box) for one in (world.anna, world.bram, world.chris)]
        for token, content in zip(tokens, (YES, NO, YES), strict=True):
            voting.cast(box, token, content)
        (code,) = codes["Dock"]
        acts.cast_on_paper(box_id=box.id, code=f"  {code.upper().replace('-', ' ')}", content=NO)
        assert reads.spent(box) == []
        with pytest.raises(NotFound):
            reads.turnout(box)
        counted = acts.close(by=world.actor(world.chris), box=box)
    assert counted == {"Hull": [NO, YES], "Dock": [NO, YES]}
    closed = reads.box(box.id)
    listed = reads.spent(closed)
    assert listed == sorted(listed)
    assert {hashlib.sha256(token.prepared).hexdigest() for token in tokens} < set(listed)
    assert len(listed) == 4
    turnout = reads.turnout(closed)
    assert (turnout.ballots, turnout.codes, turnout.used) == (None, 1, 1), "four are too few to be told"
    acts.burn(box=box)
    assert not Ballot.objects.exists()
    assert not Voter.objects.exists()
    assert not Code.objects.exists()
    assert not Key.objects.exclude(private=None).exists()
    assert reads.spent(closed) == listed


def test_a_ballot_counts_once_and_never_changes(world: World) -> None:
    box = opened(world)
    token = voting.take(world.actor(world.anna), box)
    voting.cast(box, token, {"a": 1, "b": 2})
    voting.cast(box, token, {"b": 2, "a": 1})
    with refused("spent"):
        voting.cast(box, token, NO)
    assert acts.close(by=None, box=box) == {"Hull": [{"a": 1, "b": 2}], "Dock": []}


def test_late_ballots_are_refused(world: World, clock: Clock) -> None:
    box = opened(world, closes_at=clock.at + timedelta(days=1))
    (code,) = acts.print_codes(by=world.actor(world.chris), box=box)["Dock"]
    token = voting.take(world.actor(world.anna), box)
    clock.move(days=1)
    assert reads.state_of(world.actor(world.anna), box).is_closed
    with refused("closed"):
        voting.cast(box, token, YES)
    with refused("closed"):
        acts.cast_on_paper(box_id=box.id, code=code, content=YES)
    with refused("closed"):
        voting.take(world.actor(world.bram), box)
    assert acts.close(by=None, box=box) == {"Hull": [], "Dock": []}
    with refused("closed"):
        acts.close(by=None, box=box)
    assert reads.turnout(reads.box(box.id)).used == 0


def test_codes_are_printed_once_counted_and_used_once(world: World) -> None:
    box = opened(world)
    with refused("code", "code"):
        acts.cast_on_paper(box_id=box.id, code="lusab", content=YES)
    codes = acts.print_codes(by=world.actor(world.chris), box=box)
    with refused("printed"):
        acts.print_codes(by=world.actor(world.chris), box=box)
    assert list(codes) == ["Dock"]
    (code,) = codes["Dock"]
    assert len(code.replace("-", "")) == 25, "eighty bits in five words"
    assert code.replace("-", "") not in str(list(Code.objects.values_list("digest", flat=True)))
    for wrong in ("", "x" * 1000, code[:-1], "lusab-lusab-lusab-lusab-lusab", "\x00"):
        with refused("code", "code"):
            acts.cast_on_paper(box_id=box.id, code=wrong, content=YES)
    digest = Code.objects.get().digest
    acts.cast_on_paper(box_id=box.id, code=code, content=YES)
    acts.cast_on_paper(box_id=box.id, code=code, content=YES)
    with refused("spent"):
        acts.cast_on_paper(box_id=box.id, code=code, content=NO)
    assert Ballot.objects.get().spent != digest, "the ballot cannot be joined to the printed code"
    assert acts.close(by=None, box=box)["Dock"] == [YES]
    assert reads.turnout(reads.box(box.id)).used == 1


@pytest.mark.parametrize("content", [{"x": "y" * 20_000}, {"x": float("nan")}, {"x": {1, 2}}, {1: object()}])
def test_what_is_no_ballot_is_refused(world: World, content: dict[Any, Any]) -> None:
    box = opened(world)
    token = voting.take(world.actor(world.anna), box)
    with refused("content"):
        voting.cast(box, token, content)
    deep: Any = {}
    for _level in range(100_000):
        deep = {"x": deep}
    with refused("content"):
        voting.cast(box, token, deep)


def test_any_letters_can_stand_in_a_ballot(world: World) -> None:
    box = opened(world)
    strange = {"x": "\x00 \ud800 é \U0001f6a2 \\u0000"}
    voting.cast(box, voting.take(world.actor(world.anna), box), strange)
    assert acts.close(by=None, box=box)["Hull"] == [strange]


def test_nobody_stands_in_two_groups(world: World) -> None:
    with pytest.raises(ValueError, match="two groups"):
        acts.open_box(by=world.actor(world.chris), rosters={"a": [world.anna.id], "b": [world.anna.id]})


def test_a_vote_that_came_back_without_its_ballots_is_given_up(world: World) -> None:
    over, box = opened(world), opened(world)
    voting.cast(over, voting.take(world.actor(world.anna), over), YES)
    voting.cast(box, voting.take(world.actor(world.anna), box), YES)
    acts.close(by=None, box=over)
    acts.burn(box=over)
    words = [card.words for card in reads.keys_of(over)]
    with refused("keys"):
        acts.give_up(box=box)
    assert (reads.lost(), reads.open_now()) == ([], 1)
    voting.brought_back()
    assert (reads.lost(), reads.open_now()) == ([box.id], 0)
    with logged():
        acts.give_up(box=box)
    ended = reads.box(box.id)
    assert ended.is_lost
    assert ended.closed_at == ended.burned_at
    assert reads.lost() == []
    with refused("closed"):
        acts.give_up(box=ended)
    assert [card.words for card in reads.keys_of(reads.box(over.id))] == words, (
        "by which people know their vote"
    )
    assert not reads.box(over.id).is_lost
    assert len(reads.spent(over)) == 1


def test_an_open_vote_does_not_burn(world: World) -> None:
    box = opened(world)
    with refused("open"):
        acts.burn(box=box)


def test_my_data_knows_the_roster_and_forgetting_strikes_me_off(world: World) -> None:
    box = opened(world)
    voting.take(world.actor(world.anna), box)
    mine = [{"box_id": box.id, "key__group": "Hull", "on_paper": False, "has_taken": True}]
    assert care.mine(world.anna.id) == {"secret_votes": mine}
    care.forget(world.anna.id)
    assert care.mine(world.anna.id) == {"secret_votes": []}
    with refused("not_on_roster"):
        acts.take(by=world.actor(world.anna), box=box, blinded=b"")


def test_the_tables_of_ballots_hold_no_time_no_person_and_no_count(world: World) -> None:
    allowed = {
        Ballot: {"id", "key_id", "spent", "content"},
        Spent: {"digest", "box_id"},
        Code: {"digest", "key_id"},
    }
    for table, columns in allowed.items():
        fields = table._meta.concrete_fields
        assert {field.attname for field in fields} == columns
        assert not any(field.get_internal_type() == "BigAutoField" for field in fields)
    box = opened(world)
    voting.cast(box, voting.take(world.actor(world.anna), box), YES)
    assert Ballot.objects.get().id > 1 << 40, "drawn, not counted"


def test_where_a_ballot_lies_says_nothing_about_when_it_came(world: World) -> None:
    names = [Person(username=f"v{n}", name=f"V{n}") for n in range(40)]
    people = [Actor(person_id=one.id) for one in Person.objects.bulk_create(names)]
    box = acts.open_box(by=people[0], rosters={"all": [one.person_id for one in people]})
    for number, one in enumerate(people):
        voting.cast(box, voting.take(one, box), {"number": number})
    lying = [
        int(row.content.split(":")[1].rstrip("}"))
        for row in Ballot.objects.raw("select *, ctid from urn_ballot order by ctid")
    ]
    by_id = [
        int(text.split(":")[1].rstrip("}"))
        for text in Ballot.objects.order_by("id").values_list("content", flat=True)
    ]
    for found in (lying, by_id):
        assert sorted(found) == list(range(40))
        neighbours = sum(abs(one - other) == 1 for one, other in pairwise(found))
        assert neighbours < 20, "those who came after each other do not lie beside each other"


def test_the_key_is_the_groups_own(world: World) -> None:
    box = opened(world)
    assert signing.BITS == 1024, "the tests' keys are small; the real ones are not"
    cards = reads.keys_of(box)
    assert [card.group for card in cards] == ["Dock", "Hull"]
    assert cards[0].public != cards[1].public
    assert reads.key_for(world.actor(world.anna), box) == cards[1]
    with pytest.raises(NotFound):
        reads.box(1)


def test_a_refusal_of_a_ballot_is_a_refusal(world: World) -> None:
    box = opened(world)
    with pytest.raises(Refused, match="page of the vote"):
        acts.cast(box_id=box.id, group="Hull", prepared=b"x" * 64, signature=b"y" * 128, content=YES)
