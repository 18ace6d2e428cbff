"""Promise 21: acts of administrators and views of sensitive pages are in a chained log that the works council can read."""

import ast

import pytest

from tests.law import deeds
from tests.world import IMPORTER, World
from vloot.company.audit import reads
from vloot.company.audit.reads import Choice
from vloot.ground.errors import Refused
from vloot.logbook import chain, kinds
from vloot.people import acts as people
from vloot.people import care
from vloot.people.reads import actor_for


def _recorded(module: str, name: str) -> set[str]:
    """The kinds named in the source of an act and of what it calls in its own module."""
    seen, waiting, found = set(), [(module, name)], set()
    while waiting:
        place = waiting.pop()
        home = deeds.defined(*place)
        if home is None or home in seen:
            continue
        seen.add(home)
        said = [node.value for node in ast.walk(home[1]) if isinstance(node, ast.Constant)]
        found |= {word for word in said if isinstance(word, str) and word in kinds.KEPT}
        waiting += [called for called in deeds.calls(*place) if called[0] == home[0]]
    return found


def test_what_only_an_administrator_may_do_is_audited() -> None:
    """Every act of people and company whose rule is for administrators records a kind that is chained."""
    own = {
        "people": {"give_role", "take_role", "deactivate", "reactivate", "change_place", "make_sign_in_code", "invite"},
        "company": {"change", "name_counsellor", "set_top_team", "let_private_in", "finish_import", "make_start_link"},
    }  # fmt: skip
    acts = deeds.acts()
    for room, names in own.items():
        for name in names:
            recorded = _recorded(*acts[f"{room}.{name}"])
            assert recorded & kinds.AUDITED, f"{room}.{name}"


def test_the_council_reads_it_and_nobody_else(world: World) -> None:
    people.give_role(by=IMPORTER, person_id=world.hanne.id, role="administrator")
    people.give_role(by=actor_for(world.hanne.id), person_id=world.bram.id, role="council")
    lines = reads.page(actor_for(world.bram.id), Choice()).lines
    assert [(line.kind, line.actor and line.actor.id) for line in lines[:1]] == [
        ("RoleGiven", world.hanne.id)
    ]
    for person in (world.anna, world.chris, world.dana):
        with pytest.raises(Refused):
            reads.page(actor_for(person.id), Choice())


def test_it_outlives_whoever_is_forgotten(world: World) -> None:
    people.give_role(by=IMPORTER, person_id=world.hanne.id, role="administrator")
    people.give_role(by=actor_for(world.hanne.id), person_id=world.bram.id, role="council")
    people.give_role(by=actor_for(world.hanne.id), person_id=world.anna.id, role="administrator")
    care.forget(world.hanne.id)
    (line, *_) = reads.page(actor_for(world.bram.id), Choice()).lines
    assert line.actor
    assert (line.actor.id, line.actor.name) == (world.hanne.id, "Former colleague")
    assert chain.verify().broken is None
