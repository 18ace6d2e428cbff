"""Names asked for by fixed SQL equal their oracle: the rules of the rooms, and each name looked at in plain Python."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import World
from vloot.ground.text import sort_key
from vloot.people import names
from vloot.people import reads as persons
from vloot.people import rules as meeting
from vloot.people.actor import Actor
from vloot.people.models import Person
from vloot.talk.models import Post, PostTag, Space
from vloot.talk.posts import acts as posts
from vloot.talk.posts import reads as tags
from vloot.talk.posts import rules as seeing
from vloot.talk.spaces import find, rules
from vloot.talk.spaces import reads as spaces

TYPED = sorted(
    {
        *"anna Anna @bram BRAM.KOK a b h kok k n e é de% _ % quay Quay the-quay slip s br bridge o f q' zz 𝒜 me".split(),
        *("anna b", "b kok", "a  a", " ", "", "the slip", "sl ip"),
    }
)


@pytest.fixture
def readers(world: World) -> list[Actor]:
    """Colleagues, a guest, an administrator, an importer; a few more names; Eva has left."""
    anna = Person.objects.get(id=world.anna.id)
    Person.objects.create(username="anna2", name="Annabel Ankers", sort_key="annabel ankers")
    Person.objects.create(username="kokkie", name="De%Kok _", sort_key="de%kok _")
    Person.objects.create(username="other", name=anna.name, sort_key=anna.sort_key)
    names_of_all = ("anna", "bram", "chris", "dana", "hanne")
    return [*(world.actor(getattr(world, name)) for name in names_of_all), world.importer, Actor(person_id=1)]


def begins(word: str, key: str, short: str) -> bool:
    return f" {word}" in f" {key}" or short.startswith(word)


def test_people_called_so(readers: list[Actor]) -> None:
    given = 0
    for actor in readers:
        met = spaces.shared_person_ids(actor) if actor.is_guest else None
        seen = list(Person.objects.filter(meeting.visible(actor, met)).distinct().order_by("sort_key", "id"))
        for typed in TYPED:
            wanted = sort_key(typed.strip().removeprefix("@")).split()
            exact = [p for p in seen if p.username == names.fold_username(typed)]
            exact += [p for p in seen if p.sort_key == " ".join(wanted) and p not in exact]
            begun = [p for p in seen if all(begins(word, p.sort_key, p.username) for word in wanted)]
            expected = {p.id for p in exact or begun} if wanted else set()
            found = persons.called(actor, typed, met, limit=50)
            assert {card.id for card in found} == expected, (actor, typed)
            assert found == persons.alphabetical(found)
            assert len(persons.called(actor, typed, met, limit=1)) == min(1, len(expected))
            given += len(expected)
    assert given > 50


def test_spaces_called_so(readers: list[Actor], world: World) -> None:
    given = 0
    for actor in readers:
        seen = list(Space.objects.filter(rules.readable(actor)).order_by("sort_key", "id"))
        for typed in TYPED:
            wanted = sort_key(typed.strip())
            exact = [one for one in seen if wanted in (one.slug, one.sort_key)]
            begun = [one for one in seen if begins(wanted, one.sort_key, one.slug)]
            expected = [spaces.ref(one) for one in exact or begun] if wanted else []
            assert find.called(actor, typed) == expected, (actor, typed)
            assert find.called(actor, typed, limit=1) == expected[:1]
            given += len(expected)
    assert given > 20


def test_tags_that_begin_so(readers: list[Actor], world: World) -> None:
    said = (
        (world.quay, "#tide #tides #tidal #zoo"),
        (world.slip, "#tide #tideslip #élan"),
        (world.bridge, "#tidebonus #t"),
        (world.quay, "#tide #étai #𝒜tlas"),
    )
    for space, body in said:
        posts.write(
            by=world.actor(world.chris if space == world.bridge else world.bram), space=space, body=body
        )
    assert PostTag.objects.count() > 8
    given = 0
    for actor in readers:
        carried = PostTag.objects.filter(post__in=Post.objects.filter(seeing.visible(actor)))
        mine = sorted(set(carried.values_list("tag", flat=True)))
        for typed in ("t", "ti", "TIDE", "tides", "é", "z", "𝒜", "%", "_", "x", ""):
            expected = [tag for tag in mine if tag.startswith(typed.lower())] if typed else []
            assert tags.tags_like(actor, typed, 50) == expected, (actor, typed)
            assert tags.tags_like(actor, typed, 2) == expected[:2]
            given += len(expected)
    assert given > 20


def test_one_statement_each(world: World) -> None:
    anna = world.actor(world.anna)
    for typed in ("anna", "nobody", "quay"):
        for ask in (persons.called, find.called, tags.tags_like):
            with CaptureQueriesContext(connection) as asked:
                ask(anna, typed)
            assert len(asked) == 1
