"""One closed space full of canaries: no address, signal, notice or parcel brings one to somebody who is not in it.

Addresses are read off the URL conf, and what lies ready for people off the tables, so that what is built later is asked too.
"""

import re
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.apps import apps
from django.core import mail
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.attack import addresses
from tests.attack.test_closed_doors import enter, words_of
from tests.attack.test_live import passed
from tests.world import World
from vloot.cli.entry.listeners import Listener
from vloot.ground import clock, ids, live
from vloot.ground.live import Signal
from vloot.people.models import Person
from vloot.talk.drafts import acts as drafts
from vloot.talk.files import acts as files
from vloot.talk.models import Case, Post, Space
from vloot.talk.order import acts as order
from vloot.talk.polls import acts as polls
from vloot.talk.polls.acts import PollDraft
from vloot.talk.posts import acts as posts
from vloot.talk.proposals import acts as proposals
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces import reads
from vloot.talk.spaces.acts import Terms
from vloot.talk.thanks import acts as thanks

CANARY = "canarium"
OUTSIDERS = ("anna", "dana", "eva")
DEEDS = ("logout", "sign-out", "/demo/")
ASKED = "q={0}&name={0}&about={0}&title={0}&tag={0}&space={0}&author={0}&text={0}&kind=post&after=0&before=9223372036854775807&format=json"
# What is not an id or a word: filled with something that is there.
PLACES = {
    "number": 1,
    "width": 64,
    "pk": 1,
    "provider_id": "company",
    "language": "en",
    "kind": "poll",
    "scale": "trust",
}


class Cage:
    """Everything that was put into the closed space, and who heard something while it was."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.sent: list[Signal] = []
        with patch.object(live, "announce_many", self.sent.extend):
            self.ids = self._fill()

    def _fill(self) -> list[int]:
        world, chris, hanne = (
            self.world,
            self.world.actor(self.world.chris),
            self.world.actor(self.world.hanne),
        )
        shut = Terms(
            name=f"{CANARY} deck",
            purpose=CANARY,
            access=Space.CLOSED,
            reason=CANARY,
            review_on=clock.now().date() + timedelta(days=60),
        )
        spaces.change(by=chris, space=world.bridge, terms=shut)
        space = self.space = Space.objects.get(pk=world.bridge.pk)
        file = files.put(by=chris, name=f"{CANARY}.txt", content=CANARY.encode(), alt=CANARY)
        everybody = "@anna @bram @dana @hanne"
        update = posts.write(
            by=chris, space=space, title=CANARY, body=f"{CANARY} #{CANARY} {everybody}", files=[file.id]
        )
        posts.edit(by=chris, post=update, title=CANARY, body=f"{CANARY} again #{CANARY} {everybody}")
        comment = posts.comment(by=hanne, under=update, body=f"{CANARY} {everybody}")
        question = questions.ask(
            by=chris, space=space, wording=Wording(title=f"Who has the {CANARY}?", known=CANARY)
        )
        answer = questions.answer(by=hanne, question=question, body=CANARY)
        questions.accept(by=chris, answer=answer)
        given = thanks.give(by=chris, space=space, to=[world.anna.id, world.bram.id], reason=CANARY)
        choices = [f"{CANARY} one", f"{CANARY} two"]
        draft = PollDraft(space_id=space.id, author_id=chris.person_id, title=CANARY, choices=choices)
        poll = polls.open(by=chris, draft=draft)
        closed = posts.write(by=chris, space=space, body=CANARY)
        posts.close(by=chris, thread=closed, reason=CANARY)
        proposal = proposals.propose(by=chris, to=world.anna.id, way="call", about=update)
        drafts.save(by=chris, key=f"space-{space.id}", fields={"body": CANARY})
        case = order.report(by=hanne, post=question, reason="other", own_words=CANARY)
        away = posts.write(by=hanne, space=space, body=f"{CANARY} {everybody}")
        taken = order.take_away(by=chris, post=away, reason=CANARY)
        order.appeal(by=hanne, case=taken, text=CANARY)
        order.watch(by=chris, phrase=CANARY, reason=CANARY, space=space)
        posts.write(by=hanne, space=space, body=f"{CANARY} watched")
        made = (update, comment, question, answer, given, poll, closed, away)
        return [space.id, file.id, *(post.id for post in made), proposal.id, case.id, taken.id]


@pytest.fixture
def cage(world: World, work: Callable[[], int]) -> Cage:
    """The space, filled; everybody told who is to be told."""
    found = Cage(world)
    with patch.object(live, "announce_many", found.sent.extend):
        work()
    return found


def every_address(cage: Cage) -> dict[str, tuple[str, int]]:
    """All there are, about everything in the space, with the route and the how-manieth thing; a kind of place that is new here must be
    filled in too.
    """
    world = cage.world
    things = [*cage.ids, world.anna.id, world.chris.id, world.hanne.id, world.dana.id]
    found: dict[str, tuple[str, int]] = {}
    for route in addresses.routes():
        for n, thing in enumerate(things):
            for slug in (cage.space.slug, CANARY):
                more = {"slug": slug, "name": CANARY, "token": CANARY, "key": CANARY, **PLACES}
                address = "/" + route.format(id=thing, **more)
                if not any(deed in address for deed in DEEDS):
                    found.setdefault(address, (f"{route} {slug == CANARY}", n))
    return found


_OPEN: set[tuple[str, int]] = set()


def worth_asking(cage: Cage) -> list[str]:
    """Of every route the things of which somebody in the space opens a page that begins like it, and one of which they do not."""
    found = every_address(cage)
    if not _OPEN:
        chris = enter(cage.world.chris)
        takes_only: set[str] = set()
        for address, key in found.items():
            if key[0] not in takes_only:
                status = status_of(chris.get(address))
                takes_only.update([key[0]] if status == 405 else [])
                _OPEN.update([begins(key)] if status not in (404, 405) else [])
    firsts = {key[0]: key for key in reversed(found.values())}
    return [address for address, key in found.items() if begins(key) in _OPEN or firsts[key[0]] == key]


def begins(key: tuple[str, int]) -> tuple[str, int]:
    return key[0].split("/")[0], key[1]


def status_of(answer: Any) -> int:
    words_of(answer)  # to its end, or a file stays open
    return int(answer.status_code)


def browsers(world: World) -> Iterator[tuple[str, Client]]:
    for who in OUTSIDERS:
        yield who, enter(getattr(world, who))
    yield "visitor", Client()


def test_who_is_in_it_reads_it_in_many_places(cage: Cage) -> None:
    """Or the tests below would prove nothing."""
    chris = enter(cage.world.chris)
    found = [address for address in worth_asking(cage) if CANARY.encode() in words_of(chris.get(address))]
    assert len(found) > 25


def test_no_kind_of_address_is_left_out(cage: Cage) -> None:
    places = {place for route in addresses.routes() for place in re.findall(r"\{(\w+)\}", route)}
    known = {"id", "slug", "name", "token", "key", *PLACES}
    assert places <= known, f"fill these in `every_address`: {places - known}"


def test_no_address_brings_one_out(cage: Cage) -> None:
    plain, worth = set(addresses.plain()), worth_asking(cage)
    for turn, (who, client) in enumerate(browsers(cage.world)):
        for address in addresses.some(worth, turn, 2 if who == "anna" else 6):
            if CANARY in address:
                continue
            # Words are asked for where nothing is named, and a piece of a page as pages ask for it.
            for word, headers in [
                ("nothing", {}),
                *(
                    [("cana", {}), ("cana", {"HX-Request": "true"}), ("cana", {"Accept": "application/json"})]
                    if address in plain
                    else []
                ),
            ]:
                said = words_of(client.get(f"{address}?{ASKED.format(word)}", headers=headers))
                assert CANARY.encode() not in said, f"{address}?{word} as {who}"


def test_nothing_sent_to_an_address_brings_one_out(cage: Cage) -> None:
    sent = {
        "body": "In",
        "reason": "other",
        "words": "In",
        "title": "In there",
        "do": "claim",
        "on": "1",
        "choice": "1",
    }
    worth = worth_asking(cage)
    for turn, (who, client) in enumerate(browsers(cage.world)):
        for address in addresses.some(worth, turn, 2 if who == "anna" else 6):
            if CANARY not in address:
                said = words_of(client.post(address, sent))
                assert CANARY.encode() not in said, f"{address} as {who}"
    assert not Post.objects.filter(source="In").exclude(space__access="open").exists()


def test_asking_for_a_canary_and_for_nothing_brings_the_same(cage: Cage) -> None:
    """By its own name too: lists, completion and search say as much about it as about what no one ever said."""
    for who, client in browsers(cage.world):
        for address in addresses.plain():
            # allauth's own pages hold secrets that are new each time, and nothing of the rooms.
            if any(deed in address for deed in (*DEEDS, "/account/")):
                continue
            said = [
                words_of(client.get(f"{address}?{ASKED.format(word)}")).replace(word.encode(), b"")
                for word in (CANARY, "zanarium")
            ]
            sizes = [len(_still(one)) for one in said]
            assert sizes[0] == sizes[1], f"{address} as {who}"


def _still(body: bytes) -> bytes:
    return re.sub(rb"value=\"[^\"]{30,}\"|x-csrftoken[^}]*}|\d{15,}|date: [^,]*", b"", body)


def test_the_live_stream_says_nothing_of_it(cage: Cage) -> None:
    assert len(cage.sent) > 15
    hidden = {str(thing) for thing in cage.ids}
    proposal = str(cage.ids[-3])
    for who in OUTSIDERS[:2]:
        person = getattr(cage.world, who)
        heard = Listener("key", person.id, reads.visible_space_ids(cage.world.actor(person)))
        said = "".join(passed(signal, heard) for signal in cage.sent)
        # That somebody asked Anna for a talk is hers to know; what about, she reads nowhere.
        assert not [thing for thing in hidden - {proposal} if thing in said], who


def test_nothing_that_lies_ready_for_an_outsider_holds_one(cage: Cage) -> None:
    """Rows of whatever table that belong to one of them: notices, digests, parcels, whatever is built later."""
    ids_of = [getattr(cage.world, who).id for who in (*OUTSIDERS, "bram")]
    looked_at = 0
    for table, column in _theirs():
        with connection.cursor() as cursor:
            cursor.execute(f'select t::text from "{table}" t where "{column}" = any(%s)', [ids_of])
            for (row,) in cursor.fetchall():
                looked_at += 1
                assert CANARY not in row.lower(), f"{table}.{column}"
    assert looked_at > 10
    assert not [message for message in mail.outbox if CANARY in str(message.message()).lower()]


def _theirs() -> Iterator[tuple[str, str]]:
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.ForeignKey | models.OneToOneField) and field.related_model is Person:
                yield model._meta.db_table, field.column


def test_the_queue_of_jobs_holds_no_words(cage: Cage) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from procrastinate_jobs where lower(args::text) like %s", [f"%{CANARY}%"]
        )
        assert cursor.fetchone() == (0,)
        cursor.execute(
            "select count(*) from logbook_entry where lower(details::text) like %s", [f"%{CANARY}%"]
        )
        assert cursor.fetchone() == (0,)


def test_a_case_is_seen_by_who_looks_after_it(cage: Cage) -> None:
    assert Case.objects.count() >= 3
    for who, client in browsers(cage.world):
        assert CANARY.encode() not in words_of(client.get("/order/")), who
        for case in Case.objects.all():
            assert client.get(f"/order/{case.id}/").status_code in (302, 404)
            assert client.get(f"/order/about/{case.id}/").status_code in (302, 404)


@pytest.mark.parametrize("route", ["/t/{}/", "/files/{}/", "/p/{}/report/", "/order/{}/", "/s/{}/"])
def test_a_404_takes_as_long_and_asks_as_much_for_hidden_as_for_missing(cage: Cage, route: str) -> None:
    anna = enter(cage.world.anna)
    thing = {"/files/{}/": cage.ids[1], "/order/{}/": cage.ids[-1], "/s/{}/": cage.space.slug}.get(
        route, cage.ids[2]
    )
    missing = "nowhere-at-all" if route == "/s/{}/" else ids.new()
    asked = [_questions(anna, route.format(which)) for which in (thing, missing)]
    assert asked[0] == asked[1]
    took: dict[Any, list[float]] = {thing: [], missing: []}
    for turn in range(80):
        for which in (thing, missing) if turn % 2 else (missing, thing):
            begun = time.process_time()
            assert anna.get(route.format(which)).status_code == 404
            took[which].append(time.process_time() - begun)
    hidden, never = (statistics.median(took[which]) for which in (thing, missing))
    assert abs(hidden - never) < 0.12 * never, f"{hidden * 1000:.2f} ms against {never * 1000:.2f} ms"


def _questions(client: Client, address: str) -> int:
    for _ in range(2):
        client.get(address)
    with CaptureQueriesContext(connection) as seen:
        client.get(address)
    return len(seen)
