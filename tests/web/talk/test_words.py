"""What stands in and on a post: quotes, cards of own pages, pictures, films, captions."""

import io
import wave

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tests.world import World
from vloot.ground.errors import NotFound
from vloot.people.models import Person
from vloot.talk.files import acts as files
from vloot.talk.files import media
from vloot.talk.models import Mention
from vloot.talk.posts import acts as posts
from vloot.talk.posts import quoting
from vloot.talk.timeline import reads as timeline


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _status(client: Client, path: str, headers: dict[str, str]) -> int:
    response = client.get(path, headers=headers)
    b"".join(response)  # to the end: that is where the test client closes the file
    return response.status_code


def sound(seconds: int = 1) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(bytes(128 for _ in range(8000 * seconds)))
    return out.getvalue()


def test_an_address_of_ours_is_a_card_for_who_may_see_it_and_a_link_for_who_may_not(world: World) -> None:
    secret = posts.write(by=world.actor(world.hanne), space=world.bridge, body="About pay")
    paths = (
        f"/t/{secret.id}/",
        f"/s/{world.bridge.slug}/",
        f"/s/{world.slip.slug}/",
        f"/people/{world.bram.id}/",
        "/t/7/",
    )
    lines = [settings.VLOOT_ORIGIN + path for path in paths]
    post = posts.write(by=world.actor(world.hanne), space=world.quay, body="\n\n".join(lines))
    inside = client_of(world.chris).get(f"/t/{post.id}/").content.decode()
    outside = client_of(world.anna).get(f"/t/{post.id}/").content.decode()
    assert inside.count('class="link-card"') == 4
    assert outside.count('class="link-card"') == 2
    assert "About pay" in inside
    assert "About pay" not in outside
    assert outside.count('class="alone"') == 3
    # A card comes and goes with what it leads to.
    posts.remove(by=world.actor(world.hanne), post=secret)
    assert client_of(world.chris).get(f"/t/{post.id}/").content.decode().count('class="link-card"') == 3


def test_addresses_of_others_and_in_sentences_stay_what_they_are(world: World) -> None:
    here = settings.VLOOT_ORIGIN
    body = f"http://elsewhere.example/t/1/\n\nSee {here}/s/quay/ please\n\n{here}.evil.example/s/quay/\n\n{here}/s/quay/?x=1"
    post = posts.write(by=world.actor(world.anna), space=world.quay, body=body)
    assert timeline.of_ids(world.actor(world.bram), [post.id])[0].links == []


def test_all_cards_of_a_page_cost_one_question(world: World) -> None:
    bram = world.actor(world.bram)
    made = [posts.write(by=bram, space=world.quay, body="Hello") for _ in range(6)]
    with CaptureQueriesContext(connection) as plain:
        timeline.of_ids(bram, [post.id for post in made])
    linking = [
        posts.write(by=bram, space=world.quay, body=f"{settings.VLOOT_ORIGIN}/t/{post.id}/") for post in made
    ]
    with CaptureQueriesContext(connection) as seen:
        cards = timeline.of_ids(bram, [post.id for post in linking])
    assert all(len(card.links) == 1 for card in cards)
    assert len(seen) == len(plain) + 1


def test_a_quote_leads_to_its_source_and_calls_nobody(world: World) -> None:
    anna = world.actor(world.anna)
    post = posts.write(
        by=world.actor(world.bram), space=world.quay, body="Ask @chris about *crane 4*.\n\n1. First #tide"
    )
    words = quoting.quote(anna, post.id)
    assert words.startswith(f"> [Bram](/t/{post.id}/):\n")
    reply = posts.comment(by=anna, under=post, body=words + "I did.")
    assert not Mention.objects.filter(post=reply).exists()
    assert reply.tags == []
    assert "<blockquote>" in reply.html
    assert "crane 4" in reply.html
    assert "I did." not in reply.html.split("</blockquote>")[0]
    again = quoting.quote(anna, reply.id)
    assert "crane 4" not in again
    assert "I did" in again


def test_only_what_was_said_is_quoted(world: World) -> None:
    anna = world.actor(world.anna)
    post = posts.write(by=world.actor(world.bram), space=world.quay, body="Crane 4 is free. Crane 5 is not.")
    assert "Crane 5" not in quoting.quote(anna, post.id, "Crane 4 is free.")
    assert "I resign" not in quoting.quote(anna, post.id, "I resign")
    hidden = posts.write(by=world.actor(world.hanne), space=world.bridge, body="Pay")
    with pytest.raises(NotFound):
        quoting.quote(anna, hidden.id)


def test_quoting_works_without_a_script(world: World) -> None:
    post = posts.write(by=world.actor(world.bram), space=world.quay, body="Crane 4 is free.")
    anna = client_of(world.anna)
    response = anna.get(f"/p/{post.id}/quote/", follow=True)
    assert f"&gt; [Bram](/t/{post.id}/):" in response.content.decode()
    bare = anna.get(f"/p/{post.id}/quote/?part=Crane+4", headers={"X-Requested-With": "fetch"})
    assert bare.content.decode().endswith("> Crane 4  \n\n")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80))
def test_whatever_was_said_stays_inside_the_quote(said: str) -> None:
    from vloot.ground import text

    line = text.line(said)
    if not line:
        return
    body = text.parse(f"> [Bram](/t/1/):\n>\n> {quoting._plain(line)}  \n\nMine.")
    assert (body.names, body.tags) == ((), ())
    assert body.html.rstrip().endswith("<p>Mine.</p>")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 20, "video/mp4"),
        (b"\x00\x00\x00\x18ftypM4A " + b"\x00" * 20, "audio/mp4"),
        (b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm", "video/webm"),
        (b"OggS\x00\x02" + b"\x00" * 22 + b"\x01vorbis", "audio/ogg"),
        (b"ID3\x04rest", "audio/mpeg"),
        (b"WEBVTT\n\n00:00.000 --> 00:01.000\nHi", "text/vtt"),
        (b"<html><script>", ""),
        (b"\x00\x00\x00\x18ftypheic", ""),
        (b"\xff\xd8\xff\xe0", ""),
        (b"", ""),
    ],
)
def test_what_plays_is_told_by_its_bytes(head: bytes, kind: str) -> None:
    assert media.sniff(head) == kind


def test_a_sound_plays_in_its_post_and_gives_pieces(world: World) -> None:
    bram = world.actor(world.bram)
    content = sound()
    kept = files.put(by=bram, name="horn.wav", content=content, alt="The horn")
    false = files.put(by=bram, name="film.mp4", content=b"<html><script>alert(1)</script>")
    post = posts.write(by=bram, space=world.quay, body="Hear", files=[kept.id, false.id])
    anna = client_of(world.anna)
    page = anna.get(f"/t/{post.id}/").content.decode()
    assert f'<audio controls preload="none" src="/files/{kept.id}/" aria-label="The horn">' in page
    assert "<video" not in page
    whole = anna.get(f"/files/{kept.id}/")
    assert (whole["Content-Type"], whole["Accept-Ranges"]) == ("audio/wav", "bytes")
    assert b"".join(whole) == content
    tag = whole["ETag"]
    size = len(content)
    for header, first, last in (("0-99", 0, 99), ("100-", 100, size - 1), ("-50", size - 50, size - 1)):
        piece = anna.get(f"/files/{kept.id}/", headers={"Range": f"bytes={header}", "If-Range": tag})
        assert piece.status_code == 206
        assert piece["Content-Range"] == f"bytes {first}-{last}/{len(content)}"
        assert b"".join(piece) == content[first : last + 1]
        assert int(piece["Content-Length"]) == last - first + 1
    assert anna.get(f"/files/{kept.id}/", headers={"Range": "bytes=999999-"}).status_code == 416
    for header in ("bytes=0-1,5-6", "bytes=9-2", "lines=1-2", "bytes=-"):
        assert _status(anna, f"/files/{kept.id}/", {"Range": header}) == 200
    other = {"Range": "bytes=0-9", "If-Range": '"other"'}
    assert _status(anna, f"/files/{kept.id}/", other) == 200
    saved = anna.get(f"/files/{false.id}/", headers={"Range": "bytes=0-9"})
    assert (saved.status_code, saved["Content-Type"]) == (200, "application/octet-stream")
    assert saved["Content-Disposition"].startswith("attachment")
    b"".join(saved)
    assert Client().get(f"/files/{kept.id}/", headers={"Range": "bytes=0-9"}).status_code == 302


def test_captions_go_with_their_film(world: World) -> None:
    bram = world.actor(world.bram)
    film = files.put(by=bram, name="tour.mp4", content=b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 20)
    said = files.put(by=bram, name="tour.nl.vtt", content=b"WEBVTT\n\n00:00.000 --> 00:01.000\nHallo")
    post = posts.write(by=bram, space=world.quay, body="Look", files=[film.id, said.id])
    page = client_of(world.anna).get(f"/t/{post.id}/").content.decode()
    assert f'<track kind="captions" src="/files/{said.id}/"' in page
    assert 'class="file-row"' not in page
    vtt = client_of(world.anna).get(f"/files/{said.id}/")
    assert vtt["Content-Type"] == "text/vtt"
    b"".join(vtt)


def test_completing_offers_emoji(world: World) -> None:
    found = client_of(world.anna).get("/complete/", {"q": ":koff"}).json()
    assert found[0]["insert"] == "☕"
