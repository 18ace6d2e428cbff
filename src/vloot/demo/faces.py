"""Faces for people who do not exist: flat drawings in the colours of the harbour, each from one line in `cast/faces.toml`."""

import io
import tomllib
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw

from vloot.demo import hair
from vloot.demo.cast import FOLDER

SIZE = 960  # drawn large and kept at a third: smooth edges for nothing
KEPT = 320
Ink = tuple[int, int, int]

SKIN: dict[str, tuple[Ink, Ink]] = {  # skin, and its shade
    "1": ((250, 221, 199), (233, 190, 163)),
    "2": ((241, 200, 169), (220, 166, 132)),
    "3": ((216, 165, 124), (190, 134, 94)),
    "4": ((172, 118, 82), (143, 93, 61)),
    "5": ((120, 80, 58), (96, 61, 43)),
}
CLOTH: dict[str, Ink] = {
    "navy": (27, 52, 84),
    "teal": (31, 115, 122),
    "coral": (232, 93, 76),
    "rust": (176, 84, 52),
    "sand": (201, 172, 128),
    "slate": (84, 102, 118),
    "cream": (243, 233, 214),
    "yellow": (242, 190, 74),
    "sky": (120, 170, 200),
}
GROUND: tuple[Ink, ...] = (
    (205, 226, 232),
    (247, 226, 205),
    (214, 228, 210),
    (248, 213, 200),
    (222, 219, 236),
    (251, 236, 196),
)
INK: Ink = (43, 38, 40)


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody looks."""

    skin: Ink
    shade: Ink
    hair: str
    colour: Ink
    cloth: Ink
    extras: frozenset[str]


def draw(key: str) -> bytes:
    """The face of somebody as a PNG. Raises KeyError for who has none."""
    look = _look(_lines()[key])
    image = Image.new("RGB", (SIZE, SIZE), GROUND[sum(map(ord, key)) % len(GROUND)])
    brush = ImageDraw.Draw(image)
    hair.behind(brush, look.hair, look.colour)
    _body(brush, look)
    _head(brush, look)
    _features(brush, look)
    hair.before(brush, look.hair, look.colour)
    if "glasses" in look.extras:
        _glasses(brush)
    out = io.BytesIO()
    image.resize((KEPT, KEPT), Image.Resampling.LANCZOS).save(out, "PNG")
    return out.getvalue()


@cache
def _lines() -> dict[str, str]:
    with (FOLDER / "faces.toml").open("rb") as file:
        return tomllib.load(file)


def _look(line: str) -> Look:
    skin, style, colour, cloth, *extras = line.split()
    light, shade = SKIN[skin]
    inks = {**CLOTH, **hair.COLOURS}
    return Look(light, shade, style, inks[colour], CLOTH[cloth], frozenset(extras))


def _body(brush: ImageDraw.ImageDraw, look: Look) -> None:
    brush.rounded_rectangle((400, 560, 560, 800), 70, fill=look.shade)
    brush.ellipse((150, 735, 810, 1300), fill=look.cloth)
    brush.ellipse((385, 690, 575, 800), fill=look.skin)
    if "collar" in look.extras:
        brush.polygon([(370, 745), (480, 850), (415, 890), (330, 775)], fill=(250, 247, 240))
        brush.polygon([(590, 745), (480, 850), (545, 890), (630, 775)], fill=(250, 247, 240))


def _head(brush: ImageDraw.ImageDraw, look: Look) -> None:
    for x in (262, 620):
        brush.ellipse((x, 420, x + 78, 530), fill=look.shade)
    brush.ellipse((285, 205, 675, 690), fill=look.skin)
    if "earring" in look.extras:
        for x in (284, 648):
            brush.ellipse((x, 520, x + 28, 548), fill=(242, 190, 74))
    if "beard" in look.extras:
        beard = look.colour
        brush.chord((285, 300, 675, 715), 12, 168, fill=beard)
        brush.ellipse((375, 425, 585, 610), fill=look.skin)
    if "stubble" in look.extras:
        mixed = tuple((s * 3 + c) // 4 for s, c in zip(look.skin, look.colour, strict=True))
        brush.chord((285, 290, 675, 692), 22, 158, fill=mixed)
        brush.ellipse((370, 420, 590, 600), fill=look.skin)


def _features(brush: ImageDraw.ImageDraw, look: Look) -> None:
    brow = (
        tuple(part * 3 // 4 for part in look.colour)
        if look.hair not in ("scarf", "helmet", "beanie", "cap")
        else INK
    )
    for x in (390, 570):
        brush.ellipse((x - 21, 425, x + 21, 473), fill=INK)
        brush.ellipse((x + 2, 431, x + 15, 446), fill=(255, 255, 255))
        brush.arc((x - 48, 365, x + 48, 455), 215, 325, fill=brow, width=15)
    brush.arc((447, 440, 513, 540), 30, 150, fill=look.shade, width=14)
    for x in () if "beard" in look.extras else (350, 610):
        brush.ellipse((x - 38, 505, x + 38, 555), fill=_blush(look.skin))
    brush.chord((405, 505, 555, 625), 15, 165, fill=(158, 58, 52))
    brush.chord((420, 545, 540, 590), 180, 360, fill=(255, 252, 248))
    if "mous" in look.extras:
        brush.pieslice((375, 525, 485, 610), 180, 360, fill=look.colour)
        brush.pieslice((475, 525, 585, 610), 180, 360, fill=look.colour)


def _blush(skin: Ink) -> Ink:
    red, green, blue = skin
    return min(255, red + 6), max(0, green - 26), max(0, blue - 22)


def _glasses(brush: ImageDraw.ImageDraw) -> None:
    for x in (390, 570):
        brush.ellipse((x - 72, 382, x + 72, 516), outline=INK, width=14)
    brush.arc((455, 415, 505, 465), 200, 340, fill=INK, width=14)
    brush.line((318, 440, 288, 432), fill=INK, width=12)
    brush.line((642, 440, 672, 432), fill=INK, width=12)
