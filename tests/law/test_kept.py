"""What is put back is what was made: the same rows in every table, the same people in hand, nobody else's."""

import pytest
from django.db import transaction

from tests import kept
from tests.kept import Kept
from tests.stage import Clock
from tests.world import World, build
from vloot.people import reads
from vloot.people.models import Person
from vloot.talk.posts import acts as posts
from vloot.talk.posts import reads as posts_reads

pytestmark = pytest.mark.django_db


Rows = set[tuple[str, str]]


def _made_and_put_back(*, beside: str = "") -> tuple[Rows, Rows, World, World]:
    def made() -> tuple[Rows, World]:
        with transaction.atomic():
            given = cast.again()
            found = kept._rows()
            transaction.set_rollback(True)
        return found, given

    cast = Kept(build)
    if beside:
        Person.objects.create(username=beside, name=beside, first_name=beside)
    first, world = made()
    Person.objects.filter(username=beside).delete()
    again, other = made()
    return first, again, world, other


def test_every_row_is_the_same(clock: Clock) -> None:
    first, again, world, other = _made_and_put_back()
    assert len(first) > 100
    assert first == again
    assert world == other
    assert world.anna is not other.anna


def test_what_stood_there_before_is_no_part_of_it(clock: Clock) -> None:
    first, again, *_ = _made_and_put_back(beside="zoe")
    assert any('"zoe"' in row for _table, row in first)
    assert not any('"zoe"' in row for _table, row in again)


def test_they_go_on_from_there(world: World) -> None:
    made = posts.write(by=world.actor(world.anna), space=world.quay, body="Good morning")
    assert posts_reads.get(world.actor(world.bram), made.id).author_id == world.anna.id
    assert reads.actor_for(world.chris.id).roles == frozenset({"host"})
