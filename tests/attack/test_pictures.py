"""Pictures are opened by this machine: none of them makes it fall over, none keeps what was hidden in it."""

import contextlib
import io
import struct
import time
import zlib

import pytest
from PIL import Image

from tests.talk.ways import refused
from tests.world import World
from vloot.ground.errors import Refused
from vloot.people import acts as people
from vloot.talk.files import acts as files

SCRIPT = b"<script>alert(1)</script>"


def png(width: int, height: int) -> bytes:
    """A PNG that says it is this large, and holds a few lines of it."""
    rows = zlib.compress(b"\0" * 5000, 9)
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)),
        (b"IDAT", rows),
        (b"IEND", b""),
    ]
    made = b"\x89PNG\r\n\x1a\n"
    for name, content in parts:
        made += (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )
    return made


def gif() -> bytes:
    """A picture that is a script too, for who reads it as one."""
    out = io.BytesIO()
    Image.new("P", (8, 8)).save(out, "GIF", comment=SCRIPT)
    return out.getvalue() + SCRIPT


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize(
    "size", [(9_000, 9_000), (60_000, 60_000), (2**31 - 1, 2**31 - 1), (0, 0), (2**30, 1)]
)
def test_a_bomb_is_not_unpacked(world: World, size: tuple[int, int]) -> None:
    anna = world.actor(world.anna)
    picture = png(*size)
    begun = time.process_time()
    with pytest.raises(Refused):
        people.set_face(by=anna, person_id=anna.person_id, picture=picture)
    # What is no picture at all may still be kept, as a file like any other.
    with contextlib.suppress(Refused):
        assert files.put(by=anna, name="a.png", content=picture).width is None
    assert time.process_time() - begun < 1


def test_what_is_hidden_in_a_picture_is_gone(world: World) -> None:
    file = files.put(by=world.actor(world.anna), name="a.gif", content=gif())
    assert file.media_type == "image/png"
    assert SCRIPT not in file.place().read_bytes()


def test_a_half_picture_is_refused(world: World) -> None:
    out = io.BytesIO()
    Image.effect_noise((64, 64), 90).save(out, "PNG")
    with refused("broken_image"):
        files.put(by=world.actor(world.anna), name="a.png", content=out.getvalue()[:1500])
    with refused("empty_file"):
        files.put(by=world.actor(world.anna), name="a.png", content=b"")
