"""Nobody does a deed as somebody else, twice, from elsewhere, or with fields that no form has."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.attack import addresses
from tests.stage import Clock
from tests.world import World
from vloot.ground import clock as clocks
from vloot.people.models import Person, Role
from vloot.talk.models import Post, Vote
from vloot.talk.polls import acts as polls
from vloot.talk.polls.acts import PollDraft
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording

VOTES = ("/", "/since/?after=0", "/home.json", "/s/quay/", "/s/quay/since/?after=0")


def enter(person: Person, **more: bool) -> Client:
    """Somebody's browser."""
    client = Client(**more)  # type: ignore[arg-type]
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def poll_of(world: World, **more: object) -> Post:
    """A poll of Anna's in the Quay."""
    draft = PollDraft(
        space_id=world.quay.id,
        author_id=world.anna.id,
        title="When?",
        choices=["Monday", "Friday"],
        **more,  # type: ignore[arg-type]
    )
    return polls.open(by=world.actor(world.anna), draft=draft)


def choices_of(poll: Post) -> list[int]:
    return list(poll.poll.choices.values_list("id", flat=True))


def test_nobody_has_two_votes_where_there_is_one(world: World) -> None:
    poll, other = poll_of(world), poll_of(world)
    bram, at = enter(world.bram), reverse("poll_vote", args=(poll.id,))
    one, two = (str(choice) for choice in choices_of(poll))
    for sent in ([one, two], [one, str(choices_of(other)[0])], [str(choices_of(other)[0])]):
        answer = bram.post(at, {"choice": sent}, headers={"X-Requested-With": "fetch"})
        assert answer.status_code in (404, 422)
    for sent in ([one], [one, one], [two]):
        bram.post(at, {"choice": sent})
    assert list(Vote.objects.filter(person=world.bram).values_list("choice_id", flat=True)) == [int(two)]
    bram.post(at, {"choice": two, "person": str(world.chris.id), "by": str(world.chris.id)})
    assert not Vote.objects.filter(person=world.chris).exists()


@pytest.mark.parametrize("who", ["anna", "chris", "hanne"])
def test_hidden_votes_are_hidden_until_the_end_from_everybody(world: World, clock: Clock, who: str) -> None:
    poll = poll_of(world, is_hidden=True, closes_at=clocks.now() + timedelta(days=2))
    polls.vote(by=world.actor(world.bram), poll=poll, choice_ids=choices_of(poll)[:1])
    client, shown = (
        enter(getattr(world, who)),
        (*VOTES, f"/t/{poll.id}/", f"/t/{poll.id}/since/?after=0", f"/p/{poll.id}/history/"),
    )
    before = {address: client.get(address).content for address in shown}
    for address, said in before.items():
        assert b"Desmet" not in said.replace(b"Bram Desmet</a>", b"") or address == "/", address
        assert f'/people/{world.bram.id}/"'.encode() not in said.split(b"<aside")[0], address
    polls.vote(by=world.actor(world.bram), poll=poll, choice_ids=choices_of(poll)[1:])
    told = client.get("/home.json").json()["cards"][0]["poll"]
    assert [choice["voters"] for choice in told["choices"]] == [[], []]
    answer = client.post(
        reverse("poll_vote", args=(poll.id,)),
        {"choice": choices_of(poll)[0]},
        headers={"X-Requested-With": "fetch"},
    )
    assert b"Desmet" not in answer.content
    clock.move(days=3)
    assert b"Bram" in client.get(f"/t/{poll.id}/").content.split(b"<aside")[0]


def test_a_form_sets_only_what_it_shows(world: World) -> None:
    before = Person.objects.values().get(id=world.anna.id)
    extra = {
        "kind": "bot", "is_active": "", "session_era": "9", "username": "boss", "email": "x@vloot.example", "function": "Director",
        "team": "", "manager": "", "roles": "administrator", "role": "administrator", "password": "x", "id": str(world.bram.id),
        "person_id": str(world.bram.id), "joined_on": "1990-01-01", "external_key": "x", "face": "x", "left_on": "2020-01-01",
    }  # fmt: skip
    enter(world.anna).post("/me/", {"name": "Anna Peeters", "ask_me_about": "cranes", **extra})
    after = dict(Person.objects.values().get(id=world.anna.id))
    known = dict(before)
    assert {name for name, value in after.items() if known[name] != value} <= {
        "languages",
        "last_login",
        "locale",
        "time_zone",
    }
    assert not Role.objects.filter(person=world.anna).exists()
    sent = {
        "kind": "update", "space": str(world.quay.id), "body": "Words", "author": str(world.bram.id), "author_id": str(world.bram.id),
        "origin": "import:slack", "pinned_at": "2026-01-01", "at": "2020-01-01", "external_key": "x", "edited_at": "2020-01-01",
    }  # fmt: skip
    enter(world.anna).post("/", sent)
    made = Post.objects.get(source="Words")
    assert (made.author_id, made.origin, made.pinned_at, made.external_key) == (
        world.anna.id,
        "web",
        None,
        None,
    )
    assert made.id > world.bram.id


def test_deeds_of_others_are_refused_through_the_web(world: World) -> None:
    question = questions.ask(
        by=world.actor(world.anna), space=world.quay, wording=Wording(title="Who knows?", needed="Help")
    )
    answer = questions.answer(by=world.actor(world.bram), question=question, body="I do")
    update = posts.write(by=world.actor(world.anna), space=world.quay, body="Original")
    bram = enter(world.bram)
    for name, thing, sent in (
        ("answer_accept", answer, {"on": "1"}),
        ("post_edit", update, {"body": "Changed"}),
        ("post_remove", update, {}),
        ("post_pin", update, {"on": "1"}),
        ("post_close", update, {"reason": "Enough of this"}),
        ("question_close", question, {}),
        ("question_owner", question, {"person": "bram"}),
        ("post_appreciate", answer, {"on": "1"}),
        ("answer_helped", answer, {"on": "1"}),
    ):
        asked = bram.post(reverse(name, args=(thing.id,)), sent, headers={"X-Requested-With": "fetch"})
        assert asked.status_code in (404, 422), name
    for name in ("people:code", "people:place", "people:standing"):
        sent = {"deed": "give", "role": "administrator", "function": "x"}
        assert bram.post(reverse(name, args=(world.anna.id,)), sent).status_code == 422
    assert bram.post("/people/invite/", {"name": "x"}).status_code == 422
    assert bram.post("/company/change/", {"company": "Mine"}).status_code == 422
    update.refresh_from_db()
    assert (update.source, update.closed_at, update.pinned_at, update.removed_at) == (
        "Original",
        None,
        None,
        None,
    )


def test_no_form_of_another_site_does_anything(world: World) -> None:
    post = posts.write(by=world.actor(world.bram), space=world.quay, body="Words")
    named = (
        addresses.named(id=post.id)
        + addresses.named(slug="quay")
        + addresses.named(name="harbour", token="x")
    )
    for client in (enter(world.anna, enforce_csrf_checks=True), Client(enforce_csrf_checks=True)):
        for address in addresses.plain() + named:
            answer = client.post(address, headers={"Origin": "https://evil.example"})
            # The link in a mail is its own proof and needs no cookie (RFC 8058); without its signature it opens nothing. Under /cast/
            # nobody is anybody, so there is nobody whose cookie another site could use.
            is_nobodys = address == "/mail/stop/x/" or address.startswith("/cast/")
            assert answer.status_code == (404 if is_nobodys else 403), address


def test_nothing_private_is_kept_in_between(world: World) -> None:
    post = posts.write(by=world.actor(world.bram), space=world.quay, body="Words")
    shown = (
        addresses.plain()
        + addresses.named(id=post.id)
        + addresses.named(slug="quay")
        + addresses.named(id=world.bram.id)
    )
    own, shared = enter(world.anna), Client()
    shared.cookies["vloot_shared"] = "1"
    shared.post("/account/login/", {"login": "hanne", "password": "a quiet harbour"})
    for address in (a for a in shown if "out" not in a and "ended" not in a):
        for method in ("GET", "POST"):
            kept = shared.generic(method, address)
            if "_auth_user_id" not in shared.session:
                shared.post("/account/login/", {"login": "hanne", "password": "a quiet harbour"})
            assert kept["Cache-Control"] == "no-store", address
        held = own.get(address).headers.get("Cache-Control", "")
        assert "no-cache" in held or "no-store" in held, address
        assert "public" not in held
