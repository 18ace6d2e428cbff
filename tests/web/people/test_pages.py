import re
from collections.abc import Callable

import pytest
from django.test import Client

from tests.world import World
from vloot.people import acts
from vloot.people.actor import Actor
from vloot.people.models import Person

As = Callable[[Person], Client]
HOUSE = Actor(person_id=0, origin="import:test", is_importer=True)


def body(client: Client, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status, url
    return answer.content.decode()


def shown(page: str) -> list[str]:
    return [
        re.sub(r"<[^>]+>", "", found).strip()
        for found in re.findall(r'<li class="meet">.*?<h2 class="meet-name">(.*?)</h2>', page, re.DOTALL)
    ]


def test_people_are_listed_by_the_alphabet_whoever_reads(world: World, as_person: As) -> None:
    names = ["Élodie Aerts", "Eduard Bos", "de Vries, Jan", "Zoë Claes", "Çelik Demir"]
    drafts = [acts.PersonDraft(external_key=name, name=name) for name in names]
    acts.place_many(by=HOUSE, drafts=drafts)
    for reader in (world.anna, world.hanne):
        found = shown(body(as_person(reader), "/people/"))
        assert found == [
            "Anna Peeters", "Bram Desmet", "Çelik Demir", "Chris Wouters", "Dana Ilić guest", "de Vries, Jan",
            "Eduard Bos", "Élodie Aerts", "Hanne Maes", "Zoë Claes",
        ]  # fmt: skip


def test_the_list_is_cut_into_pages_without_gap_or_repeat(world: World, as_person: As) -> None:
    drafts = [acts.PersonDraft(external_key=str(n), name=f"Person {n % 7}") for n in range(110)]
    acts.place_many(by=HOUSE, drafts=drafts)
    client, url, seen = as_person(world.anna), "/people/", []
    while url:
        page = body(client, url)
        seen += re.findall(r'<li class="meet">.*?href="/people/(\d+)/"', page, re.DOTALL)
        following = re.search(r'href="(\?[^"]*after=[^"]*)" rel="next"', page)
        url = "/people/" + following[1].replace("&amp;", "&") if following else ""
    assert len(seen) == len(set(seen)) == 110 + 5


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("about=CRANES", ["Anna Peeters"]),
        ("name=desm", ["Bram Desmet"]),
        ("name=ilic", ["Dana Ilić guest"]),
        ("language=pl", []),
        ("about=nothing", []),
    ],
)
def test_the_list_is_narrowed(world: World, as_person: As, query: str, expected: list[str]) -> None:
    assert shown(body(as_person(world.bram), f"/people/?{query}")) == expected


def test_a_team_includes_the_teams_below_it(world: World, as_person: As) -> None:
    acts.place_teams_many(by=HOUSE, drafts=[acts.TeamDraft(slug="keel", name="Keel", parent_slug="hull")])
    from vloot.people.models import Team

    keel, hull = Team.objects.get(slug="keel"), Team.objects.get(slug="hull")
    acts.change_place(by=world.actor(world.hanne), person_id=world.dana.id, place=acts.Place(team_id=keel.id))
    client = as_person(world.anna)
    assert "Dana Ilić guest" in shown(body(client, f"/people/?team={hull.id}"))
    assert shown(body(client, f"/people/?team={keel.id}")) == ["Dana Ilić guest"]


def test_a_guest_meets_only_whom_they_share_a_space_with(world: World, as_person: As) -> None:
    client = as_person(world.dana)
    assert shown(body(client, "/people/")) == [
        "Bram Desmet",
        "Chris Wouters",
        "Dana Ilić guest",
        "Hanne Maes",
    ]
    body(client, f"/people/{world.bram.id}/")
    body(client, f"/people/{world.anna.id}/", 404)
    assert "Anna" not in body(client, "/people/teams/")
    assert "Anna" not in body(client, f"/people/{world.hanne.id}/"), "a report whom the guest may not meet"


def test_the_human_comes_before_the_function(world: World, as_person: As) -> None:
    acts.change_profile(
        by=world.actor(world.anna),
        person_id=world.anna.id,
        learning="Portuguese",
        how_to_work="Call me\n<b>before ten</b>",
        tenure="10plus",
        working_hours="Early shift",
    )
    page = body(as_person(world.bram), f"/people/{world.anna.id}/").split("<main")[1]
    order = ["Anna</h1>", "Ask me about", "cranes", "I am learning", "Portuguese", "How to work with me",
             "Speaks", "Nederlands", "Early shift", "Ten years or more".lower(), "Function", "Planner", "Team", "Hull",
             "Manager"]  # fmt: skip
    at = [page.find(word) for word in order]
    assert -1 not in at, dict(zip(order, at, strict=True))
    assert at == sorted(at)
    assert "<b>before ten</b>" not in page


def test_what_nobody_chose_to_tell_is_not_asked_of_others(world: World, as_person: As) -> None:
    page = body(as_person(world.anna), f"/people/{world.bram.id}/").split("<main")[1]
    assert "I am learning" not in page
    assert "Here for" not in page


def test_who_has_left_is_shown_as_such_and_not_listed(world: World, as_person: As) -> None:
    client = as_person(world.anna)
    assert "left</span>" in body(client, f"/people/{world.eva.id}/")
    assert "Éva Novák" not in shown(body(client, "/people/"))


def test_the_chart_is_a_tree(world: World, as_person: As) -> None:
    acts.change_place(
        by=world.actor(world.hanne),
        person_id=world.bram.id,
        place=acts.Place(manager_id=world.anna.id, team_id=None),
    )
    page = body(as_person(world.bram), "/people/teams/")
    assert page.index(">Dock<") < page.index(">Hull<")
    assert "led by" in page


@pytest.mark.parametrize(
    "path", ["/people/", "/people/teams/", "/me/", "/me/sign-in/", "/company/", "/people/invite/"]
)
def test_who_is_not_signed_in_is_asked_to(client: Client, db: None, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/")


def test_every_page_of_the_room_names_a_human_who_helps(world: World, as_person: As) -> None:
    for path in ("/people/", "/me/", "/me/sign-in/", f"/people/{world.anna.id}/", "/people/teams/"):
        assert re.search("(Chris|Hanne) helps here", body(as_person(world.bram), path))


def test_no_page_counts_people(world: World, as_person: As) -> None:
    for path in ("/people/", f"/people/{world.hanne.id}/", "/people/teams/"):
        main = body(as_person(world.bram), path).split("<main")[1].split("</main>")[0]
        words = re.sub(r"<[^>]+>", " ", main)
        assert not re.search(r"\b\d+\s+(people|persons|reports|colleagues|members)\b", words)
