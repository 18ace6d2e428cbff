"""A forgotten password: a link by mail where there is mail, and otherwise a person who helps."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.world import World
from vloot.company.models import Company
from vloot.ground.mail import TryLater
from vloot.people import acts
from vloot.people.models import Person
from vloot.web.people import forgotten

FORGOTTEN = "/account/password/reset/"
OLD, NEW = "the tide comes twice", "seven gulls on a pier"
Work = Callable[[], int]


@pytest.fixture
def mailing(settings: Any) -> None:
    settings.EMAIL_HOST = "mail.example"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.VLOOT_ORIGIN = "https://vloot.example"


@pytest.fixture
def anna(anna: Person) -> Person:
    anna.set_password(OLD)
    anna.save()
    Company.objects.create(name="Harbour Works")
    return anna


def ask(typed: str, **headers: str) -> str:
    """Ask in a browser of its own; gives the page that follows."""
    answer = Client(headers=headers).post(FORGOTTEN, {"email": typed}, follow=True)
    assert answer.redirect_chain == [(f"{FORGOTTEN}done/", 302)]
    found = re.search(r"<main.*?</main>", answer.content.decode(), re.DOTALL)
    assert found
    return found[0]


def link() -> str:
    """The way in the only mail that was sent."""
    [sent] = mail.outbox
    [found] = re.findall(r"https://vloot\.example(/\S+/key/\S+)", str(sent.body))
    return str(found)


def choose(client: Client, way: str, password: str = NEW) -> str:
    """Open a link and choose a password; gives what the page says."""
    opened = client.get(way, follow=True)
    if not opened.redirect_chain:
        return opened.content.decode()
    there = opened.redirect_chain[-1][0]
    sent = client.post(there, {"password1": password, "password2": password}, follow=True)
    return str(sent.content.decode())


def comes_in(password: str) -> bool:
    client = Client()
    client.post("/account/login/", {"login": "anna", "password": password})
    return client.get("/me/").status_code == 200


@pytest.mark.usefixtures("mailing")
class TestWithMail:
    @pytest.mark.parametrize("typed", ["anna", " Anna ", "ANNA@vloot.example"])
    def test_the_link_goes_to_the_known_address(self, anna: Person, work: Work, typed: str) -> None:
        ask(typed)
        assert mail.outbox == []  # a worker sends it, so that asking takes as long for whoever is nobody
        work()
        [sent] = mail.outbox
        assert sent.to == ["Anna Peeters <anna@vloot.example>"]
        assert "Harbour Works" in sent.body
        assert "Your user name is anna." in sent.body

    def test_it_works_once(self, anna: Person, work: Work, client: Client) -> None:
        ask("anna")
        work()
        way = link()
        assert "/key/" in way
        choose(client, way)
        assert (comes_in(OLD), comes_in(NEW)) == (False, True)
        assert "already been used" in choose(Client(), way, "something else again")
        assert comes_in(NEW)

    def test_the_key_does_not_stay_in_the_address(self, anna: Person, work: Work, client: Client) -> None:
        ask("anna")
        work()
        assert client.get(link())["Location"].endswith("-set-password/")

    def test_it_ends_the_sessions_that_were_open(self, anna: Person, work: Work, client: Client) -> None:
        other = Client()
        other.force_login(anna, "allauth.account.auth_backends.AuthenticationBackend")
        assert other.get("/me/").status_code == 200
        ask("anna")
        work()
        choose(client, link())
        assert other.get("/me/").status_code == 302

    def test_the_second_step_stays(self, anna: Person, work: Work, client: Client) -> None:
        from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

        TOTP.activate(anna, generate_totp_secret())
        ask("anna")
        work()
        choose(client, link())
        assert client.get("/me/").status_code == 302
        assert not comes_in(NEW)

    def test_after_a_day_it_is_over(self, anna: Person, work: Work, client: Client, settings: Any) -> None:
        ask("anna")
        work()
        assert settings.PASSWORD_RESET_TIMEOUT == 86400
        settings.PASSWORD_RESET_TIMEOUT = -1
        assert "already been used" in choose(client, link())
        assert comes_in(OLD)

    def test_a_new_address_makes_an_old_link_void(self, anna: Person, work: Work, client: Client) -> None:
        ask("anna")
        work()
        Person.objects.filter(id=anna.id).update(email="elsewhere@vloot.example")
        choose(client, link())
        assert comes_in(OLD)

    def test_a_weak_password_is_refused(self, anna: Person, work: Work, client: Client) -> None:
        ask("anna")
        work()
        choose(client, link(), "anna")
        assert comes_in(OLD)

    def test_everybody_reads_the_same_and_only_who_is_here_gets_mail(self, world: World, work: Work) -> None:
        Person.objects.filter(id=world.finn.id).update(email="finn@vloot.example")
        Person.objects.filter(id=world.bram.id).update(email=None)
        acts.deactivate(by=world.actor(world.hanne), person_id=world.dana.id)
        work()
        asked = [
            "anna",
            "nobody",
            "nobody@vloot.example",
            "eva@vloot.example",
            "dana",
            "finn",
            "bram",
            "a@@b",
        ]
        assert len({ask(typed) for typed in asked}) == 1
        work()
        assert [sent.to for sent in mail.outbox] == [["Anna Peeters <anna@vloot.example>"]]

    def test_asking_does_the_same_for_whoever_it_is(self, anna: Person, client: Client) -> None:
        client.post(FORGOTTEN, {"email": "warm"})
        counts = []
        for typed in ("anna", "nobody"):
            with CaptureQueriesContext(connection) as asked:
                client.post(FORGOTTEN, {"email": typed})
            counts.append([query["sql"].split()[0] for query in asked])
        assert counts[0] == counts[1]

    @pytest.mark.parametrize(("locale", "words"), [("nl", "Hallo Anna"), ("fr", "Bonjour Anna")])
    def test_it_speaks_the_language_of_its_reader(
        self, anna: Person, work: Work, locale: str, words: str
    ) -> None:
        Person.objects.filter(id=anna.id).update(locale=locale)
        ask("anna")
        work()
        assert words in mail.outbox[0].body

    def test_asking_on_and_on_is_slowed_down(self, anna: Person, client: Client) -> None:
        tries = [client.post(FORGOTTEN, {"email": "anna"}).status_code for _ in range(7)]
        assert (tries[0], tries[-1]) == (302, 429)

    def test_the_sign_in_page_leads_there(self, db: None, client: Client) -> None:
        assert f'href="{FORGOTTEN}"' in client.get("/account/login/").content.decode()
        assert "Send me a link" in client.get(FORGOTTEN).content.decode()


class TestWithoutMail:
    def test_the_page_says_whom_to_ask(self, db: None, client: Client) -> None:
        page = client.get(FORGOTTEN).content.decode()
        assert "Ask a host in your company" in page
        assert 'name="email"' not in page
        assert f'href="{FORGOTTEN}"' not in client.get("/account/login/").content.decode()

    def test_nothing_is_promised_to_who_sends_the_form_anyway(
        self, anna: Person, work: Work, client: Client
    ) -> None:
        page = client.post(FORGOTTEN, {"email": "anna"})
        assert page.status_code == 200
        assert "Ask a host in your company" in page.content.decode()
        assert work() == 0

    def test_a_code_from_paper_does_it(self, world: World, client: Client) -> None:
        paper = acts.make_sign_in_code(by=world.actor(world.chris), person_id=world.anna.id)
        client.post("/sign-in/code/", {"username": "anna", "code": paper, "password": NEW})
        assert comes_in(NEW)


def test_a_mail_server_that_is_down_keeps_nobody_from_asking(
    anna: Person, mailing: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*_: object, **__: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", down)
    assert ask("anna") == ask("nobody")
    with pytest.raises(TryLater):  # so that the worker tries again
        forgotten.send_link("anna", "en")
