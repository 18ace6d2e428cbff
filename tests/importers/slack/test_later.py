"""A later export of the same workspace: what is new comes in, also on what is here already."""

from pathlib import Path

import pytest

from tests.importers.slack.export import ANNA, BRAM, bring, said, write
from vloot.logbook.models import Entry
from vloot.people import reads as people
from vloot.people.models import Person
from vloot.talk.models import Appreciation, Post
from vloot.talk.posts import acts as posts
from vloot.talk.thanks import acts as thanks

pytestmark = pytest.mark.django_db


def export(path: Path, *likers: str, extra: str = "") -> Path:
    liked = [{"name": "+1", "users": [one], "count": 1} for one in likers]
    day = [said(ANNA, "The crane turns", "1700000100.0", reactions=liked)]
    day += [said(ANNA, "And stops", "1700000200.0", reactions=liked)]
    return write(path, {"quay/2023-11-14": day})


def named() -> set[tuple[str, str]]:
    return set(Appreciation.objects.values_list("post__source", "person__username"))


def test_known_posts_take_new_reactions(tmp_path: Path) -> None:
    bring(export(tmp_path / "one.zip"))
    assert named() == set()
    later = bring(export(tmp_path / "two.zip", BRAM), by="anna")
    assert named() == {("The crane turns", "bram"), ("And stops", "bram")}
    assert later.report.reactions == 2
    again = bring(export(tmp_path / "three.zip", BRAM), by="anna")
    assert again.report.reactions == 0


def test_what_was_taken_back_or_away_here_stays_so(tmp_path: Path) -> None:
    bring(export(tmp_path / "one.zip", BRAM))
    first, second = Post.objects.order_by("id")
    bram, anna = (people.actor_for(Person.objects.get(username=name).id) for name in ("bram", "anna"))
    thanks.withdraw(by=bram, post=first)
    posts.remove(by=anna, post=second)
    Entry.objects.filter(kind="AppreciationWithdrawn").delete()  # after a month it is forgotten
    bring(export(tmp_path / "two.zip", BRAM, ANNA), by="anna")
    assert ("The crane turns", "bram") not in named()
    assert not Appreciation.objects.filter(post=second, person_id=anna.person_id).exists()
