"""Hair, scarves and hats for the drawn faces: what lies behind the head, and what lies before it."""

from PIL import ImageDraw

Brush = ImageDraw.ImageDraw
Ink = tuple[int, int, int]
COLOURS: dict[str, Ink] = {
    "black": (38, 32, 36),
    "brown": (86, 56, 42),
    "chestnut": (126, 78, 50),
    "blond": (226, 184, 108),
    "red": (190, 92, 48),
    "grey": (150, 148, 150),
    "white": (226, 222, 216),
}


def behind(brush: Brush, style: str, colour: Ink) -> None:
    """What falls behind head and shoulders."""
    if style == "long":
        brush.rounded_rectangle((245, 240, 715, 850), 210, fill=colour)
    elif style == "bob":
        brush.rounded_rectangle((248, 200, 712, 640), 190, fill=colour)
    elif style == "curls":
        for x, y, r in (
            (290, 330, 110),
            (670, 330, 110),
            (260, 470, 100),
            (700, 470, 100),
            (300, 590, 85),
            (660, 590, 85),
        ):
            brush.ellipse((x - r, y - r, x + r, y + r), fill=colour)
    elif style == "bun":
        brush.ellipse((375, 60, 585, 270), fill=_darker(colour))
    elif style == "ponytail":
        brush.ellipse((590, 215, 790, 420), fill=_darker(colour))
        brush.polygon([(690, 300), (800, 420), (775, 690), (705, 640), (650, 360)], fill=_darker(colour))
    elif style == "scarf":
        brush.ellipse((225, 150, 735, 780), fill=_darker(colour))
        brush.ellipse((250, 640, 710, 900), fill=_darker(colour))


def before(brush: Brush, style: str, colour: Ink) -> None:
    """What lies on the forehead and above it."""
    if style in ("cap", "helmet", "beanie"):
        _hat(brush, style, colour)
    elif style == "scarf":
        _scarf(brush, colour)
    elif style == "bald":
        brush.arc((283, 300, 330, 520), 120, 250, fill=colour, width=22)
        brush.arc((630, 300, 677, 520), 290, 60, fill=colour, width=22)
    elif style == "crop":
        brush.chord((280, 190, 680, 620), 196, 344, fill=colour)
    elif style == "short":
        brush.chord((268, 165, 692, 640), 190, 350, fill=colour)
        brush.polygon([(300, 345), (430, 300), (400, 395)], fill=colour)
        brush.polygon([(400, 320), (560, 290), (480, 390)], fill=colour)
    elif style == "side":
        brush.chord((270, 160, 690, 640), 186, 354, fill=colour)
        brush.polygon([(285, 400), (300, 290), (600, 300), (430, 345), (330, 350)], fill=colour)
    elif style == "curls":
        for x, y, r in ((330, 270, 95), (430, 215, 100), (540, 215, 100), (635, 275, 95)):
            brush.ellipse((x - r, y - r, x + r, y + r), fill=colour)
    else:  # long, bob, bun and ponytail: parted in the middle
        half = [
            (258, 470),
            (256, 330),
            (306, 222),
            (395, 172),
            (482, 160),
            (484, 232),
            (440, 292),
            (360, 342),
            (300, 398),
        ]
        brush.polygon(half, fill=colour)
        brush.polygon([(960 - x, y) for x, y in half], fill=colour)


def _scarf(brush: Brush, colour: Ink) -> None:
    brush.arc((232, 150, 728, 770), 135, 405, fill=colour, width=95)
    brush.chord((240, 155, 720, 600), 200, 340, fill=colour)
    brush.arc((300, 180, 660, 560), 205, 335, fill=_darker(colour), width=10)


def _hat(brush: Brush, style: str, colour: Ink) -> None:
    if style == "beanie":
        brush.chord((268, 130, 692, 620), 188, 352, fill=colour)
        brush.rounded_rectangle((262, 300, 698, 385), 42, fill=_darker(colour))
        brush.ellipse((435, 85, 525, 175), fill=_darker(colour))
    elif style == "cap":
        brush.chord((272, 150, 688, 600), 186, 354, fill=(27, 52, 84))
        brush.rounded_rectangle((250, 315, 620, 372), 28, fill=(19, 38, 62))
        brush.arc((285, 330, 330, 500), 110, 250, fill=colour, width=22)
    else:
        brush.chord((255, 120, 705, 640), 184, 356, fill=colour)
        brush.rounded_rectangle((228, 330, 732, 384), 27, fill=_darker(colour))
        brush.rounded_rectangle((448, 122, 512, 335), 30, fill=_darker(colour))


def _darker(colour: Ink) -> Ink:
    red, green, blue = colour
    return red * 82 // 100, green * 82 // 100, blue * 82 // 100
