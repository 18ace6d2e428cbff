"""Promise 17: what is said in a space that is not open reaches only those who may read it, by no page, list, file or signal."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from tests.promise import crawl
from tests.promise.harbour import CLOSED, ON_REQUEST, UNHEARD_OF
from tests.talk.ways import in_days
from tests.world import World
from vloot.cli.entry.listeners import Listener
from vloot.ground import ids, live
from vloot.ground.live import Signal
from vloot.people.models import Person
from vloot.talk.files import acts as files
from vloot.talk.models import Space
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces import reads
from vloot.talk.spaces.acts import Terms
from vloot.talk.thanks import acts as thanks

if TYPE_CHECKING:
    from tests.promise.harbour import Harbour

pytestmark = pytest.mark.django_db

OUTSIDE = {
    CLOSED: ("anna", "bram", "dana", "lars", "visitor"),
    ON_REQUEST: ("anna", "hanne", "lars", "visitor"),
}
INSIDE = {CLOSED: ("chris", "hanne"), ON_REQUEST: ("bram", "chris", "dana")}


@pytest.mark.parametrize("word", [CLOSED, ON_REQUEST])
def test_who_may_read_it_finds_it(harbour: "Harbour", word: str) -> None:
    """Or the tests below would prove nothing."""
    for who in INSIDE[word]:
        assert sum(word in page.body for page in harbour.seen_by(who)) > 10


@pytest.mark.parametrize("word", [CLOSED, ON_REQUEST])
def test_no_page_lets_a_word_of_it_out(harbour: "Harbour", word: str) -> None:
    pages = [page for page in harbour.seen_by(*OUTSIDE[word]) if word not in page.address]
    assert len(pages) > 300
    assert [f"{page.address} as {page.who}" for page in pages if word in page.body] == []


@pytest.mark.parametrize("word", [CLOSED, ON_REQUEST])
def test_no_page_leads_to_it(harbour: "Harbour", word: str) -> None:
    # What is kept about me says, in numbers alone, where I am named: that is about me, and leads nowhere.
    for page in (
        page for page in harbour.seen_by(*OUTSIDE[word]) if not page.address.startswith("/me/data/")
    ):
        for post_id in harbour.hidden[word]:
            assert str(post_id) not in page.body.replace(page.address, ""), f"{page.address} as {page.who}"


def test_nobody_outside_knows_that_a_closed_space_is_there(harbour: "Harbour") -> None:
    pages = [page for page in harbour.seen_by(*OUTSIDE[CLOSED]) if "bri" not in page.address]
    told = re.compile(r"\bBridge\b|/s/bridge")
    assert [f"{page.address} as {page.who}" for page in pages if told.search(page.body)] == []


@pytest.mark.parametrize("word", [CLOSED, ON_REQUEST])
def test_asking_for_its_words_finds_what_no_word_finds(harbour: "Harbour", word: str) -> None:
    for who in OUTSIDE[word]:
        found = {page.address: page for page in harbour.seen_by(who)}
        asked = [address for address in found if word in address]
        assert who == "visitor" or len(asked) >= 2
        for address in asked:
            other = found.get(address.replace(word, UNHEARD_OF))
            if other is not None:
                same = _still(found[address].body).replace(word, UNHEARD_OF)
                assert same == _still(other.body), f"{address} as {who}"


def _still(body: str) -> str:
    """A page without what differs each time it is asked for."""
    return re.sub(r'(csrfmiddlewaretoken"|X-CSRFToken&quot;:)[^>]*>', "", body)


@pytest.fixture
def hidden(world: World) -> dict[str, int]:
    """Something of each kind in the closed space."""
    by = world.actor(world.chris)
    file = files.put(by=by, name="pay.txt", content=b"pay")
    update = posts.write(by=by, space=world.bridge, title="Pay", body="Pay #pay", files=[file.id])
    question = questions.ask(by=by, space=world.bridge, wording=Wording(title="How much pay?"))
    return {
        "update": update.id,
        "answer": questions.answer(by=by, question=question, body="Pay").id,
        "question": question.id,
        "file": file.id,
    }


SENT = {
    "body": "Hello",
    "reason": "Because",
    "title": "Hello there",
    "person": "1",
    "do": "invite",
    "to": "1",
    "choice": "1",
}


def answers(client: Client, address: str, value: object) -> list[tuple[int, str]]:
    """What asking and sending to an address brings, whatever stands in its place."""
    found = [client.get(address), client.post(address, SENT)]
    return [
        (answer.status_code, _still(answer.content.decode()).replace(str(value), "…")) for answer in found
    ]


@pytest.mark.parametrize("who", ["anna", "dana", "visitor"])
def test_hidden_is_as_good_as_missing(world: World, hidden: dict[str, int], who: str) -> None:
    """The same status and the same page, to the letter, for what is hidden and for what never was."""
    client = crawl.browser(None if who == "visitor" else getattr(world, who))
    for kind, thing in hidden.items():
        missing = ids.new()
        routes = crawl.addresses({"files" if kind == "file" else "posts": [thing]})
        asked = [address for route in routes for address in route if str(thing) in address]
        assert asked
        for address in asked:
            twin = address.replace(str(thing), str(missing))
            assert answers(client, address, thing) == answers(client, twin, missing), f"{kind}: {address}"


@pytest.mark.parametrize("who", ["anna", "dana", "visitor"])
def test_a_closed_space_is_as_good_as_missing(world: World, hidden: dict[str, int], who: str) -> None:
    client = crawl.browser(None if who == "visitor" else getattr(world, who))
    slug, nowhere = world.bridge.slug, "nowhere-at-all"
    routes = [route for route in crawl.addresses({"slugs": [slug]}) if slug in str(route)]
    assert len(routes) > 5
    for address in (address for route in routes for address in route):
        twin = address.replace(slug, nowhere)
        assert answers(client, address, slug) == answers(client, twin, nowhere), address


def listener(world: World, person: Person) -> Listener:
    return Listener("key", person.id, reads.visible_space_ids(world.actor(person)))


def test_the_live_stream_tells_only_who_may_read(world: World) -> None:
    def hear(signal: Signal) -> set[str]:
        names = ("anna", "bram", "chris", "dana", "hanne")
        return {name for name in names if listener(world, getattr(world, name)).hears(signal)}

    everybody = {"anna", "bram", "chris", "dana", "hanne"}
    assert hear(Signal("post", 7, space_id=world.quay.id)) == everybody - {"dana"}
    assert hear(Signal("post", 7, space_id=world.slip.id)) == {"bram", "chris", "dana"}
    assert hear(Signal("post", 7, space_id=world.bridge.id)) == {"chris", "hanne"}
    assert hear(Signal("notice", 7, person_id=world.anna.id)) == {"anna"}
    assert hear(Signal("notice", 7, person_id=world.anna.id, space_id=world.quay.id)) == {"anna"}
    assert hear(Signal("spaces", 0)) == everybody


def test_no_deed_in_a_closed_space_is_signalled_to_others(
    world: World, monkeypatch: pytest.MonkeyPatch, work: Callable[[], int]
) -> None:
    sent: list[Signal] = []

    monkeypatch.setattr(live, "announce_many", sent.extend)
    chris = world.actor(world.chris)
    shut = Terms(name="Cabin", access=Space.CLOSED, reason="Pay", review_on=in_days(30))
    cabin = spaces.open(by=chris, terms=shut)
    spaces.change(by=chris, space=cabin, terms=shut)
    spaces.invite(by=chris, space=cabin, person_id=world.hanne.id)
    post = posts.write(by=chris, space=cabin, body="Pay @anna")
    posts.edit(by=chris, post=post, body="Pay more @anna")
    posts.comment(by=world.actor(world.hanne), under=post, body="Yes")
    question = questions.ask(by=chris, space=cabin, wording=Wording(title="How much pay?"))
    answer = questions.answer(by=world.actor(world.hanne), question=question, body="Lots")
    questions.accept(by=chris, answer=answer)
    thanks.appreciate(by=world.actor(world.hanne), post=post)
    posts.close(by=chris, thread=post, reason="Said all")
    posts.remove(by=chris, post=post)
    work()
    anna = listener(world, world.anna)
    heard = [signal for signal in sent if anna.hears(signal)]
    assert len(sent) > 12
    assert [signal for signal in heard if signal.object_id] == [], (
        "nothing that was heard says what it is about"
    )
