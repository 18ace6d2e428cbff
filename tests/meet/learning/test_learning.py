"""One's own log, what is shared of it, and a figure about nobody."""

from datetime import timedelta
from typing import Any

import pytest

from tests.meet.walks.ways import agreed, walked
from tests.promise.crawl import browser
from tests.stage import Clock
from tests.talk.ways import logged, refused
from tests.world import World
from vloot.ground import clock as clocks
from vloot.ground import privacy
from vloot.ground.errors import NotFound
from vloot.logbook.models import Entry
from vloot.meet.learning import acts, care, reads
from vloot.meet.learning.acts import LearnedDraft
from vloot.meet.learning.models import Learned, Turn
from vloot.people.models import Person
from vloot.talk.models import Post
from vloot.talk.posts import acts as posts


def note(world: World, who: Person, **more: object) -> Learned:
    draft = LearnedDraft(**{"after": "coffee", "found": "They wait for us too", **more})  # type: ignore[arg-type]
    return acts.note_down(by=world.actor(who), draft=draft)


def test_a_log_is_ones_own_and_leaves_no_entry(world: World) -> None:
    last = Entry.objects.latest("id").id
    learned = note(world, world.anna, expected="Nothing much", changed_mind=True)
    assert not Entry.objects.filter(id__gt=last).exists()
    assert [one.found for one in reads.mine(world.actor(world.anna))] == ["They wait for us too"]
    for other in (world.bram, world.hanne, world.chris):
        assert reads.mine(world.actor(other)) == []
        with pytest.raises(NotFound):
            reads.get(world.actor(other), learned.id)
        acts.drop(by=world.actor(other), learned=learned)
        with refused("not_yours"):
            acts.share(by=world.actor(other), learned=learned, space=world.quay)
    acts.drop(by=world.actor(world.anna), learned=learned)
    assert not Learned.objects.exists()


def test_what_is_missing_is_said(world: World) -> None:
    for field, more in (
        ("found", {"found": " "}),
        ("after", {"after": "lunch"}),
        ("expected", {"expected": "x" * 1001}),
    ):
        with refused({"found": "no_found", "after": "after", "expected": "too_long"}[field], field):
            note(world, world.anna, **more)
    with refused("guest"):
        note(world, world.dana)


def test_shared_it_is_a_post_of_ones_own_once(world: World) -> None:
    learned = note(world, world.anna, will_change="I call before I plan")
    with logged("Posted"):
        made = acts.share(by=world.actor(world.anna), learned=learned, space=world.quay)
    assert made.author_id == world.anna.id
    assert "I call before I plan" in made.source
    with refused("shared"):
        acts.share(by=world.actor(world.anna), learned=learned, space=world.quay)
    (card,) = reads.mine(world.actor(world.anna))
    assert card.post_id == made.id


def test_who_leads_says_what_they_do_otherwise_now(world: World, clock: Clock) -> None:
    coming = agreed(world)
    said: dict[str, Any] = {
        "space": world.quay,
        "used_to": "ask for figures",
        "now": "ask who waits for what",
    }
    with refused("not_walked"):
        acts.turn(by=world.actor(world.hanne), walk=coming, **said)
    walk = walked(world, clock, world.bram)
    for who, code in ((world.anna, "no_leader"), (world.bram, "no_leader")):
        with refused(code):
            acts.turn(by=world.actor(who), walk=walk, **said)
    with refused("turn", "now"):
        acts.turn(by=world.actor(world.hanne), space=world.quay, used_to="ask", now=" ")
    made = acts.turn(by=world.actor(world.hanne), walk=walk, **said)
    (card,) = reads.turns_after(world.actor(world.anna), walk.id)
    assert (card.post_id, card.person.id) == (made.id, world.hanne.id)
    assert "ask who waits for what" in card.html
    assert reads.turns_of(world.actor(world.bram), world.hanne.id) == [card]
    assert reads.turns_of(world.actor(world.dana), world.hanne.id) == []
    posts.remove(by=world.actor(world.hanne), post=made)
    assert reads.turns_of(world.actor(world.bram), world.hanne.id) == []


def test_what_a_turn_says_in_a_closed_space_stays_there(world: World) -> None:
    acts.turn(by=world.actor(world.hanne), space=world.bridge, used_to="shout", now="ask")
    assert len(reads.turns_of(world.actor(world.chris), world.hanne.id)) == 1
    assert reads.turns_of(world.actor(world.anna), world.hanne.id) == []


def crowd(size: int, changed: int) -> None:
    """So many people each wrote one note last month; so many of them changed their mind."""
    start = clocks.now().replace(day=1) - timedelta(days=10)
    with clocks.freeze(start):
        for number in range(size):
            person = Person.objects.create(username=f"p{number}", name=f"P {number}", sort_key=f"p {number}")
            Learned.objects.create(person=person, after="walk", found="x", changed_mind=number < changed)


@pytest.mark.parametrize(
    ("size", "changed", "notes", "least"),
    [(6, 6, None, None), (7, 7, 7, None), (20, 20, 14, 7), (30, 3, 28, None), (30, 15, 28, 14)],
)
def test_a_month_says_only_what_tells_nobody_apart(
    world: World, size: int, changed: int, notes: int | None, least: int | None
) -> None:
    crowd(size, changed)
    found = reads.months()
    assert (found[0].notes if found else None) == notes
    figure = found[0].changed if found else None
    assert (figure.at_least if figure else None) == least


def test_who_writes_much_counts_once_and_this_month_is_not_shown(world: World) -> None:
    crowd(6, 6)
    writer = Person.objects.get(username="p0")
    with clocks.freeze(clocks.now().replace(day=1) - timedelta(days=9)):
        for _n in range(50):
            Learned.objects.create(person=writer, after="walk", found="x", changed_mind=True)
    assert reads.months() == [], "six people, however much they wrote"
    Learned.objects.all().delete()
    for person in Person.objects.all():
        Learned.objects.create(person=person, after="walk", found="x")
    assert reads.months() == []


def test_so_many_things_are_said_in_sevens_or_not_at_all() -> None:
    assert privacy.at_least(20, 7) == 14
    assert privacy.at_least(20, 6) is None
    assert privacy.at_least(20, 9, smallest=10) is None
    with pytest.raises(ValueError, match="protects nobody"):
        privacy.at_least(20, 9, minimum=4)


def test_my_data_shows_the_log_and_forgetting_drops_it(world: World) -> None:
    note(world, world.hanne)
    acts.turn(by=world.actor(world.hanne), space=world.quay, used_to="shout", now="ask")
    assert all(care.mine(world.hanne.id).values())
    care.forget(world.hanne.id)
    assert not any(care.mine(world.hanne.id).values())
    assert not Turn.objects.exists()
    assert Post.objects.filter(author=world.hanne).exists(), "the living room empties its own"


def test_the_page_keeps_what_was_typed_and_shows_only_mine(world: World) -> None:
    anna, bram = browser(world.anna), browser(world.bram)
    wrong = anna.post("/learning/", {"do": "note", "after": "walk", "expected": "Dust", "found": ""})
    assert wrong.status_code == 422
    assert "Dust" in wrong.content.decode()
    assert anna.post("/learning/", {"do": "note", "after": "walk", "found": "No dust"}).status_code == 302
    assert "No dust" in anna.get("/learning/").content.decode()
    assert "No dust" not in bram.get("/learning/").content.decode()
    learned = Learned.objects.get()
    assert (
        bram.post("/learning/", {"do": "share", "learned": learned.id, "space": world.quay.id}).status_code
        == 404
    )
    shared = anna.post("/learning/", {"do": "share", "learned": learned.id, "space": world.quay.id})
    assert shared.status_code == 302
    assert "No dust" in bram.get(shared.headers["Location"]).content.decode()
    assert browser(world.dana).get("/learning/").status_code == 404


def test_a_turn_stands_on_ones_own_page(world: World) -> None:
    hanne = browser(world.hanne)
    said = {"do": "turn", "space": world.quay.id, "used_to": "shout", "now": "ask why"}
    assert hanne.post("/learning/", {**said, "now": ""}).status_code == 422
    assert hanne.post("/learning/", said).status_code == 302
    assert "ask why" in browser(world.anna).get(f"/people/{world.hanne.id}/").content.decode()
