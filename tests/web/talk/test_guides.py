"""The pages of the how-to pages, as a browser without JavaScript sees them."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.stage import Clock
from tests.talk.test_files import picture
from tests.world import World
from vloot.people.models import Person
from vloot.talk.drafts import reads as drafts
from vloot.talk.files.reads import FileCard
from vloot.talk.guides import acts
from vloot.talk.guides.acts import Wording
from vloot.talk.models import File, Guide, Post
from vloot.talk.questions import acts as questions
from vloot.web.talk import guide_body

BODY = "# Get it\n\nAt the gate.\n\n# Use it\n\nTurn left.\n\n# Bring it back\n\n## Late\n\nIn the box."


def browser(person: Person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def guide(world: World) -> Guide:
    return acts.write(
        by=world.actor(world.chris), space=world.quay, wording=Wording("How to get the key", BODY)
    )


@pytest.fixture
def question(world: World) -> Post:
    anna, bram = world.actor(world.anna), world.actor(world.bram)
    wording = questions.Wording(title="Where is the key?", needed="I stand here")
    asked = questions.ask(by=anna, space=world.quay, wording=wording)
    questions.accept(by=anna, answer=questions.answer(by=bram, question=asked, body="At the gate."))
    return asked


def test_from_an_answered_question_to_a_page(world: World, question: Post) -> None:
    chris = browser(world.chris)
    thread = chris.get(f"/t/{question.id}/").content.decode()
    assert f"/guides/new/?question={question.id}" in thread
    form = chris.get(f"/guides/new/?question={question.id}").content.decode()
    assert "I stand here\n\nAt the gate." in form
    assert "thanks Anna, who asked, and Bram, who answered" in form
    sent = dict(re.findall(r'<input type="hidden" name="(question|answer|space)" value="(\d+)"', form))
    sent |= {"title": "How to get the key", "body": "At the gate.", "months": "12"}
    made = chris.post("/guides/new/", sent)
    page = chris.get(made["Location"]).content.decode()
    assert "Anna asked, Bram answered:" in page
    assert "There is a how-to page about this" in chris.get(f"/t/{question.id}/").content.decode()
    found = chris.get("/questions/similar/?q=Where+can+I+get+the+key").content.decode()
    assert "How to get the key" in found
    assert (
        "How to get the key"
        not in browser(world.dana).get("/questions/similar/?q=get+the+key").content.decode()
    )


def test_a_refused_page_keeps_its_words(world: World) -> None:
    anna = browser(world.anna)
    sent = {"space": str(world.quay.id), "title": "Key", "body": "At the gate.", "months": "6"}
    for change, words in (
        ({}, "Say in one line"),
        ({"title": "The whole key", "months": "99"}, "between 1 and 24"),
        ({"title": "The whole key", "months": "x"}, "between 1 and 24"),
        ({"title": "The whole key", "space": ""}, "Choose the space"),
    ):
        answer = anna.post("/guides/new/", {**sent, **change})
        assert answer.status_code == 422
        assert words in answer.content.decode()
        assert "At the gate." in answer.content.decode()
    assert "At the gate." in anna.get("/guides/new/").content.decode(), "and as a draft"


def test_two_at_once_lose_nothing(world: World, guide: Guide) -> None:
    anna, bram = browser(world.anna), browser(world.bram)
    url = f"/guides/{guide.id}/edit/"
    assert 'name="over" value="1"' in anna.get(url).content.decode()
    bram.post(url, {"title": guide.title, "body": BODY + "\n\nOr ask Chris.", "over": "1"})
    mine = {"title": guide.title, "body": "Annas whole text", "over": "1"}
    answer = anna.post(url, mine)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Two of you wrote at the same time" in shown
    assert "Or ask Chris." in shown
    assert "Annas whole text" in shown
    again = anna.get(url).content.decode()
    assert "Two of you wrote" in again, "also when she comes back later"
    assert 'name="over" value="2"' in again
    assert anna.post(url, mine | {"over": "2"}).status_code == 302
    assert Guide.objects.get(pk=guide.pk).source == "Annas whole text"
    assert not drafts.draft(world.actor(world.anna), f"guide-{guide.id}")
    history = anna.get(f"/guides/{guide.id}/history/").content.decode()
    assert history.count("Take this version back") == 2
    assert "<del>" in anna.get(f"/guides/{guide.id}/history/3/").content.decode()
    anna.post(f"/guides/{guide.id}/history/2/back/", {"over": "3"})
    assert Guide.objects.get(pk=guide.pk).source.endswith("Or ask Chris.")


def test_one_may_drop_ones_own_and_begin_anew(world: World, guide: Guide) -> None:
    anna = browser(world.anna)
    url = f"/guides/{guide.id}/edit/"
    anna.post("/drafts/", {"key": f"guide-{guide.id}", "title": "T", "body": "Half a thought", "over": "1"})
    assert "Half a thought" in anna.get(url).content.decode()
    anna.post(url, {"fresh": "1"})
    assert "Half a thought" not in anna.get(url).content.decode()


def test_pictures_stand_where_they_belong(world: World) -> None:
    anna = browser(world.anna)
    sent = {
        "space": str(world.quay.id),
        "title": "How to turn it",
        "months": "6",
        "body": "![the lever](lever.png)",
    }
    lever = SimpleUploadedFile("lever.png", picture("PNG"), "image/png")
    page = anna.post("/guides/new/", sent | {"file0": lever, "alt0": "A red lever"})["Location"]
    file = File.objects.get()
    shown = anna.get(page).content.decode()
    assert f'<img src="/files/{file.id}/" alt="A red lever"' in shown
    assert 'class="files"' not in shown
    anna.post(
        page + "edit/", {"title": "How to turn it", "body": "Just turn.", "over": "1", "drop": str(file.id)}
    )
    assert not File.objects.exists()


def test_the_shelf_and_its_ways(world: World, guide: Guide, clock: Clock) -> None:
    chris, anna = browser(world.chris), browser(world.anna)
    for query in ("", "?order=new", f"?space={world.quay.id}", "?order=due"):
        assert "How to get the key" in chris.get(f"/guides/{query}").content.decode(), query
    assert "How to get the key" not in chris.get("/guides/?tag=none").content.decode()
    assert "No how-to page here yet" in browser(world.dana).get("/guides/").content.decode()
    assert anna.get("/guides/?order=no&space=x&after=y").status_code == 200
    clock.move(days=200)
    assert "Look at it again" in chris.get("/guides/?order=due").content.decode()
    assert "Was to be looked at again" in anna.get(f"/guides/{guide.id}/").content.decode()
    assert anna.get(f"/guides/{guide.id}/review/").status_code == 404
    assert chris.post(f"/guides/{guide.id}/review/", {"do": "obsolete", "why": ""}).status_code == 422
    chris.post(f"/guides/{guide.id}/review/", {"do": "obsolete", "why": "There is a code now"})
    assert "There is a code now" in anna.get(f"/guides/{guide.id}/").content.decode()
    chris.post(f"/guides/{guide.id}/review/", {"do": "revive"})
    assert chris.post(f"/guides/{guide.id}/review/", {"do": "true", "months": "0"}).status_code == 422
    chris.post(f"/guides/{guide.id}/review/", {"do": "true", "months": "3"})
    assert Guide.objects.get(pk=guide.pk).review_months == 3


def test_helped_passed_on_taken_away(world: World, guide: Guide) -> None:
    chris, anna = browser(world.chris), browser(world.anna)
    page = f"/guides/{guide.id}/"
    anna.post(page + "helped/", {"on": "1"})
    assert "This helped" in anna.get(page).content.decode()
    assert anna.post(page + "owner/", {"person": "@anna"}).status_code == 404
    assert chris.post(page + "owner/", {"person": "@nobody"}).status_code == 422
    chris.post(page + "owner/", {"person": "@anna"})
    assert Guide.objects.get(pk=guide.pk).owner_id == world.anna.id
    assert "Take this page away?" in chris.get(page + "remove/").content.decode()
    chris.post(page + "remove/")
    assert chris.get(page).status_code == 404


def test_asking_about_a_page_brings_its_address(world: World, guide: Guide) -> None:
    form = browser(world.anna).get(f"/ask/?about={guide.id}").content.decode()
    assert f"[How to get the key](/guides/{guide.id}/)" in form
    assert f'<option value="{world.quay.id}" selected>' in form
    assert browser(world.dana).get(f"/ask/?about={guide.id}").status_code == 404


def test_behind_a_door_every_way_is_shut(world: World) -> None:
    hidden = acts.write(
        by=world.actor(world.chris), space=world.bridge, wording=Wording("What we are paid", "Much.")
    )
    anna = browser(world.anna)
    for way in ("", "edit/", "history/", "history/1/", "review/", "owner/", "remove/"):
        assert anna.get(f"/guides/{hidden.id}/{way}").status_code == 404, way
    for way in ("edit/", "history/1/back/", "review/", "owner/", "helped/", "remove/"):
        assert anna.post(f"/guides/{hidden.id}/{way}").status_code == 404, way
    assert "What we are paid" not in anna.get("/guides/").content.decode()


def test_headings_have_addresses_and_a_short_page_no_contents() -> None:
    shown = guide_body.shown("<h3>Get <em>it</em></h3><p>x</p><h3>Get it</h3><h4>Æ</h4><h6>Deep</h6>", [])
    assert [(one.anchor, one.depth) for one in shown.contents] == [
        ("on-get-it", 0),
        ("on-get-it-2", 0),
        ("on-this", 1),
        ("on-deep", 2),
    ]
    assert '<h2 id="on-get-it">Get <em>it</em></h2>' in shown.html
    assert not guide_body.shown("<h3>One</h3>", []).contents


def test_a_picture_of_another_page_is_a_link() -> None:
    file = FileCard(1, "a b.png", "/files/1/", "image/png", 1, 2, 3, "", True)
    html = '<p><a href="a%20b.png" rel="x">seen</a> <a href="c.png" rel="x">not</a></p>'
    shown = guide_body.shown(html, [file])
    assert 'alt="seen"' in shown.html
    assert '<a href="c.png"' in shown.html
    assert not shown.files
    assert guide_body.shown("<p></p>", [file]).files == [file]
