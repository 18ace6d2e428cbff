"""The page of promises shows each, and each test it names is there."""

from pathlib import Path

from django.test import Client

from tests.world import World
from vloot.web.pages.promises import PROMISES

ROOT = Path(__file__).resolve().parents[2]


def test_every_promise_stands_on_the_page(world: World) -> None:
    page = Client().get("/promise/").content.decode()
    assert [f'id="promise-{one.number}"' in page for one in PROMISES] == [True] * 25


def test_the_guards_exist() -> None:
    guards = [one.test for one in PROMISES if one.test]
    assert guards
    assert [guard for guard in guards if not (ROOT / guard).is_file()] == []


def test_my_data_names_every_room_in_plain_words(world: World) -> None:
    from django.conf import settings
    from django.utils.module_loading import import_string

    from vloot.web.templatetags.kept import NAMES

    kept = {name for room in import_string(settings.VLOOT_CARE) for name in room.mine(world.anna.id)}
    assert kept - NAMES.keys() == set()
