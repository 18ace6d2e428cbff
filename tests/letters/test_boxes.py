"""Mail in a maildir folder and in an IMAP mailbox of a real server: taken in once, moved away, whatever breaks in between."""

import imaplib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.letters import servers
from tests.letters.servers import PASSWORD, USER, Certificate
from tests.letters.writing import ask, reply_of
from tests.world import World
from vloot.ground.mail import TryLater
from vloot.letters import tasks
from vloot.letters.arriving import reading, taking
from vloot.letters.arriving.outcome import Outcome
from vloot.letters.boxes import imap, maildir
from vloot.talk.models import Post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mailing")]


def drop(folder: Path, raw: bytes, name: str = "1") -> None:
    (folder / "new" / name).write_bytes(raw)


def lies_in(folder: Path) -> tuple[list[str], list[str]]:
    return tuple(sorted(path.name for path in (folder / part).iterdir()) for part in ("new", "cur"))  # type: ignore[return-value]


class TestMaildir:
    def test_what_lies_there_is_taken_in_once(self, world: World, maildir: Path, mailing: Any) -> None:
        mailing.VLOOT_MAIL_MAILDIR = str(maildir)
        question = ask(world)
        drop(maildir, bytes(reply_of(world.bram, question)))
        drop(maildir, bytes(reply_of(world.bram, question)), "2")
        tasks.take_in(timestamp=0)
        assert Post.objects.filter(root=question).count() == 1
        assert lies_in(maildir) == ([], ["1:2,S", "2:2,S"])
        assert tasks.look() == 0

    def test_one_that_breaks_us_is_laid_aside_and_the_others_go_on(
        self, world: World, maildir: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        question = ask(world)
        drop(maildir, b"broken")
        drop(maildir, bytes(reply_of(world.bram, question)), "2")
        real = taking.take

        def take(raw: bytes, **more: Any) -> Outcome:
            if raw == b"broken":
                raise ZeroDivisionError
            return real(raw, **more)

        monkeypatch.setattr(taking, "take", take)
        assert _maildir().empty(maildir) == 1
        assert lies_in(maildir) == ([], ["1:2,FS", "2:2,S"])
        assert _maildir().flagged(maildir) == 1

    def test_one_that_has_to_wait_waits(
        self, world: World, maildir: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def take(_raw: bytes, **_more: Any) -> Outcome:
            raise TryLater("nothing listens there")

        drop(maildir, b"x")
        monkeypatch.setattr(taking, "take", take)
        assert _maildir().empty(maildir) == 0
        assert lies_in(maildir) == (["1"], [])

    def test_a_big_one_is_not_loaded(
        self, world: World, maildir: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seen: list[tuple[int, int | None]] = []

        def take(raw: bytes, size: int) -> Outcome:
            seen.append((len(raw), size))
            return Outcome.DROPPED

        monkeypatch.setattr(taking, "take", take)
        path = maildir / "new" / "1"
        with path.open("wb") as file:
            file.truncate(reading.MOST_BYTES + 1)
        _maildir().empty(maildir)
        assert seen == [(reading.MOST_HEAD, reading.MOST_BYTES + 1)]

    def test_a_folder_that_is_not_there_stops_nobody(self, mailing: Any, db: None) -> None:
        mailing.VLOOT_MAIL_MAILDIR = "/nowhere/at/all"
        assert tasks.look() == 0


def _maildir() -> Any:
    """The module: the fixture of this name is a folder."""
    return maildir_module


maildir_module = maildir


@pytest.fixture(scope="module")
def port(certificate: Certificate) -> Iterator[int]:
    with servers.imap(certificate) as running:
        yield running


@pytest.fixture
def box(port: int, certificate: Certificate, mailing: Any) -> dict[str, Any]:
    """An empty mailbox at the real server, and Vloot set to look there."""
    mailing.VLOOT_MAIL_CA_FILE = str(certificate.path)
    made = {
        "host": "127.0.0.1", "port": port, "user": USER, "password": PASSWORD, "security": "starttls", "folder": "INBOX",
        "done": "Read by Vloot",
    }  # fmt: skip
    mailing.VLOOT_IMAP = made
    with imap.opened(made) as server:
        server.select("INBOX")
        server.store("1:*", "+FLAGS", r"(\Deleted)")
        server.expunge()
        server.delete('"Read by Vloot"')
    return made


def arrive(box: dict[str, Any], *mails: bytes) -> None:
    with imap.opened(box) as server:
        for raw in mails:
            assert server.append("INBOX", "", None, raw)[0] == "OK"


def subjects(box: dict[str, Any], folder: str) -> int:
    with imap.opened(box) as server:
        state, found = server.select(f'"{folder}"', readonly=True)
        return int(found[0] or 0) if state == "OK" else 0


class TestImap:
    def test_what_arrives_is_taken_in_and_moved(self, world: World, box: dict[str, Any]) -> None:
        question = ask(world)
        answer = bytes(reply_of(world.bram, question)).replace(b"\n", b"\r\n")
        arrive(box, answer, b"Subject: buy this\r\n\r\nNow\r\n")
        tasks.take_in(timestamp=0)
        assert [post.source for post in Post.objects.filter(root=question)] == ["Three metres."]
        assert (subjects(box, "INBOX"), subjects(box, "Read by Vloot")) == (0, 2)
        assert tasks.look() == 0

    def test_a_crash_before_the_move_places_nothing_twice(
        self, world: World, box: dict[str, Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        question = ask(world)
        arrive(box, bytes(reply_of(world.bram, question)).replace(b"\n", b"\r\n"))

        def die(*_: object) -> None:
            raise imaplib.IMAP4.abort("the line is cut")

        with monkeypatch.context() as patch:
            patch.setattr(imap, "_move", die)
            with pytest.raises(imap.Unusable):
                imap.empty(box)
        assert subjects(box, "INBOX") == 1
        assert imap.empty(box) == 1
        assert Post.objects.filter(root=question).count() == 1

    def test_one_that_breaks_us_stays_flagged_and_the_others_go_on(
        self, world: World, box: dict[str, Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        question = ask(world)
        arrive(
            box,
            b"Subject: broken\r\n\r\nx\r\n",
            bytes(reply_of(world.bram, question)).replace(b"\n", b"\r\n"),
        )
        real = taking.take

        def take(raw: bytes, **more: Any) -> Outcome:
            if b"broken" in raw:
                raise ZeroDivisionError
            return real(raw, **more)

        monkeypatch.setattr(taking, "take", take)
        assert (imap.empty(box), imap.empty(box)) == (1, 0)
        assert subjects(box, "INBOX") == 1
        assert Post.objects.filter(root=question).count() == 1

    def test_what_cannot_be_used_is_said(self, world: World, box: dict[str, Any], mailing: Any) -> None:
        with pytest.raises(imap.Unusable):
            imap.empty({**box, "password": "guessed"})
        with pytest.raises(imap.Unusable, match="no folder Elsewhere"):
            imap.empty({**box, "folder": "Elsewhere"})
        mailing.VLOOT_MAIL_CA_FILE = ""
        with pytest.raises(imap.Unusable, match="certificate"):
            imap.empty(box)
        assert tasks.look() == 0, "the other boxes go on"
