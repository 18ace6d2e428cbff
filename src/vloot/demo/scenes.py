"""Views of the yard and its water: a sky, and silhouettes before it."""

import io
import math
import random
from collections.abc import Callable

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1200, 720
HORIZON = 430
Ink = tuple[int, int, int]
Brush = ImageDraw.ImageDraw

SKIES: dict[str, tuple[Ink, Ink, Ink]] = {  # above, at the horizon, the things before it
    "morning": ((150, 178, 196), (228, 226, 214), (36, 62, 84)),
    "noon": ((118, 178, 214), (226, 240, 242), (30, 74, 96)),
    "evening": ((70, 92, 134), (248, 178, 128), (30, 38, 60)),
    "fog": ((196, 204, 208), (224, 226, 224), (104, 118, 128)),
}


def paint(sky: str, things: list[str]) -> bytes:
    """A JPEG of a scene with some of: water, quay, crane, rain, hills, barge, bridge, flags, people, posts, above."""
    over, horizon, dark = SKIES[sky]
    image = _gradient(over, horizon)
    brush = ImageDraw.Draw(image)
    for thing in things:
        _THINGS[thing](brush, dark)
    softened = image.filter(ImageFilter.GaussianBlur(1.2))
    out = io.BytesIO()
    softened.save(out, "JPEG", quality=84)
    return out.getvalue()


def _gradient(over: Ink, horizon: Ink) -> Image.Image:
    column = Image.new("RGB", (1, HEIGHT))
    for y in range(HEIGHT):
        part = min(1.0, y / HORIZON)
        column.putpixel((0, y), _mix(over, horizon, part))
    return column.resize((WIDTH, HEIGHT))


def _mix(one: Ink, other: Ink, part: float) -> Ink:
    mixed = [int(a + (b - a) * part) for a, b in zip(one, other, strict=True)]
    return mixed[0], mixed[1], mixed[2]


def _water(brush: Brush, dark: Ink) -> None:
    chance = random.Random(3)
    for y in range(HORIZON, HEIGHT, 3):
        part = (y - HORIZON) / (HEIGHT - HORIZON)
        brush.line((0, y, WIDTH, y), fill=_mix((196, 212, 214), dark, 0.15 + 0.55 * part), width=3)
    for _n in range(160):
        y = chance.randrange(HORIZON + 8, HEIGHT)
        x, long = chance.randrange(WIDTH), chance.randrange(20, 120) * (y - HORIZON + 60) // 250
        brush.line((x, y, x + long, y), fill=(228, 236, 234), width=2)


def _hills(brush: Brush, dark: Ink) -> None:
    for depth, lift in ((0.65, 120), (0.4, 70)):
        top = [(x, HORIZON - lift - 34 * math.sin(x / 170 + lift)) for x in range(0, WIDTH + 40, 40)]
        brush.polygon([(0, HORIZON + 4), *top, (WIDTH, HORIZON + 4)], fill=_mix(dark, (222, 222, 216), depth))


def _quay(brush: Brush, dark: Ink) -> None:
    brush.rectangle((0, HORIZON - 26, WIDTH, HORIZON + 16), fill=_mix(dark, (160, 150, 138), 0.6))
    brush.polygon(
        [(40, HORIZON - 26), (40, 270), (230, 215), (420, 270), (420, HORIZON - 26)],
        fill=_mix(dark, (176, 84, 52), 0.6),
    )
    for x in (80, 170, 260, 350):
        brush.rectangle((x, 310, x + 46, HORIZON - 26), fill=_mix(dark, (240, 226, 200), 0.25))


def _crane(brush: Brush, dark: Ink) -> None:
    blue = _mix(dark, (38, 104, 160), 0.6)
    for x in (640, 760):
        brush.line((x, HORIZON - 26, 700, 150), fill=blue, width=16)
    for y in (220, 290, 360):
        brush.line((660, y, 740, y), fill=blue, width=8)
    brush.line((560, 190, 1080, 60), fill=blue, width=16)
    brush.line((700, 60, 1080, 60), fill=blue, width=5)
    brush.line((700, 60, 700, 190), fill=blue, width=10)
    brush.rectangle((690, 176, 750, 226), fill=(242, 190, 74))
    brush.line((1020, 76, 1020, 300), fill=dark, width=4)
    brush.arc((1003, 296, 1037, 338), 330, 200, fill=dark, width=8)


def _barge(brush: Brush, dark: Ink) -> None:
    hull = [(230, 418), (980, 418), (1040, 392), (1030, 470), (960, 498), (250, 498), (215, 440)]
    brush.polygon(hull, fill=dark)
    brush.rectangle((215, 440, 1030, 450), fill=_mix(dark, (232, 93, 76), 0.75))
    brush.rectangle((420, 388, 900, 420), fill=_mix(dark, (210, 190, 150), 0.55))
    brush.rectangle((270, 330, 390, 420), fill=_mix(dark, (246, 238, 220), 0.9))
    for x in (284, 322, 360):
        brush.rectangle((x, 344, x + 24, 378), fill=_mix(dark, (120, 170, 200), 0.6))
    brush.line((1000, 390, 1000, 320), fill=dark, width=6)


def _bridge(brush: Brush, dark: Ink) -> None:
    grey = _mix(dark, (150, 150, 160), 0.5)
    brush.line((0, 330, WIDTH, 330), fill=grey, width=18)
    for x in range(60, WIDTH, 360):
        brush.rectangle((x, 330, x + 26, HORIZON + 20), fill=grey)
        brush.arc((x, 210, x + 360, 450), 180, 360, fill=grey, width=10)


def _flags(brush: Brush, dark: Ink) -> None:
    del dark
    for n in range(17):
        x, y = 420 + n * 34, 250 + 46 * math.sin(n / 16 * math.pi)
        colour = ((232, 93, 76), (242, 190, 74), (31, 115, 122), (255, 255, 255))[n % 4]
        brush.polygon([(x, y), (x + 26, y), (x + 13, y + 34)], fill=colour)


def _people(brush: Brush, dark: Ink) -> None:
    chance = random.Random(11)
    for n in range(46):
        x, y = chance.randrange(10, WIDTH - 10), HORIZON - chance.randrange(6, 34)
        high = chance.randrange(30, 58)
        cloth = ((232, 93, 76), (242, 190, 74), (31, 115, 122), (84, 102, 118), (250, 244, 230))[n % 5]
        brush.rounded_rectangle((x - 9, y - high + 16, x + 9, y + 14), 8, fill=_mix(dark, cloth, 0.8))
        brush.ellipse((x - 8, y - high, x + 8, y - high + 16), fill=((222, 178, 146), (150, 104, 74))[n % 2])


def _posts(brush: Brush, dark: Ink) -> None:
    for x in range(480, 1150, 112):
        brush.rectangle((x, 330, x + 40, HORIZON - 20), fill=_mix(dark, (84, 102, 118), 0.8))
        brush.rectangle((x + 8, 342, x + 32, 362), fill=(242, 190, 74))


def _rain(brush: Brush, dark: Ink) -> None:
    chance = random.Random(5)
    for _n in range(420):
        x, y = chance.randrange(WIDTH), chance.randrange(HEIGHT)
        brush.line((x, y, x - 6, y + 26), fill=_mix(dark, (225, 232, 236), 0.75), width=2)


def _above(brush: Brush, dark: Ink) -> None:
    brush.rectangle((0, 0, WIDTH, HEIGHT), fill=_mix(dark, (70, 120, 130), 0.7))
    for x in (90, 430):
        brush.rounded_rectangle((x, 220, x + 320, 500), 18, fill=(150, 96, 66))
        brush.rectangle((x + 24, 250, x + 296, 470), fill=(112, 72, 52))
    brush.rounded_rectangle((780, 250, 1090, 470), 40, fill=(232, 226, 212))
    brush.rounded_rectangle((850, 300, 960, 420), 12, fill=(120, 170, 200))
    brush.ellipse((990, 320, 1060, 390), fill=(60, 60, 64))
    brush.line([(1000, 340), (1018, 352), (1012, 366), (1034, 380)], fill=(240, 120, 90), width=4)


_THINGS: dict[str, Callable[[Brush, Ink], None]] = {
    "water": _water,
    "hills": _hills,
    "quay": _quay,
    "crane": _crane,
    "barge": _barge,
    "bridge": _bridge,
    "flags": _flags,
    "people": _people,
    "posts": _posts,
    "rain": _rain,
    "above": _above,
}
