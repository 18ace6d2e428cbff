"""Files: images written anew, nothing hidden kept, seen by whoever may read the post."""

import contextlib
import io
import stat
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from tests.talk.ways import refused, unlogged, unwritten
from tests.world import IMPORTER, World
from vloot.ground.errors import NotFound, Refused
from vloot.talk.files import acts, images, reads, rules
from vloot.talk.models import File
from vloot.talk.posts import acts as posts

SECRET = b"52.0907 N, taken at home"


def picture(kind: str = "JPEG", size: tuple[int, int] = (40, 30), mode: str = "RGB", **more: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, "red" if mode == "RGB" else 1).save(out, kind, **more)
    return out.getvalue()


def exif(orientation: int = 1) -> bytes:
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x010E] = SECRET.decode()
    made.get_ifd(0x8825)[1] = "N"
    return made.tobytes()


def notes() -> PngImagePlugin.PngInfo:
    made = PngImagePlugin.PngInfo()
    made.add_text("Comment", SECRET.decode())
    made.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    return made


HIDING = {
    "jpeg exif": picture("JPEG", exif=exif()),
    "jpeg comment": picture("JPEG", comment=SECRET),
    "jpeg xmp": picture("JPEG", xmp=SECRET),
    "jpeg profile": picture("JPEG", icc_profile=SECRET),
    "jpeg trailer": picture("JPEG") + SECRET,
    "png exif": picture("PNG", exif=exif()),
    "png text": picture("PNG", pnginfo=notes()),
    "png profile": picture("PNG", icc_profile=SECRET),
    "png trailer": picture("PNG") + SECRET,
    "webp exif": picture("WEBP", exif=exif()),
    "webp xmp": picture("WEBP", xmp=SECRET),
    "webp profile": picture("WEBP", icc_profile=SECRET),
    "gif comment": picture("GIF", comment=SECRET),
}


def enlarged(png: bytes) -> bytes:
    """A small image that says it is of 60,000 by 60,000 pixels."""
    head = b"IHDR" + struct.pack(">II", 60_000, 60_000) + png[24:29]
    return png[:12] + head + struct.pack(">I", zlib.crc32(head)) + png[33:]


@pytest.mark.parametrize("content", HIDING.values(), ids=HIDING.keys())
def test_nothing_hidden_in_an_image_survives(world: World, content: bytes) -> None:
    assert content.find(SECRET) >= 0 or b"iCCP" in content, "the test hides nothing"
    file = acts.put(by=world.actor(world.anna), name="boat.jpg", content=content)
    kept = file.place().read_bytes()
    assert SECRET not in kept
    assert file.size == len(kept)
    with Image.open(io.BytesIO(kept)) as image:
        assert image.size == (40, 30) == (file.width, file.height)
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "background", "loop"}
        assert not image.getexif()


def test_an_image_stands_upright_and_is_of_bearable_size(world: World) -> None:
    anna = world.actor(world.anna)
    turned = acts.put(by=anna, name="boat.jpg", content=picture("JPEG", (40, 30), exif=exif(6)))
    assert (turned.width, turned.height) == (30, 40)
    wide = acts.put(by=anna, name="wide.png", content=picture("PNG", (4800, 10)))
    assert (wide.width, wide.height, wide.media_type) == (2400, 5, "image/png")


@pytest.mark.parametrize(
    ("kind", "mode", "media_type"),
    [
        ("JPEG", "CMYK", "image/jpeg"),
        ("JPEG", "L", "image/jpeg"),
        ("PNG", "P", "image/png"),
        ("PNG", "I;16", "image/png"),
        ("PNG", "1", "image/png"),
        ("GIF", "P", "image/png"),
        ("WEBP", "RGB", "image/webp"),
    ],
)
def test_images_of_every_sort_come_through(world: World, kind: str, mode: str, media_type: str) -> None:
    file = acts.put(by=world.actor(world.anna), name="x", content=picture(kind, mode=mode))
    assert (file.media_type, reads.card(file).is_image) == (media_type, True)


def test_a_telephones_double_picture_is_one(world: World) -> None:
    double = picture("MPO", save_all=True, append_images=[Image.new("RGB", (40, 30), "blue")])
    file = acts.put(by=world.actor(world.anna), name="x.jpg", content=double)
    assert (file.media_type, file.width) == ("image/jpeg", 40)


SOUND = [content for name, content in HIDING.items() if name.endswith(("exif", "text", "xmp"))]


@pytest.mark.filterwarnings("ignore::UserWarning")
@given(content=st.sampled_from(SOUND), where=st.floats(0, 0.999), put=st.binary(min_size=1, max_size=6))
def test_a_damaged_image_never_does_harm(content: bytes, where: float, put: bytes) -> None:
    at = int(where * len(content))
    damaged = content[:at] + put + content[at + len(put) :]
    with contextlib.suppress(Refused):
        images.read(damaged, most_pixels=rules.MOST_PIXELS)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (bytes(rules.MOST_BYTES + 1), "too_big"),
        (picture("PNG")[:60], "broken_image"),
        (picture("JPEG")[:200], "broken_image"),
        (picture("PNG", (8000, 5001), "1"), "too_many_pixels"),
        (enlarged(picture("PNG")), "too_many_pixels"),
    ],
    ids=["empty", "too big", "cut png", "cut jpeg", "too many pixels", "a bomb"],
)
def test_what_is_not_kept(world: World, content: bytes, code: str) -> None:
    with refused(code):
        acts.put(by=world.actor(world.anna), name="x.png", content=content)


def test_other_files_are_kept_as_they_are(world: World) -> None:
    svg = b"<svg onload='alert(1)'/>"
    with unlogged():
        file = acts.put(by=world.actor(world.anna), name="C:\\me\\..\\plan\x00.svg", content=svg)
    assert (file.place().read_bytes(), file.media_type, file.width) == (svg, "image/svg+xml", None)
    assert not reads.card(file).is_image
    assert not set("\\/\x00") & set(file.name)
    assert stat.S_IMODE(file.place().stat().st_mode) == 0o600
    assert {stat.S_IMODE(one.stat().st_mode) for one in file.place().parents[:3]} == {0o700}
    for name in ("", "..", "/", "\x00"):
        assert acts.put(by=world.actor(world.anna), name=name, content=b"x").name
    long = acts.put(by=world.actor(world.anna), name="x" * 300 + ".txt", content=b"x")
    assert len(long.name) <= 200


def test_only_the_uploader_sees_a_file_before_a_post_has_it(world: World) -> None:
    bram, dana = world.actor(world.bram), world.actor(world.dana)
    file = acts.put(by=bram, name="plan.txt", content=b"plan")
    assert reads.get(bram, file.id) == file
    assert [card.id for card in reads.own(bram, [file.id])] == [file.id]
    for person in (world.anna, world.chris, world.hanne, world.dana):
        with pytest.raises(NotFound):
            reads.get(world.actor(person), file.id)
        assert reads.own(world.actor(person), [file.id]) == []
    post = posts.write(by=bram, space=world.slip, body="Look", files=[file.id])
    assert reads.get(dana, file.id) == file
    assert reads.own(bram, [file.id]) == []
    assert [card.name for card in reads.of_posts([post.id])[post.id]] == ["plan.txt"]
    for person in (world.anna, world.hanne):
        with pytest.raises(NotFound):
            reads.get(world.actor(person), file.id)
    world.slip.memberships.filter(person=world.bram).delete()
    with pytest.raises(NotFound):
        reads.get(bram, file.id)


def test_a_post_takes_ones_own_files_once(world: World) -> None:
    anna, bram = world.actor(world.anna), world.actor(world.bram)
    file = acts.put(by=anna, name="plan.txt", content=b"plan")
    with refused("not_yours"):
        posts.write(by=bram, space=world.quay, body="Mine", files=[file.id])
    with refused("not_yours", "files"):
        posts.write(by=anna, space=world.quay, body="None", files=[1])
    posts.write(by=anna, space=world.quay, body="", files=[file.id])
    with refused("not_yours"):
        posts.write(by=anna, space=world.quay, body="Again", files=[file.id])
    many = [acts.put(by=anna, name=f"{n}.txt", content=b"x").id for n in range(11)]
    with refused("too_many"):
        posts.write(by=anna, space=world.quay, body="All", files=many)
    posts.write(by=anna, space=world.quay, body="Ten", files=many[:10])


def test_alternative_text_is_the_owners(world: World) -> None:
    anna = world.actor(world.anna)
    file = acts.put(by=anna, name="boat.png", content=picture("PNG"), alt=" A boat ")
    assert file.alt == "A boat"
    with unlogged():
        acts.describe(by=anna, file=file, alt="Three boats")
    assert File.objects.get(pk=file.pk).alt == "Three boats"
    with refused("too_long", "alt"):
        acts.describe(by=anna, file=file, alt="x" * 401)
    with unwritten(), pytest.raises(NotFound):
        acts.describe(by=world.actor(world.bram), file=file, alt="Mine")


def test_an_import_brings_files_of_others_once(world: World) -> None:
    def put(**more: object) -> File:
        return acts.put(by=IMPORTER, name="plan.txt", content=b"plan", owner_id=world.finn.id, **more)  # type: ignore[arg-type]

    one, again = put(external_key="f:1"), put(external_key="f:1")
    assert (one.id, one.owner_id) == (again.id, world.finn.id)
    own = acts.put(by=world.actor(world.anna), name="x", content=b"x", owner_id=world.bram.id)
    assert own.owner_id == world.anna.id
