"""Whatever somebody uploads stays a file: it runs nowhere, hides nothing, and its name is only a name."""

import io
import zipfile
import zlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from tests.attack.test_closed_doors import enter
from tests.world import World
from vloot.ground.errors import Refused
from vloot.people import acts as people
from vloot.talk.files import acts as files
from vloot.talk.models import File

SCRIPT = b"<script>alert(document.domain)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">' + SCRIPT + b"</svg>"
SEEN = ("image/png", "image/jpeg", "image/webp", "image/gif")


def picture(kind: str, **more: Any) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((32, 24), 60).convert("RGB").save(out, kind, **more)
    return out.getvalue()


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(20):
            archive.writestr(f"{number}.txt", b"0" * 5_000_000)
    return out.getvalue()


# A name that says one thing, bytes that say another.
HOSTILE = {
    "a picture that is a program": ("boat.svg", SVG),
    "a page": ("index.html", b"<!doctype html>" + SCRIPT),
    "a page of another kind": (
        "page.xhtml",
        b'<html xmlns="http://www.w3.org/1999/xhtml">' + SCRIPT + b"</html>",
    ),
    "a style sheet of pages": ("a.xml", b'<?xml-stylesheet href="javascript:alert(1)"?><a/>'),
    "a page that says it is a picture": ("boat.jpg", b"<!doctype html>" + SCRIPT),
    "a program that says it is a picture": ("boat.gif", b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)"),
    "a picture with a program behind it": ("boat.png", picture("PNG") + SCRIPT),
    "a photograph with a program in it": ("boat.jpeg", picture("JPEG", comment=SCRIPT)),
    "a moving picture with a program in it": ("boat.gif", picture("GIF", comment=SCRIPT) + SCRIPT),
    "a document that is a page": ("plan.pdf", b"%PDF-1.7\n" + SCRIPT + b"\n%%EOF"),
    "a page in front of a document": ("plan.pdf", SCRIPT + b"%PDF-1.7"),
    "a program": ("run.js", b"alert(1)"),
    "an archive far too large inside": ("all.zip", zip_bomb()),
    "a stream far too large inside": ("all.gz", zlib.compress(b"0" * 50_000_000)),
    "a page that says it is a film": ("film.mp4", b"<!doctype html>" + SCRIPT),
    "a page that says it is a song": ("song.mp3", b"<!doctype html>" + SCRIPT),
    "a manifest": ("x.webmanifest", b'{"start_url": "https://evil.example/"}'),
}


def let_go(answer: Any) -> None:
    """Close the file of an answer, and not, as Django would, the database's line with it."""
    for close in answer._resource_closers:
        close()


def attached(client: Client, world: World, name: str, content: bytes) -> File:
    """Send it as people do, with the type that its sender claims."""
    upload = SimpleUploadedFile(name, content, content_type="text/html")
    sent = {"kind": "update", "space": str(world.quay.id), "body": "See", "file0": upload}
    answer = client.post("/", sent)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return File.objects.latest("id")


@pytest.mark.parametrize("kind", HOSTILE)
def test_it_runs_nowhere(world: World, kind: str) -> None:
    name, content = HOSTILE[kind]
    anna = enter(world.anna)
    try:
        refusal = ""
        file = files.put(by=world.actor(world.anna), name=name, content=content)
        file.delete()
    except Refused as refused:
        refusal = refused.code
    if refusal:
        assert refusal == "broken_image", "it says it is a picture and cannot be read as one"
        return
    file = attached(anna, world, name, content)
    for reader in (anna, enter(world.bram)):
        for address in (f"/files/{file.id}/", f"/files/{file.id}/{name}", f"/files/{file.id}/index.html"):
            answer = reader.get(address)
            body = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
            let_go(answer)
            assert answer["X-Content-Type-Options"] == "nosniff"
            assert "sandbox" in answer["Content-Security-Policy"]
            assert "default-src 'none'" in answer["Content-Security-Policy"]
            shown = answer["Content-Type"].split(";")[0]
            if answer.get("Content-Disposition", "").startswith("attachment"):
                assert shown == "application/octet-stream" or shown.startswith(("audio/", "video/"))
            else:
                assert shown in SEEN
                assert SCRIPT not in body
                assert Image.open(io.BytesIO(body)).size == (32, 24)


@pytest.mark.parametrize("kind", ["a picture that is a program", "a page", "a document that is a page"])
def test_no_face_is_made_of_it(world: World, kind: str) -> None:
    anna = world.actor(world.anna)
    with pytest.raises(Refused):
        people.set_face(by=anna, person_id=anna.person_id, picture=HOSTILE[kind][1])


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_where_and_when_a_photograph_was_taken_is_gone(world: World, kind: str) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Zyzzyva cameras"
    exif[0x8825] = {1: "N", 2: (51.0, 13.0, 4.0), 3: "E", 4: (4.0, 24.0, 2.0)}
    content = picture(kind, exif=exif)
    assert b"Zyzzyva" in content
    file = files.put(by=world.actor(world.anna), name="quay.jpg", content=content)
    kept = file.place().read_bytes()
    assert b"Zyzzyva" not in kept
    assert dict(Image.open(io.BytesIO(kept)).getexif()) == {}


NAMES = (
    "../../etc/passwd", "..\\..\\boot.ini", "/etc/shadow", "a\r\nSet-Cookie: vloot_session=mine", "a\0.png", "photo\u202egnp.exe",
    "\u2066a\u2069", '"; filename="b.html', "a" * 5000 + ".html", ".", "..", "", "CON", "x\u200b.txt", "évé nement.pdf", "%2e%2e%2f",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_only_a_name(world: World, name: str) -> None:
    file = files.put(by=world.actor(world.anna), name=name, content=b"words")
    assert file.place().resolve().parent.parent == file.place().parent.parent.resolve()
    assert file.place().name == str(file.id), "where it lies has nothing of its name"
    assert not set(file.name) & set("/\\\r\n\0\u202e\u2066\u2069\u200b")
    assert 0 < len(file.name) <= 200
    answer = enter(world.anna).get(f"/files/{file.id}/")
    let_go(answer)
    head = "".join(f"{key}: {value}\n" for key, value in answer.headers.items())
    assert head.count("\n") == len(answer.headers)
    assert "Set-Cookie" not in answer.headers
    assert answer["Content-Disposition"].startswith("attachment")


def test_what_others_are_still_writing_is_fetched_by_nobody(world: World) -> None:
    file = files.put(by=world.actor(world.anna), name="a.txt", content=b"words")
    for who in (world.bram, world.chris, world.hanne, world.dana):
        assert enter(who).get(f"/files/{file.id}/").status_code == 404
    assert Client().get(f"/files/{file.id}/").status_code == 302
