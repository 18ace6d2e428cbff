"""What was said in private stays there, unless there is a ground; direct messages stay in any case."""

from pathlib import Path

import pytest

from tests.importers.slack.export import ANNA, BRAM, QUAY, bring, channel, said, write
from vloot.ground.errors import Refused
from vloot.logbook.models import Entry
from vloot.people.models import Person
from vloot.talk.models import Membership, Post, Space

pytestmark = pytest.mark.django_db
PAY = channel("G0PAY", "pay", BRAM)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    days = {
        "quay/1": [said(ANNA, "in the open", "1700000100.0")],
        "pay/1": [said(BRAM, "in private", "1700000200.0")],
        "D0DIRECT/1": [said(BRAM, "to you only", "1700000300.0")],
        "mpdm-anna--bram-1/1": [said(BRAM, "to the two of you", "1700000400.0")],
        "D0UNLISTED/1": [said(BRAM, "listed nowhere", "1700000500.0")],
        "backroom/1": [said("U0SECRET", "in no list", "1700000600.0")],
    }
    mpims = [{"id": "G0MPDM", "name": "mpdm-anna--bram-1", "members": [ANNA, BRAM]}]
    return write(
        tmp_path / "x.zip", days, groups=[PAY], dms=[{"id": "D0DIRECT", "members": [ANNA, BRAM]}], mpims=mpims
    )


def test_private_talk_stays_out(path: Path) -> None:
    report = bring(path).report
    assert [post.source for post in Post.objects.all()] == ["in the open"]
    assert {one.where: one.why for one in report.skipped} == {
        "groups.json:2": "a private channel: needs --with-private and a ground",
        "dms.json:1": "direct messages are never brought in",
        "mpims.json:1": "direct messages are never brought in",
        "D0UNLISTED/1.json:1": "direct messages are never brought in",
        "backroom/1.json:1": "this folder is in no list of channels, so nobody can tell whether it is private",
    }
    assert not Person.objects.filter(external_key="slack:user:U0SECRET").exists()


def test_with_a_ground_private_channels_come_in_closed(path: Path) -> None:
    bring(path, with_private=True, ground="Works council, agreement of 3 March")
    assert {post.source for post in Post.objects.all()} == {"in the open", "in private"}
    space = Space.objects.get(name="pay")
    assert (space.access, space.reason) == ("closed", "Works council, agreement of 3 March")
    assert space.review_on is not None
    members = Membership.objects.filter(space=space).values_list("person__username", "is_host")
    assert set(members) == {("bram", False), ("anna", True)}
    entry = Entry.objects.get(kind="PrivateImported")
    assert entry.details == {"ground": "Works council, agreement of 3 March", "spaces": [space.id]}


def test_twice_logs_the_ground_once(path: Path) -> None:
    for _ in range(2):
        bring(path, with_private=True, ground="a ground")
    assert Entry.objects.filter(kind="PrivateImported").count() == 1


@pytest.mark.parametrize("ground", ["", "  "])
def test_without_a_ground_nothing_happens(path: Path, ground: str) -> None:
    with pytest.raises(Refused, match="--ground"):
        bring(path, with_private=True, ground=ground)
    assert not Person.objects.exists()


def test_a_channel_that_says_it_is_private_is(tmp_path: Path) -> None:
    hidden = channel("C0HIDDEN", "hidden", is_private=True)
    talk = channel("C0TALK", "mpdm-x", is_mpim=True)
    days = {name: [said(ANNA, name, "1700000100.0")] for name in ("quay/1", "hidden/1", "mpdm-x/1")}
    bring(write(tmp_path / "x.zip", days, channels=[QUAY, hidden, talk]), with_private=False)
    assert [post.source for post in Post.objects.all()] == ["quay/1"]
    bring(tmp_path / "x.zip", with_private=True, ground="a ground")
    assert {post.source for post in Post.objects.all()} == {"quay/1", "hidden/1"}
