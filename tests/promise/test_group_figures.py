"""Promise 2: no group figure below the minimum group, made in one place only; and who confirmed an announcement shows to nobody."""

import ast
import re
from pathlib import Path

from django.test import Client

import vloot
from tests.world import FOUNDED, IMPORTER, World
from vloot.people import acts as people
from vloot.people.acts import PersonDraft
from vloot.people.models import Person
from vloot.talk.announcements import acts
from vloot.talk.announcements.acts import AnnouncementDraft
from vloot.talk.models import Post
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import JoinDraft

SOURCE = Path(vloot.__file__).parent
_CHANGING = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"|name="writer" value="[^"]*"')


def test_one_place_makes_figures() -> None:
    own = "vloot.ground.privacy"
    makers = set()
    for path in SOURCE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        imported = {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module == own
            for alias in node.names
        }
        makes = {
            node.func.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        through = {
            node.func.attr
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "privacy"
        }
        if "Figure" in (makes & imported) | through or (
            path == SOURCE / "ground" / "privacy.py" and "Figure" in makes
        ):
            makers.add(path.relative_to(SOURCE).as_posix())
    assert makers == {"ground/privacy.py"}


def _announce(world: World, crowd: int) -> tuple[Post, list[int]]:
    names = [f"Nina {number:02}" for number in range(crowd)]
    drafts = [
        PersonDraft(external_key=name, name=name, username=name.replace(" ", "").lower(), at=FOUNDED)
        for name in names
    ]
    ids = list(people.place_many(by=IMPORTER, drafts=drafts).values())
    spaces.join_many(by=IMPORTER, drafts=[JoinDraft(world.quay.id, person, FOUNDED) for person in ids])
    draft = AnnouncementDraft(
        space_id=world.quay.id, author_id=world.chris.id, title="Gate", body="Shut.", asks=True
    )
    return acts.announce(by=world.actor(world.chris), draft=draft), ids


def _seen(person: Person, post: Post) -> list[str]:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    paths = ("/", f"/t/{post.id}/", "/s/quay/", "/notices/", f"/people/{person.id}/", "/home.json")
    return [_CHANGING.sub("", client.get(path).content.decode()) for path in paths]


def test_one_persons_confirmation_changes_nothing_that_others_see(world: World) -> None:
    """Also not a total: it moves in steps of the whole minimum group."""
    post, ids = _announce(world, 20)
    acts.confirm_many(by=IMPORTER, announcement=post, person_ids=ids[:8])
    others = (world.bram, world.chris, world.hanne)
    for person in others:
        _seen(person, post)  # what is new is read now
    before = [_seen(person, post) for person in others]
    assert any("At least 7 of 23" in page for page in before[0])
    acts.confirm(by=world.actor(world.anna), announcement=post)
    assert [_seen(person, post) for person in others] == before


def test_all_and_nearly_all_look_the_same(world: World) -> None:
    post, ids = _announce(world, 20)
    everybody = [*ids, world.anna.id, world.bram.id, world.hanne.id]
    acts.confirm_many(by=IMPORTER, announcement=post, person_ids=everybody[:-2])
    _seen(world.chris, post)
    before = _seen(world.chris, post)
    acts.confirm_many(by=IMPORTER, announcement=post, person_ids=everybody)
    assert _seen(world.chris, post) == before
