"""Whoever floods is asked to take a breath, whatever process answers; a lively hour passes."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client

from tests.attack.test_closed_doors import enter
from tests.stage import Clock
from tests.talk.ways import refused
from tests.world import IMPORTER, World
from vloot.company.limits import acts as company_limits
from vloot.ground import limits
from vloot.ground.errors import NotFound
from vloot.ground.limits import TooFast
from vloot.logbook import reads as logbook
from vloot.people import acts as people
from vloot.talk.files import acts as files
from vloot.talk.posts import acts as posts
from vloot.talk.posts.acts import PostDraft
from vloot.talk.proposals import acts as proposals
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording

Deed = Callable[[World, int], object]


def head(world: World, n: int) -> object:
    return posts.write(by=world.actor(world.anna), space=world.quay, body=f"Post {n}")


def question(world: World, n: int) -> object:
    return questions.ask(
        by=world.actor(world.anna), space=world.quay, wording=Wording(title=f"Question {n}?")
    )


def invitation(world: World, n: int) -> object:
    return people.invite(by=world.actor(world.chris), name=f"Guest {n}")


def upload(world: World, n: int) -> object:
    return files.put(by=world.actor(world.anna), name="a.bin", content=b"x" * 20_000_000)


@pytest.mark.parametrize(("deed", "at_most"), [(head, 100), (question, 100), (invitation, 100), (upload, 52)])
def test_a_flood_ends(world: World, deed: Deed, at_most: int) -> None:
    for done in range(at_most):
        deed(world, done)
    with pytest.raises(TooFast) as stopped:
        deed(world, at_most)
    assert 1 <= stopped.value.wait < 120


def test_a_lively_hour_passes(world: World, clock: Clock) -> None:
    """Sixty threads, a hundred and eighty replies, a photo with every other: more than anybody writes."""
    anna = world.actor(world.anna)
    for minute in range(60):
        clock.move(minutes=1)
        thread = posts.write(by=anna, space=world.quay, body=f"Minute {minute}")
        for _ in range(3):
            posts.comment(by=anna, under=thread, body="And so on")
        posts.edit(by=anna, post=thread, body=f"Minute {minute}, corrected")
        if minute % 2:
            files.put(by=anna, name="photo.bin", content=b"x" * 8_000_000)


def test_nobody_is_asked_again_and_again_after_a_no(world: World) -> None:
    anna, bram = world.actor(world.anna), world.actor(world.bram)
    for _ in range(3):
        proposals.decline(by=bram, proposal=proposals.propose(by=anna, to=bram.person_id, way="call"))
    with refused("too_fast"):
        proposals.propose(by=anna, to=bram.person_id, way="call")
    proposals.propose(by=anna, to=world.chris.id, way="call")


def test_what_an_import_brings_has_no_pace(world: World) -> None:
    draft = PostDraft(kind="update", space_id=world.quay.id, author_id=world.anna.id, body="Long ago")
    assert len(posts.place_many(by=IMPORTER, drafts=[draft] * 300)) == 300
    head(world, 1)


def test_programs_read_when_to_come_back_and_people_keep_their_words(world: World) -> None:
    limits.choose("posts", 1)
    client = enter(world.anna)
    sent = {"kind": "update", "space": str(world.quay.id), "body": "My dear words"}
    assert client.post("/", sent).status_code == 302
    answer = client.post("/", sent)
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) == 3600
    assert b"My dear words" in answer.content
    assert b"Take a breath" in answer.content
    limits.choose("completions", 1)
    client.get("/complete/?q=@a")
    answer = client.get("/complete/?q=@a", headers={"Referer": "http://testserver/"})
    assert (answer.status_code, "Retry-After" in answer) == (429, True)


def test_an_administrator_chooses_and_it_is_written_down(world: World) -> None:
    hanne = enter(world.hanne)
    assert "How fast" in hanne.get("/company/limits/").content.decode()
    assert hanne.post("/company/limits/", {"posts": "2", "replies": "none"}).status_code == 422
    assert limits.chosen()["posts"] == 2
    (entry,) = logbook.latest(["SettingChanged"])
    assert entry.details == {"setting": "limits.posts", "was": 100, "is": 2}
    head(world, 1)
    head(world, 2)
    with refused("too_fast"):
        head(world, 3)
    assert enter(world.chris).get("/company/limits/").status_code == 422
    with refused("company.not_administrator"):
        company_limits.choose(by=world.actor(world.chris), name="posts", amount=9)
    for amount in (0, -1, limits.MOST + 1):
        with refused("limits.amount"):
            company_limits.choose(by=world.actor(world.hanne), name="posts", amount=amount)
    with pytest.raises(NotFound):
        company_limits.choose(by=world.actor(world.hanne), name="nothing", amount=5)


def test_tries_at_signing_in_are_counted_by_all_processes_together(world: World) -> None:
    assert settings.CACHES["default"]["LOCATION"] == "ground_tries"
    Client().post("/account/login/", {"login": "hanne", "password": "a wrong guess"})
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select count(*) from ground_tries")
        assert cursor.fetchone()[0] >= 1


def test_only_an_administrator_makes_a_code_for_the_counsellor(world: World) -> None:
    from vloot.company import acts as company

    company.name_counsellor(by=world.actor(world.hanne), person_id=world.bram.id)
    with refused("code.guarded"):
        people.make_sign_in_code(by=world.actor(world.chris), person_id=world.bram.id)
    assert people.make_sign_in_code(by=world.actor(world.hanne), person_id=world.bram.id)
    assert logbook.latest(["SignInCodeMade"])[0].object_id == world.bram.id
