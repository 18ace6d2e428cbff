"""Small drawings: what somebody would photograph close up or sketch on paper."""

import io
from collections.abc import Callable

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1000, 640
CREAM, SEA, CORAL, TEAL, SAND, INK = (
    (250, 243, 230),
    (27, 52, 84),
    (232, 93, 76),
    (31, 115, 122),
    (201, 172, 128),
    (43, 38, 40),
)
Brush = ImageDraw.ImageDraw


def draw(what: str) -> bytes:
    """A PNG of one of: stairs, mussel, nest, notebook, plan, stand, aisles."""
    image = Image.new("RGB", (WIDTH, HEIGHT), CREAM)
    _DRAWINGS[what](ImageDraw.Draw(image))
    return _png(image)


def letter(lines: list[str]) -> bytes:
    """A PNG of these words painted on a hull, one line under another."""
    image = Image.new("RGB", (WIDTH, 180 + 170 * len(lines)), (24, 70, 66) if len(lines) == 1 else SEA)
    brush = ImageDraw.Draw(image)
    for y in range(60, image.height, 120):
        brush.line((0, y, WIDTH, y), fill=(20, 58, 60), width=3)
        for x in range(30, WIDTH, 60):
            brush.ellipse((x - 4, y - 4, x + 4, y + 4), fill=(48, 92, 92))
    font = ImageFont.load_default(92)
    for n, line in enumerate(lines):
        y = 175 + 170 * n
        brush.text((WIDTH / 2 + 4, y + 5), line, fill=(12, 30, 34), font=font, anchor="mm")
        brush.text((WIDTH / 2, y), line, fill=CREAM, font=font, anchor="mm")
    return _png(image)


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _stairs(brush: Brush) -> None:
    brush.rectangle((0, 430, WIDTH, HEIGHT), fill=(96, 140, 150))
    for n in range(7):
        x, y = 170 + n * 100, 150 + n * 60
        brush.rectangle((x, y, x + 120, y + 18), fill=CORAL if n == 2 else (84, 102, 118))
        brush.line((x + 10, y, x + 10, y - 120), fill=(84, 102, 118), width=10)
    brush.line((180, 30, 780, 390), fill=(84, 102, 118), width=14)
    for n in range(9):
        brush.line((60 + n * 60, 120, 100 + n * 60, 60), fill=CORAL if n % 2 else (255, 255, 255), width=26)


def _mussel(brush: Brush) -> None:
    brush.ellipse((260, 150, 760, 430), fill=(38, 48, 76))
    brush.polygon([(172, 372), (300, 205), (420, 415)], fill=(38, 48, 76))
    for n in range(6):
        brush.arc(
            (280 + n * 34, 170 + n * 20, 740 - n * 14, 415 - n * 22), 190, 350, fill=(92, 106, 146), width=5
        )
    brush.rectangle((120, 510, 880, 580), fill=(242, 190, 74))
    for n in range(38):
        long = 40 if n % 5 == 0 else 22
        brush.line((130 + n * 20, 510, 130 + n * 20, 510 + long), fill=INK, width=3)
    for n in range(8):
        brush.text((134 + n * 100, 556), str(n), fill=INK, font=ImageFont.load_default(22))


def _nest(brush: Brush) -> None:
    brush.rectangle((0, 440, WIDTH, 520), fill=(150, 150, 156))
    for n in range(60):
        x, y = 230 + (n * 97) % 520, 330 + (n * 53) % 110
        brush.line(
            (x, y, x + 90 - (n * 31) % 150, y + 30 - (n * 17) % 60),
            fill=((148, 112, 70), (112, 82, 52), SAND)[n % 3],
            width=9,
        )
    brush.ellipse((330, 320, 680, 430), fill=(92, 68, 46))
    for x, y in ((390, 330), (460, 345), (530, 338), (590, 328)):
        brush.ellipse((x, y, x + 66, y + 84), fill=(140, 196, 190))
        brush.ellipse((x + 14, y + 12, x + 30, y + 34), fill=(182, 222, 216))


def _notebook(brush: Brush) -> None:
    brush.rectangle((0, 0, WIDTH, HEIGHT), fill=(112, 82, 60))
    brush.polygon([(210, 90), (780, 60), (820, 560), (240, 590)], fill=(58, 40, 34))
    brush.polygon([(230, 80), (770, 52), (806, 540), (256, 572)], fill=(226, 206, 164))
    brush.rounded_rectangle((350, 170, 680, 330), 12, fill=(246, 236, 208))
    brush.text((515, 220), "1931", fill=(70, 50, 40), font=ImageFont.load_default(64), anchor="mm")
    brush.text((515, 288), "Doopschrift", fill=(70, 50, 40), font=ImageFont.load_default(34), anchor="mm")
    brush.line((256, 572, 230, 80), fill=(150, 60, 50), width=26)


def _plan(brush: Brush) -> None:
    brush.rectangle((0, 470, WIDTH, HEIGHT), fill=(150, 194, 204))
    font = ImageFont.load_default(24)
    for x, wide, name in ((60, 240, "Hal 1"), (340, 240, "Hal 2"), (620, 320, "Magazijn")):
        brush.rectangle((x, 60, x + wide, 250), fill=SAND, outline=SEA, width=4)
        brush.text((x + wide / 2, 150), name, fill=SEA, font=font, anchor="mm")
    for y, colour, name in ((310, CORAL, "heftrucks"), (420, TEAL, "voetgangers")):
        for x in range(60, 900, 44):
            brush.line((x, y, x + 28, y), fill=colour, width=10)
        brush.polygon([(900, y - 20), (940, y), (900, y + 20)], fill=colour)
        brush.text((70, y + 14), name, fill=colour, font=font)
    brush.text((70, 540), "Schelde", fill=SEA, font=font)
    brush.ellipse((560, 280, 600, 320), fill=(242, 190, 74), outline=SEA, width=4)
    brush.text((610, 272), "spiegel", fill=SEA, font=font)


def _stand(brush: Brush) -> None:
    font = ImageFont.load_default(26)
    brush.rectangle((80, 80, 920, 560), outline=SEA, width=6)
    for box, colour, name in (
        ((110, 330, 300, 520), SAND, "counter"),
        ((400, 150, 620, 380), TEAL, "rack (empty!)"),
        ((700, 420, 770, 490), CORAL, "chair"),
        ((800, 420, 870, 490), CORAL, "chair"),
    ):
        brush.rounded_rectangle(box, 12, fill=colour)
        brush.text(((box[0] + box[2]) / 2, box[3] + 8), name, fill=SEA, font=font, anchor="ma")
    brush.ellipse((800, 130, 880, 210), fill=(96, 150, 104))
    brush.text((840, 218), "plant", fill=SEA, font=font, anchor="ma")
    brush.text((500, 600), "6 x 4 m, aisle on this side", fill=SEA, font=font, anchor="mm")


def _aisles(brush: Brush) -> None:
    font = ImageFont.load_default(24)
    for y, name in ((90, "A"), (370, "B")):
        brush.text((40, y + 70), name, fill=SEA, font=ImageFont.load_default(54), anchor="lm")
        for n, part in enumerate(("bolts", "nuts", "washers", "HEAVY", "hoses", "clamps")):
            colour = CORAL if part == "HEAVY" else SAND
            brush.rectangle((110 + n * 140, y, 235 + n * 140, y + 140), fill=colour, outline=SEA, width=4)
            brush.text((172 + n * 140, y + 70), part, fill=SEA, font=font, anchor="mm")
        for x in (110, 935):
            brush.ellipse((x - 18, y + 160, x + 18, y + 196), fill=TEAL)
    brush.text((110, 590), "green = gloves", fill=TEAL, font=font)


_DRAWINGS: dict[str, Callable[[Brush], None]] = {
    "stairs": _stairs,
    "mussel": _mussel,
    "nest": _nest,
    "notebook": _notebook,
    "plan": _plan,
    "stand": _stand,
    "aisles": _aisles,
}
