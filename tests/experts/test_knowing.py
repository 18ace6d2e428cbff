"""Who knows about it: the few whose answers say so, from what the one who asks may read."""

import re
from collections.abc import Callable

import pytest

from tests.promise.crawl import browser
from tests.stage import Clock
from tests.world import IMPORTER, World
from vloot.experts import acts, knowing
from vloot.ground.text import sort_key
from vloot.people import acts as people
from vloot.people.acts import PersonDraft
from vloot.people.models import Person
from vloot.people.reads import actor_for
from vloot.talk.models import Post, Space
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import JoinDraft

Work = Callable[[], int]


def answered(world: World, title: str, answer: str, who: Person, space: Space | None = None) -> Post:
    asker = world.hanne if who != world.hanne else world.chris
    asked = questions.ask(by=world.actor(asker), space=space or world.quay, wording=Wording(title=title))
    made: Post = questions.answer(by=world.actor(who), question=asked, body=answer)
    return made


def names(world: World, who: Person, typed: str) -> list[str]:
    return [one.person.name for one in knowing.who_knows(world.actor(who), typed)]


def test_who_answered_about_it_is_named_with_the_answer(world: World, work: Work) -> None:
    answer = answered(world, "Why does the bilge pump leak?", "The seal is worn.", world.bram)
    answered(world, "When is the harbour fair?", "On Saturday.", world.chris)
    work()
    (found,) = knowing.who_knows(world.actor(world.anna), "a leaking pump")
    assert found.person.id == world.bram.id
    assert [(one.post_id, one.title) for one in found.reasons] == [
        (answer.id, "Why does the bilge pump leak?")
    ]


def test_the_words_of_the_answer_count_too(world: World, work: Work) -> None:
    answered(world, "What is this noise?", "That is the compressor.", world.bram)
    work()
    assert names(world, world.anna, "compressor") == ["Bram Desmet"]


def test_small_words_say_nothing(world: World, work: Work) -> None:
    answered(world, "What is it that one has on the quay?", "It is the one that is there.", world.bram)
    work()
    assert names(world, world.anna, "what is it that") == []
    assert names(world, world.anna, "") == []


def test_nobody_learns_from_a_space_they_cannot_read(world: World, work: Work) -> None:
    answered(world, "Why does the bilge pump leak?", "The seal is worn.", world.chris, world.bridge)
    work()
    assert names(world, world.anna, "bilge pump") == []
    assert names(world, world.dana, "bilge pump") == []
    assert names(world, world.hanne, "bilge pump") == ["Chris Wouters"]
    page = browser(world.anna).get("/who-knows/?q=bilge+pump").content.decode()
    assert "Nobody stands out for this" in page


def test_who_would_rather_not_is_not_named(world: World, work: Work) -> None:
    answered(world, "Why does the bilge pump leak?", "The seal is worn.", world.bram)
    work()
    acts.keep_away(by=world.actor(world.bram), topic="Pumps")
    assert names(world, world.anna, "pump") == []
    assert names(world, world.anna, "bilge") == ["Bram Desmet"]


def test_neither_who_asks_nor_who_left_nor_what_was_removed(world: World, work: Work) -> None:
    answer = answered(world, "Why does the bilge pump leak?", "The seal is worn.", world.bram)
    work()
    assert names(world, world.bram, "pump") == []
    posts.remove(by=world.actor(world.bram), post=answer)
    work()
    assert names(world, world.anna, "pump") == []
    answered(world, "Which pump is spare?", "The red one.", world.bram)
    work()
    people.deactivate(by=world.actor(world.hanne), person_id=world.bram.id)
    assert names(world, world.anna, "pump") == []


def test_who_named_the_craft_is_named_for_it(world: World, work: Work) -> None:
    acts.take_up(by=world.actor(world.chris), name="Bilge pumps")
    (found,) = knowing.who_knows(world.actor(world.anna), "which bilge pump is best?")
    assert (found.person.id, found.crafts, found.reasons) == (world.chris.id, ["Bilge pumps"], [])
    assert names(world, world.anna, "pump") == []  # not every word of the craft is asked about


def test_at_most_five_in_the_order_of_the_alphabet_and_no_figure(
    world: World, work: Work, clock: Clock
) -> None:
    called = ["Zoë Vos", "Ömer Aydın", "Mara Smit", "Éva Blom", "de Wit", "Bo Jansen", "Ab Kok"]
    drafts = [PersonDraft(external_key=name, name=name) for name in called]
    ids = list(people.place_many(by=IMPORTER, drafts=drafts).values())
    spaces.join_many(by=IMPORTER, drafts=[JoinDraft(world.quay.id, one) for one in ids])
    for often, person_id in enumerate(ids, 1):
        for _time in range(often):
            clock.move(minutes=1)
            asked = questions.ask(
                by=world.actor(world.hanne), space=world.quay, wording=Wording(title="The pump leaks")
            )
            questions.answer(by=actor_for(person_id), question=asked, body="Tighten it")
    work()
    found = names(world, world.anna, "pump")
    assert len(found) == 5
    assert found == sorted(found, key=sort_key)
    page = browser(world.anna).get("/who-knows/?q=pump").content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert not re.search(r"\d", re.sub(r"<[^>]*>", " ", main))


@pytest.mark.parametrize("address", ["/ask/", "/questions/"])
def test_asking_offers_it(world: World, address: str) -> None:
    assert b"Who knows about" in browser(world.anna).get(address).content


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Waarom zwijgen de kraansensoren?", "kraan sensor"),
        ("Welke sensor zit er op de kraan?", "Kraansensoren"),
        ("Waar staat de boekenkast?", "boek kast"),
    ],
)
def test_words_written_as_one_meet_words_written_apart(
    world: World, work: Work, written: str, typed: str
) -> None:
    answered(world, written, "Vraag de werkplaats.", world.bram)
    answered(world, "Wanneer is het havenfeest?", "Zaterdag.", world.chris)
    work()
    assert names(world, world.anna, typed) == ["Bram Desmet"]


def test_crafts_and_wishes_are_meant_as_one_and_apart(world: World, work: Work) -> None:
    acts.take_up(by=world.actor(world.chris), name="Kraan sensor")
    acts.take_up(by=world.actor(world.bram), name="Kraansensoren")
    for typed in ("kraansensor", "sensoren van een kraan", "kraan sensor"):
        found = names(world, world.anna, typed)
        assert "Chris Wouters" in found, typed
    assert names(world, world.anna, "kraan sensor") == ["Bram Desmet", "Chris Wouters"]
    assert names(world, world.anna, "vergadering") == []
    acts.keep_away(by=world.actor(world.bram), topic="kraan sensor")
    assert names(world, world.anna, "kraansensoren") == ["Chris Wouters"]
