"""Who may do what: every rule of talk, asked for every actor in every situation, beside a table that says it in words."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db.models import Model

from tests.stage import Clock
from tests.talk import scene
from tests.talk.scene import CAST, ROWS, Scene
from tests.talk.ways import in_days
from tests.world import World
from vloot import talk
from vloot.ground.errors import NotFound, Verdict
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.announcements import rules as announcements
from vloot.talk.events import rules as events
from vloot.talk.files import rules as files
from vloot.talk.guides import rules as guides
from vloot.talk.models import File, Guide, Poll, Post, Proposal, Question, Space
from vloot.talk.polls import rules as polls
from vloot.talk.proposals import rules as proposals
from vloot.talk.questions import rules as questions
from vloot.talk.roster import rules as roster
from vloot.talk.spaces import rules as spaces
from vloot.talk.thanks import rules as thanks

# Rules that weigh no actor, or more than one thing: they have their own tests below.
ELSEWHERE = {
    "spaces.may_shut",
    "spaces.may_host",
    "thanks.may_thank",
    "files.may_put",
    "proposals.may_propose",
    "questions.may_own",
    "guides.may_own",
    "guides.may_grow_from",
    "guides.may_review_in",
    "polls.may_ask_for",
    "polls.may_see_votes",
    # tests/talk/test_secret_polls.py, tests/experts/test_reviewing.py
    "polls.may_be_secret",
    "polls.may_cast",
    "polls.may_choose",
    "questions.may_judge",
    "spaces.may_say",
    # tests/talk/order
    "order.visible",
    "order.may_claim",
    "order.may_decide",
    "order.may_appeal",
    "order.may_answer_appeal",
    "roster.may_plan",
    "roster.may_take",
    "announcements.may_stand_until",
    "events.may_be_held",
    "events.may_hold_at",
    "events.may_shrink",
}
TABLES: dict[str, type[Model]] = {
    "spaces": Space,
    "posts": Post,
    "files": File,
    "proposals": Proposal,
    "guides": Guide,
}


def all_rules() -> dict[str, Callable[..., object]]:
    """Every public permission of talk by the name it has in ROWS."""
    found: dict[str, Callable[..., object]] = {}
    for storey in pkgutil.iter_modules(talk.__path__):
        name = f"vloot.talk.{storey.name}.rules"
        if storey.ispkg and importlib.util.find_spec(name):
            module = importlib.import_module(name)
            for rule, function in inspect.getmembers(module, inspect.isfunction):
                if function.__module__ == name and rule.startswith(("may_", "visible", "readable")):
                    found[f"{storey.name}.{rule}"] = function
    return found


RULES = all_rules()


def test_every_rule_has_its_rows() -> None:
    said = {rule for rule, _, _ in ROWS}
    assert len(RULES) > 30
    assert said | ELSEWHERE == RULES.keys()
    assert not said & ELSEWHERE


def allows(set_: Scene, actor: Actor, rule: str, thing: str) -> bool:
    function = RULES[rule]
    on: Any = set_.things.get(thing)
    if rule.endswith((".visible", ".readable")):
        table = TABLES[rule.split(".", maxsplit=1)[0]]
        return bool(table._default_manager.filter(function(actor), pk=getattr(on, "pk", on)).exists())
    if rule == "files.may_claim":
        on = [File.objects.get(pk=on)]
    if rule == "spaces.may_write_as":
        on = [on]
    verdict = function(actor) if on is None else function(actor, on)
    assert isinstance(verdict, Verdict)
    assert verdict.ok == (not verdict.code) == (not verdict.text)
    return verdict.ok


def test_who_may_is_exactly_who_the_table_says(world: World) -> None:
    set_ = scene.build(world)
    wrong = []
    for rule, thing, who in ROWS:
        may = {name for name in CAST if allows(set_, set_.actors[name], rule, thing)}
        if may != set(who.split()):
            wrong.append(f"{rule} on {thing or 'nothing'}: {sorted(may)} instead of {sorted(who.split())}")
    assert not wrong, "\n".join(wrong)


def test_who_has_left_is_no_actor_at_all(world: World) -> None:
    for person_id in (world.eva.id, 1):
        with pytest.raises(NotFound):
            people.actor_for(person_id)


def test_who_may_host(world: World) -> None:
    cards = people.cards([person.id for person in (world.anna, world.dana, world.eva, world.finn)])
    able = {card.first_name for card in cards.values() if spaces.may_host(card)}
    assert able == {"Anna"}
    assert not spaces.may_host(None)


def test_who_may_own_a_question(world: World) -> None:
    def able(question: Question) -> set[str]:
        cards = people.cards([*people.ids_of_all(), world.eva.id, world.finn.id]).values()
        return {card.first_name for card in cards if questions.may_own(question, card)}

    set_ = scene.build(world)
    outside = set_.things["Question"]
    assert isinstance(outside, Question)
    assert able(outside) == {"Anna", "Bram", "Chris", "Hanne"}
    Post.objects.filter(pk=outside.pk).update(space_id=world.slip.id)
    assert able(Question.objects.get(pk=outside.pk)) == {"Bram", "Chris", "Dana"}


def test_what_a_how_to_page_needs(world: World) -> None:
    cards = people.cards([*people.ids_of_all(), world.eva.id, world.finn.id]).values()
    assert {card.first_name for card in cards if guides.may_own(world.slip, card)} == {
        "Bram",
        "Chris",
        "Dana",
    }
    assert [months for months in (0, 1, 24, 25) if guides.may_review_in(months)] == [1, 24]
    things = scene.build(world).things
    asked, answer = things["question"], things["answer"]
    assert isinstance(asked, Post)
    assert isinstance(answer, Post)
    assert guides.may_grow_from(asked, world.quay)
    assert not guides.may_grow_from(asked, world.slip)
    assert not guides.may_grow_from(answer, world.quay)


def test_what_shuts_a_space(world: World) -> None:
    assert spaces.may_shut("open", "", None)
    assert spaces.may_shut("request", "Pay", in_days(1))
    assert spaces.may_shut("closed", "Pay", in_days(366))
    for access, reason, review_on, code in (
        ("closed", " ", in_days(9), "no_reason"),
        ("closed", "Pay", None, "no_review"),
        ("closed", "Pay", in_days(0), "no_review"),
        ("closed", "Pay", in_days(367), "no_review"),
        ("locked", "Pay", in_days(9), "access"),
    ):
        assert spaces.may_shut(access, reason, review_on).code == code


def test_whom_to_thank() -> None:
    assert thanks.may_thank(1, [2])
    assert thanks.may_thank(1, list(range(2, 32)))
    codes = [thanks.may_thank(1, to).code for to in ([], [1], [2, 1], list(range(2, 33)))]
    assert codes == ["nobody", "yourself", "yourself", "too_many"]


def test_what_can_be_uploaded() -> None:
    assert files.may_put(1)
    assert files.may_put(files.MOST_BYTES)
    assert [files.may_put(size).code for size in (0, files.MOST_BYTES + 1)] == ["empty_file", "too_big"]


def test_to_whom_a_talk_may_be_proposed(world: World) -> None:
    anna = world.actor(world.anna)
    cards = people.cards([p.id for p in (world.anna, world.bram, world.dana, world.eva, world.finn)])
    codes = {card.first_name: proposals.may_propose(anna, card, "").code for card in cards.values()}
    assert codes == {"Anna": "yourself", "Bram": "", "Dana": "", "Éva": "not_here", "Finn": "not_here"}
    assert proposals.may_propose(anna, cards[world.bram.id], "x" * 140)
    assert proposals.may_propose(anna, cards[world.bram.id], "x" * 141).code == "too_long"


def test_what_a_poll_may_ask(clock: Clock) -> None:
    soon = clock.at + timedelta(days=1)
    assert polls.may_ask_for(["a", "b"], None, is_hidden=False)
    assert polls.may_ask_for([str(n) for n in range(12)], soon, is_hidden=True)
    for choices, end, is_hidden, code in (
        (["a"], None, False, "choices"),
        ([str(n) for n in range(13)], None, False, "choices"),
        (["a", "A"], None, False, "same_choices"),
        (["a", "b" * 121], None, False, "long_choice"),
        (["a", "b"], clock.at, False, "end"),
        (["a", "b"], clock.at + timedelta(days=367), False, "end"),
        (["a", "b"], None, True, "no_end"),
    ):
        assert polls.may_ask_for(choices, end, is_hidden=is_hidden).code == code


def test_when_votes_are_seen(clock: Clock) -> None:
    ahead, past = clock.at + timedelta(days=1), clock.at
    assert polls.may_see_votes(Poll(is_hidden=False))
    assert polls.may_see_votes(Poll(is_hidden=True, closes_at=past))
    assert polls.may_see_votes(Poll(is_hidden=True, closes_at=ahead, closed_at=past))
    assert not polls.may_see_votes(Poll(is_hidden=True, closes_at=ahead))


def test_how_long_an_announcement_stands(clock: Clock) -> None:
    assert announcements.may_stand_until(clock.at + timedelta(seconds=1))
    assert announcements.may_stand_until(clock.at + timedelta(days=92))
    for end in (clock.at, clock.at - timedelta(days=1), clock.at + timedelta(days=93)):
        assert announcements.may_stand_until(end).code == "end"


def test_when_and_where_an_event_is_held(clock: Clock) -> None:
    hour = timedelta(hours=1)
    assert events.may_be_held(clock.at, clock.at + hour, "Europe/Brussels")
    for starts, ends, zone, code in (
        (clock.at + hour, clock.at + hour, "UTC", "ends_first"),
        (clock.at, clock.at + timedelta(days=32), "UTC", "too_long"),
        (clock.at - hour, clock.at, "UTC", "not_ahead"),
        (clock.at + timedelta(days=1098), clock.at + timedelta(days=1099), "UTC", "not_ahead"),
        (clock.at, clock.at + hour, "Harbour/Quay", "no_zone"),
    ):
        assert events.may_be_held(starts, ends, zone).code == code
    assert events.may_hold_at("Hall", "", None)
    assert events.may_hold_at("", "https://meet.example/hall", 1)
    for place, link, room, code in (
        (" ", "", None, "no_place"),
        ("x" * 201, "", None, "long_place"),
        ("", "javascript:alert(1)", None, "no_link"),
        ("Hall", "", 0, "no_room"),
    ):
        assert events.may_hold_at(place, link, room).code == code


def test_nobody_loses_a_place() -> None:
    assert events.may_shrink(None, 9)
    assert events.may_shrink(9, 9)
    assert events.may_shrink(8, 9).code == "taken"


def test_which_weeks_can_be_planned_and_taken(world: World) -> None:
    monday = date(2026, 3, 2)
    assert roster.may_plan(monday, monday)
    assert roster.may_plan(monday + timedelta(weeks=52), monday)
    for days in (-7, 1, 7 * 53):
        assert roster.may_plan(monday + timedelta(days=days), monday).code == "roster.week"
    anna = world.actor(world.anna)
    assert roster.may_take(None, anna)
    assert roster.may_take(world.anna.id, anna)
    assert roster.may_take(world.bram.id, anna).code == "roster.taken"
