import re
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.test import Client
from django.urls import reverse

from tests.stage import Clock
from tests.world import World
from vloot.people import acts
from vloot.people.models import Person

As = Callable[[Person], Client]
PASSWORD = "the tide comes twice"


@pytest.fixture
def anna(world: World) -> Person:
    world.anna.set_password(PASSWORD)
    world.anna.save()
    return world.anna


def sign_in(client: Client, login: str = "anna", password: str = PASSWORD) -> int:
    return client.post("/account/login/", {"login": login, "password": password}).status_code


@pytest.mark.parametrize("login", ["anna", "ANNA", "anna@vloot.example", "Anna@Vloot.Example"])
def test_by_user_name_or_address(anna: Person, client: Client, login: str) -> None:
    assert sign_in(client, login) == 302
    assert client.get("/me/").status_code == 200


def test_a_wrong_answer_does_not_tell_who_exists(anna: Person, world: World) -> None:
    said = set()
    for login in ("anna", "nobody", "eva", "finn"):
        answer = Client().post("/account/login/", {"login": login, "password": "wrong"})
        page = answer.content.decode()
        alert = re.search(r'role="alert".*?</div>', page, re.DOTALL)
        assert alert
        said.add((answer.status_code, alert[0]))
    assert len(said) == 1


def test_nobody_signs_up_by_themselves(client: Client, db: None) -> None:
    filled = {"username": "eve", "password1": PASSWORD, "password2": PASSWORD}
    page = client.post("/account/signup/", filled).content.decode()
    assert "by invitation" in page
    assert not Person.objects.filter(username="eve").exists()


def test_who_has_left_does_not_come_in(anna: Person, world: World, client: Client) -> None:
    acts.deactivate(by=world.actor(world.hanne), person_id=anna.id)
    sign_in(client)
    assert client.get("/me/").status_code == 302


def test_the_second_step_stands_before_codes_too(anna: Person, world: World, client: Client) -> None:
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(anna, generate_totp_secret())
    codes = RecoveryCodes.activate(anna).get_unused_codes()
    paper = acts.make_sign_in_code(by=world.actor(world.chris), person_id=anna.id)
    answer = client.post("/sign-in/code/", {"username": "anna", "code": paper})
    assert answer["Location"] == reverse("mfa_authenticate")
    assert client.get("/me/").status_code == 302
    client.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert client.get("/me/").status_code == 200
    lost = acts.make_sign_in_code(by=world.actor(world.chris), person_id=anna.id, drops_second_step=True)
    assert not Authenticator.objects.filter(user=anna).exists()
    other = Client()
    other.post("/sign-in/code/", {"username": "anna", "code": lost})
    assert other.get("/me/").status_code == 200


def test_guessing_codes_is_slowed_down(anna: Person, client: Client) -> None:
    tries = [
        client.post("/sign-in/code/", {"username": "anna", "code": "AAAA"}).status_code for _ in range(12)
    ]
    assert tries[0] == 422
    assert tries[-1] == 429


class TestSharedDevice:
    def come_in(self, client: Client) -> None:
        client.post("/sign-in/device/", {"device": "shared"})
        assert sign_in(client) == 302

    def test_it_says_so_before_signing_in(self, anna: Person, client: Client) -> None:
        assert 'value="shared" aria-pressed="false"' in client.get("/account/login/").content.decode()
        client.post("/sign-in/device/", {"device": "shared"})
        assert 'value="shared" aria-pressed="true"' in client.get("/account/login/").content.decode()
        client.post("/sign-in/device/", {"device": "own"})
        assert 'value="shared" aria-pressed="false"' in client.get("/account/login/").content.decode()

    def test_five_quiet_minutes_end_the_session(self, anna: Person, client: Client, clock: Clock) -> None:
        self.come_in(client)
        for _ in range(3):
            clock.move(minutes=4, seconds=55)
            assert client.get("/me/").status_code == 200
        clock.move(minutes=5)
        answer = client.get("/me/")
        assert answer["Location"] == "/sign-in/ended/"
        assert answer["Clear-Site-Data"] == '"cache", "storage"'
        assert client.get("/me/")["Location"].startswith("/account/login/")

    def test_who_was_signed_out_by_a_request_of_the_page_is_told_so(
        self, anna: Person, client: Client, clock: Clock
    ) -> None:
        self.come_in(client)
        clock.move(minutes=6)
        client.get("/notices/dot/", headers={"X-Requested-With": "fetch"})
        assert client.get("/me/")["Location"] == "/sign-in/ended/"
        assert client.get("/sign-in/ended/").status_code == 200
        assert client.get("/me/")["Location"].startswith("/account/login/"), "once is enough"

    def test_what_a_page_fetches_by_itself_is_no_sign_of_life(
        self, anna: Person, client: Client, clock: Clock
    ) -> None:
        self.come_in(client)
        for _ in range(6):
            clock.move(seconds=59)
            client.get("/people/", headers={"X-Requested-With": "fetch"})
            client.get("/me/", headers={"Sec-Fetch-Dest": "empty"})
        assert client.get("/me/").status_code == 302
        self.come_in(client)
        for _ in range(6):
            clock.move(seconds=59)
            client.post("/sign-in/alive/")
        assert client.get("/me/").status_code == 200

    def test_why_it_ended_waits_until_somebody_sees_it(
        self, anna: Person, client: Client, clock: Clock
    ) -> None:
        self.come_in(client)
        clock.move(minutes=5)
        late = client.post("/drafts/", {"key": "home", "body": "Half"}, headers={"X-Requested-With": "fetch"})
        assert late["Location"] == "/sign-in/ended/"
        assert client.get("/me/")["Location"] == "/sign-in/ended/"
        assert client.get("/sign-in/ended/").status_code == 200
        assert client.get("/me/")["Location"].startswith("/account/login/")

    def test_nothing_is_stored(self, anna: Person, client: Client, clock: Clock) -> None:
        self.come_in(client)
        answer = client.get("/me/")
        assert answer["Cache-Control"] == "no-store"
        assert "data-shared-device" in answer.content.decode()
        client.get("/people/")
        assert client.session.get_expire_at_browser_close()
        assert "max-age" not in str(client.cookies["vloot_session"]).lower()
        left = client.post("/account/logout/")
        assert left["Clear-Site-Data"] == '"cache", "storage"'

    def test_a_code_begins_a_short_session_too(
        self, anna: Person, world: World, client: Client, clock: Clock
    ) -> None:
        client.post("/sign-in/device/", {"device": "shared", "next": "code"})
        paper = acts.make_sign_in_code(by=world.actor(world.chris), person_id=anna.id)
        client.post("/sign-in/code/", {"username": "anna", "code": paper})
        assert client.get("/me/").status_code == 200
        clock.move(minutes=5)
        assert client.get("/me/")["Location"] == "/sign-in/ended/"

    def test_leaving_the_page_alone_ends_the_session(
        self, anna: Person, client: Client, clock: Clock
    ) -> None:
        self.come_in(client)
        assert "refresh" in client.get("/me/").content.decode()
        assert client.get("/sign-in/ended/").status_code == 200
        assert client.get("/me/").status_code == 302

    def test_ones_own_device_stays_signed_in(self, anna: Person, client: Client, clock: Clock) -> None:
        sign_in(client)
        clock.move(hours=9)
        answer = client.get("/me/")
        assert answer.status_code == 200
        assert "data-shared-device" not in answer.content.decode()
