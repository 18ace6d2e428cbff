"""`vloot mail`: a mail server's pipe, and an administrator's trial, with real processes on both sides."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import free_port, vloot
from tests.letters import servers
from tests.letters.servers import Certificate, Smtp
from vloot.ground.postgres import Cluster

PEOPLE = """
from vloot.company import acts as company
from vloot.people.models import Person
from vloot.people import reads
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import Terms
from vloot.talk.questions import acts as questions
from vloot.ground.mail import reply
company.found(token=company.make_start_link(), company="Harbour", name="Hanne", username="hanne",
              password="a quiet harbour", email="hanne@vloot.example")
by = reads.actor_for(Person.objects.get(username="hanne").id)
quay = spaces.open(by=by, terms=Terms(name="Quay"))
question = questions.ask(by=by, space=quay, wording=questions.Wording(title="How high may it go?"))
print("ADDRESS", reply.address_for(by.person_id, question.id))
"""
COUNT = """
from vloot.talk.models import Post
print("ANSWERS", [post.source for post in Post.objects.filter(kind="answer")])
"""


@pytest.fixture
def data() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o711)
        yield Path(made) / "data"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Smtp]:
    certificate = Certificate(tmp_path)
    with servers.smtp(tmp_path / "box", certificate) as running:
        for name, value in {
            "HOST": "127.0.0.1",
            "PORT": str(running.port),
            "FROM": "Vloot <vloot@harbour.example>",
            "CA_FILE": str(certificate.path),
            "REPLY_TO": "vloot@harbour.example",
        }.items():
            monkeypatch.setenv(f"VLOOT_MAIL_{name}", value)
        yield running


def receive(data: Path, raw: bytes, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "vloot", "mail", "receive", *words, "--data", str(data)],
        input=raw,
        env=dict(os.environ),
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_a_pipe_takes_an_answer_in_once(data: Path, server: Smtp) -> None:
    data.mkdir(mode=0o711)
    with Cluster(data / "pg", durable=False).running():  # so that no command has to start it
        _answer(data, server)


def _answer(data: Path, server: Smtp) -> None:
    assert vloot(data, "migrate").returncode == 0
    done = vloot(data, "manage", "shell", "-v0", "-c", PEOPLE)
    assert "ADDRESS " in done.stdout, done.stderr
    to = done.stdout.partition("ADDRESS ")[2].split()[0]
    raw = (
        f"From: Hanne <hanne@vloot.example>\r\nTo: {to}\r\nSubject: Re: x\r\nMessage-ID: <1@x>\r\n\r\n"
        "Three metres.\r\n\r\nOn 02/03/2026 09:00, Vloot wrote:\r\n> How high?\r\n"
    ).encode()
    found = [receive(data, raw), receive(data, raw), receive(data, b"\xff\x00", "--to", to)]
    assert [(one.returncode, one.stdout.strip()) for one in found] == [
        (0, b"placed"),
        (0, b"known"),
        (0, b"dropped"),
    ]
    empty = raw.replace(b"Three metres.", b"").replace(b"<1@x>", b"<2@x>")
    assert receive(data, empty).stdout.strip() == b"refused"
    [told] = server.sent()
    assert "no text of your own" in told.get_content()
    assert "ANSWERS ['Three metres.']" in vloot(data, "manage", "shell", "-v0", "-c", COUNT).stdout


def test_what_cannot_be_done_now_is_tried_again(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://nobody@127.0.0.1:{free_port()}/vloot")
    assert receive(data, b"From: a@b\r\n\r\nx").returncode == os.EX_TEMPFAIL
    monkeypatch.setenv("VLOOT_THREADS", "none")
    assert receive(data, b"From: a@b\r\n\r\nx").returncode == os.EX_TEMPFAIL


def test_a_trial_arrives_or_says_why_not(data: Path, server: Smtp, monkeypatch: pytest.MonkeyPatch) -> None:
    done = vloot(data, "mail", "try", "anna@vloot.example")
    assert (done.returncode, "took it" in done.stdout) == (0, True), done.stdout + done.stderr
    [sent] = server.sent()
    assert sent["Subject"] == "A trial from Vloot"
    assert "knows nobody" in vloot(data, "mail", "try", "nobody@vloot.example").stdout
    assert "no e-mail address" in vloot(data, "mail", "try", "anna").stdout
    monkeypatch.setenv("VLOOT_MAIL_CA_FILE", "")
    refused = vloot(data, "mail", "try", "anna@vloot.example")
    assert refused.returncode == 1
    assert "certificate is not trusted" in refused.stdout
    assert "mail_ca_file" in refused.stdout
    monkeypatch.setenv("VLOOT_MAIL_PORT", str(free_port()))
    assert "nothing listens there" in vloot(data, "mail", "try", "anna@vloot.example").stdout


def test_the_check_says_what_is_amiss_with_mail(
    data: Path, server: Smtp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VLOOT_MAIL_MAILDIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("VLOOT_IMAP_HOST", "127.0.0.1")
    monkeypatch.setenv("VLOOT_IMAP_PORT", str(free_port()))
    monkeypatch.setenv("VLOOT_IMAP_USER", "vloot")
    monkeypatch.setenv("VLOOT_IMAP_PASSWORD", "x")
    found = json.loads(vloot(data, "check", "--json").stdout)
    told = " ".join(one["text"] for one in found if one["about"] == "mail")
    for words in (
        "public_url is not set",
        "lets us in",
        "nowhere/new must be a folder",
        "does not let us in",
    ):
        assert words in told, told
