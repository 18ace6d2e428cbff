"""The company's picture: no person in it, no small group, nothing of a small company; painted once, and only while the room is open."""

import json
from itertools import combinations

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.network import scene
from tests.promise.crawl import browser
from tests.stage import Clock, work_off
from tests.world import IMPORTER, World
from vloot.ground import privacy
from vloot.ground.errors import Refused
from vloot.network.engine.ties import Network
from vloot.network.engine.whole import whole
from vloot.network.picture import own, painting, reads
from vloot.network.picture.groups import Step, grouping
from vloot.network.picture.models import Picture
from vloot.network.ties import acts
from vloot.people import acts as people
from vloot.people.acts import TeamDraft
from vloot.people.models import Person
from vloot.people.reads import actor_for
from vloot.talk.posts import acts as posts

SIZES = {"bow": 12, "stern": 11, "mast": 9, "trio": 3}


@pytest.fixture
def teams(world: World) -> dict[str, list[int]]:
    """Four teams, one of three, in which everybody answers the next; and a few across."""
    made = people.place_teams_many(
        by=IMPORTER, drafts=[TeamDraft(slug=slug, name=slug.capitalize()) for slug in SIZES]
    )
    crews = {slug: scene.crew(world, size, team_id=made[slug]) for slug, size in SIZES.items()}
    for crew in crews.values():
        _each_writes(world, crew, [*crew[1:], crew[0]])
    _each_writes(world, crews["bow"], crews["stern"])
    _each_writes(world, crews["trio"], crews["bow"])
    return crews


def _each_writes(world: World, some: list[int], others: list[int]) -> None:
    for one, other in zip(some, others, strict=False):
        asked = scene.ask(world, one)
        posts.comment(by=actor_for(other), under=asked, body="I see")


def _painted(world: World) -> str:
    assert painting.paint_due()
    return json.dumps(Picture.objects.get().figures)


def test_a_picture_has_no_person_and_no_small_group_in_it(world: World, teams: dict[str, list[int]]) -> None:
    scene.open_room()
    text = _painted(world)
    for person in Person.objects.all():
        assert str(person.id) not in text
        assert person.name not in text
    shown = reads.latest(world.actor(world.anna))
    assert shown is not None
    names = dict(shown.figures.groups)
    assert "Trio" not in names
    assert {"Bow", "Stern"} <= names.keys()
    assert all(size >= privacy.MINIMUM for size in names.values())
    assert sum(names.values()) == shown.figures.people
    for cell in shown.figures.cells:
        if cell.meet:
            assert cell.meet.at_least % privacy.MINIMUM == 0
            assert cell.meet.at_least + privacy.MINIMUM <= cell.meet.of
    meets = {
        (names_of(shown.figures.groups, cell.one, cell.other)): cell.meet for cell in shown.figures.cells
    }
    assert meets["Bow", "Stern"]
    assert not meets["Bow", "Mast"]


def names_of(groups: list[tuple[str, int]], one: int, other: int) -> tuple[str, str]:
    return groups[one][0], groups[other][0]


def test_everybody_sees_the_same_picture_and_guests_none(world: World, teams: dict[str, list[int]]) -> None:
    scene.open_room()
    painting.paint_due()
    seen = [reads.latest(world.actor(person)) for person in (world.anna, world.chris, world.hanne)]
    assert seen[0] == seen[1] == seen[2] is not None
    with pytest.raises(Refused):
        reads.latest(world.actor(world.dana))


def test_it_is_painted_once_a_week_and_never_again(
    world: World, teams: dict[str, list[int]], clock: Clock
) -> None:
    scene.open_room()
    first = _painted(world)
    _each_writes(world, teams["mast"], teams["bow"])
    assert not painting.paint_due()
    assert json.dumps(Picture.objects.get().figures) == first
    clock.move(days=7)
    assert painting.paint_due()
    assert Picture.objects.count() == 2
    assert json.dumps(Picture.objects.latest("week").figures) != first


def test_nothing_is_painted_or_shown_while_the_room_is_shut(
    world: World, teams: dict[str, list[int]]
) -> None:
    assert not painting.paint_due()
    scene.agree()
    work_off()
    assert not Picture.objects.exists()
    scene.switch_on()
    work_off()
    assert Picture.objects.exists(), "the first picture is painted when the room opens"
    scene.switch_on(is_on=False)
    work_off()
    anna = world.actor(world.anna)
    for look in (reads.latest, own.mine):
        with pytest.raises(Refused):
            look(anna)
    for path in ("/network/", "/network/company/"):
        page = browser(world.anna).get(path)
        assert page.status_code == 422
        assert "Network" in page.content.decode()


def test_a_company_below_thirty_sees_too_few(world: World) -> None:
    scene.open_room()
    crew = scene.crew(world, 20)
    _each_writes(world, crew, crew[1:])
    painting.paint_due()
    figures = Picture.objects.get().figures
    assert figures["groups"] == figures["cells"] == []
    assert not any(figures[name] for name in ("two_way", "index", "agree", "away", "hanging", "parts"))
    page = browser(world.anna).get("/network/company/").content.decode()
    assert "Too few to show" in page


def test_broadcasts_announcements_bots_and_crowds_are_no_contact(world: World) -> None:
    from vloot.ground.database import sql
    from vloot.network.ties import gathering
    from vloot.talk.announcements import acts as announcements
    from vloot.talk.announcements.acts import AnnouncementDraft

    crew = scene.crew(world, 8)
    (bot,) = scene.crew(world, 1, kind="bot")
    broadcast = posts.write(by=actor_for(crew[0]), space=world.quay, body="Well done all")
    posts.comment(by=actor_for(crew[1]), under=broadcast, body="Yes")
    posts.comment(by=actor_for(bot), under=broadcast, body="Beep")
    draft = AnnouncementDraft(
        space_id=world.quay.id, author_id=world.chris.id, title="Gate", body=f"Shut. @{_name(crew[2])}"
    )
    told = announcements.announce(by=world.actor(world.chris), draft=draft)
    posts.comment(by=actor_for(crew[3]), under=told, body="Why?")
    many = " ".join(f"@{_name(one)}" for one in crew[:7])
    posts.write(by=actor_for(crew[7]), space=world.quay, body=many)

    def contact() -> set[tuple[int, int]]:
        statement = gathering.statement(painting.__file__, "contact")
        return {(one, other) for one, other in sql.rows(statement, gathering.when())}

    assert contact() == set()
    posts.write(by=actor_for(crew[7]), space=world.quay, body=f"@{_name(crew[0])}")
    posts.comment(by=actor_for(crew[0]), under=scene.ask(world, crew[4]), body="I was there")
    assert contact() == {(crew[7], crew[0]), (crew[0], crew[4]), (crew[1], crew[0])}
    acts.stay_out(by=actor_for(crew[0]))
    assert contact() == set()


def _name(person_id: int) -> str:
    return str(Person.objects.values_list("username", flat=True).get(id=person_id))


@given(
    st.lists(st.tuples(st.integers(0, 25), st.integers(-1, 8)), min_size=1, max_size=90), st.integers(5, 9)
)
def test_every_group_has_the_minimum_or_everybody_is_one(rows: list[tuple[int, int]], minimum: int) -> None:
    """Any chart: team n lies in some team below n or at the top."""
    teams = {n: Step(f"team {n}", None if n % 4 == 0 else n // 2) for n in range(1, 9)}
    team_of = {person: team if team in teams else None for person, (_x, team) in enumerate(rows)}
    found = grouping(teams, team_of, minimum=minimum)
    assert sum(found.sizes) == len(team_of) == len(found.of)
    assert len(found.sizes) == 1 or min(found.sizes) >= minimum


def test_a_flat_company_of_many_teams_shows_the_largest() -> None:
    teams = {n: Step(f"team {n:03}", None) for n in range(1, 200)}
    team_of = {person: person % 199 + 1 for person in range(4000)}
    found = grouping(teams, team_of, minimum=7)
    assert len(found.names) == 21
    assert found.names[-1] == ""
    assert min(found.sizes) >= 7


def _network(pairs: set[tuple[int, int]], size: int) -> Network:
    arcs = numpy.array(sorted(pairs), dtype=numpy.int64).reshape(-1, 2)
    return Network([str(n) for n in range(size)], arcs, numpy.ones(len(arcs)))


@given(st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda two: two[0] != two[1])))
def test_the_figures_are_what_a_plain_count_gives(pairs: set[tuple[int, int]]) -> None:
    group = [n % 3 for n in range(12)]
    found = whole(_network(pairs, 12), numpy.array(group), fewest=7)
    if not pairs:
        assert found is None
        return
    assert found is not None
    near = {n: {b for a, b in pairs if a == n} | {a for a, b in pairs if b == n} for n in range(12)}
    lines = {frozenset(two) for two in pairs}
    assert found.pairs == len(lines)
    assert found.both_ways == sum((b, a) in pairs for a, b in pairs) // 2
    for one in range(3):
        for other in range(3):
            count = sum(group[n] == one and any(group[m] == other for m in near[n]) for n in range(12))
            assert found.touching[one, other] == count
    outside = sum(len({group[n] for n in line}) == 2 for line in lines)
    assert found.index.value == pytest.approx((2 * outside - len(lines)) / len(lines))
    meets = [
        (found.touching[a, b], found.touching[b, a])
        for a, b in combinations(range(3), 2)
        if found.touching[a, b]
    ]
    assert (found.group_pairs, found.hanging) == (len(meets), sum(min(two) <= 2 for two in meets))


def test_chance_gives_the_range_that_theory_gives() -> None:
    """Of 60 people in groups of 20, by chance a pair lies inside 19 times in 59."""
    chance = numpy.random.default_rng(3)
    pairs = {(int(a), int(b)) for a, b in chance.integers(0, 60, (400, 2)) if a != b}
    found = whole(_network(pairs, 60), numpy.arange(60) % 3, fewest=7)
    assert found is not None
    assert found.index.low < 1 - 2 * 19 / 59 < found.index.high
    assert found.index.low <= found.index.value <= found.index.high
