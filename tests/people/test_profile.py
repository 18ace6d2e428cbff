import io
from typing import Any

import pytest
from PIL import Image

from vloot.ground.errors import NotFound, Refused
from vloot.people import acts, faces, reads
from vloot.people.actor import Actor
from vloot.people.models import Person

Cast = dict[str, Actor]


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def picture(form: str = "JPEG", size: tuple[int, int] = (640, 400), **extra: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "navy").save(out, form, **extra)
    return out.getvalue()


def test_a_face_is_small_square_and_says_nothing_of_where_it_was_taken(cast: Cast) -> None:
    exif = Image.Exif()
    exif[0x010F] = "A camera of Anna"
    anna = cast["anna"]
    face = acts.set_face(by=anna, person_id=anna.person_id, picture=picture(exif=exif, comment=b"at home"))
    for width in faces.WIDTHS:
        kept = faces.read(face, width)
        assert b"Anna" not in kept
        assert b"home" not in kept
        with Image.open(io.BytesIO(kept)) as opened:
            assert (opened.size, opened.format, dict(opened.getexif())) == ((width, width), "WEBP", {})
    assert reads.card(anna.person_id).face_url == f"/faces/{face}-96.webp"


@pytest.mark.parametrize("form", ["PNG", "GIF", "WEBP"])
def test_usual_pictures_are_read(cast: Cast, form: str) -> None:
    assert acts.set_face(by=cast["anna"], person_id=cast["anna"].person_id, picture=picture(form))


@pytest.mark.parametrize(
    "bytes_", [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", picture("BMP"), picture()[:300]]
)
def test_what_is_no_picture_is_refused_and_nothing_kept(cast: Cast, bytes_: bytes, tmp_path: Any) -> None:
    with pytest.raises(Refused) as refused:
        acts.set_face(by=cast["anna"], person_id=cast["anna"].person_id, picture=bytes_)
    assert refused.value.field == "face"
    assert not list(tmp_path.rglob("*.webp"))


def test_a_new_face_takes_the_place_of_the_old(
    cast: Cast, django_capture_on_commit_callbacks: Any, tmp_path: Any
) -> None:
    anna = cast["anna"]
    with django_capture_on_commit_callbacks(execute=True):
        first = acts.set_face(by=anna, person_id=anna.person_id, picture=picture())
        acts.set_face(by=anna, person_id=anna.person_id, picture=picture())
    with pytest.raises(NotFound):
        faces.read(first, 96)
    with django_capture_on_commit_callbacks(execute=True):
        acts.drop_face(by=anna, person_id=anna.person_id)
    assert not list(tmp_path.rglob("*.webp"))
    assert reads.card(anna.person_id).face_url == ""


@pytest.mark.parametrize("name", ["../../secret", "x" * 32 + "/", "", "a" * 31, "a" * 33])
def test_a_face_is_found_by_nothing_but_its_name(name: str) -> None:
    with pytest.raises(NotFound):
        faces.read(name, 96)


def test_people_tell_about_themselves_and_nobody_else_does(cast: Cast) -> None:
    anna = cast["anna"]
    told = {"ask_me_about": " knots,  sails ", "languages": ["fr", "nl", "klingon"], "tenure": "2to9"}
    acts.change_profile(by=anna, person_id=anna.person_id, name="Anna de Boer", **told)
    kept = Person.objects.get(id=anna.person_id)
    assert (kept.ask_me_about, kept.languages, kept.tenure) == ("knots, sails", ["nl", "fr"], "2to9")
    assert (kept.first_name, kept.last_name, kept.sort_key) == ("Anna", "de Boer", "anna de boer")
    for name in ("bram", "chris", "ada"):
        with pytest.raises(Refused):
            acts.change_profile(by=cast[name], person_id=anna.person_id, learning="nothing")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("tenure", "for ever"),
        ("time_zone", "Mars/Base"),
        ("locale", "tlh"),
        ("learning", "x" * 401),
        ("name", ""),
    ],
)
def test_what_cannot_be_told_names_its_field(cast: Cast, field: str, value: str) -> None:
    with pytest.raises(Refused) as refused:
        acts.change_profile(by=cast["anna"], person_id=cast["anna"].person_id, **{field: value})
    assert refused.value.field == field


def test_sign_in_names_are_ones_own_or_an_administrators_to_change(cast: Cast) -> None:
    bram = cast["bram"].person_id
    acts.change_sign_in_names(by=cast["bram"], person_id=bram, username="Bram.W", email="Bram@vloot.example")
    kept = Person.objects.get(id=bram)
    assert (kept.username, kept.email) == ("bram.w", "bram@vloot.example")
    acts.change_sign_in_names(by=cast["ada"], person_id=bram, username="bram.w", email="")
    assert Person.objects.get(id=bram).email is None
    with pytest.raises(Refused):
        acts.change_sign_in_names(by=cast["chris"], person_id=bram, username="x", email="evil@vloot.example")
    with pytest.raises(Refused, match="already in use"):
        acts.change_sign_in_names(by=cast["bram"], person_id=bram, username="anna", email=None)
