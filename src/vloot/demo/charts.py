"""Charts as somebody would paste them in: lines and bars with a title and a legend."""

import io
import math
from collections.abc import Mapping
from typing import Any

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1000, 560
LEFT, TOP, RIGHT, BOTTOM = 90, 90, 960, 460
PAPER, INK, RULE = (255, 253, 248), (27, 52, 84), (222, 216, 204)
COLOURS = ((31, 115, 122), (232, 93, 76), (176, 130, 40))


def draw(chart: Mapping[str, Any]) -> bytes:
    """A PNG of `chart`: "lines" or "bars" with `title`, `across` and `series`, each a name and its numbers."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    brush = ImageDraw.Draw(image)
    brush.text((LEFT, 26), chart["title"], fill=INK, font=_font(30))
    series = [(str(name), [float(n) for n in numbers]) for name, *numbers in chart["series"]]
    top = _round_up(max(n for _name, numbers in series for n in numbers))
    _grid(brush, top)
    brush.text((RIGHT - 10, BOTTOM + 14), chart["across"], fill=INK, font=_font(20), anchor="ra")
    if chart["chart"] == "bars":
        _bars(brush, series, top)
    else:
        _lines(brush, series, top)
        _legend(brush, [name for name, _numbers in series])
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _round_up(value: float) -> float:
    step = float(10.0 ** math.floor(math.log10(value)))
    return next(step * times for times in (1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10) if step * times >= value)


def _grid(brush: ImageDraw.ImageDraw, top: float) -> None:
    for n in range(5):
        y = BOTTOM - (BOTTOM - TOP) * n / 4
        brush.line((LEFT, y, RIGHT, y), fill=RULE, width=2)
        brush.text((LEFT - 12, y), f"{top * n / 4:g}", fill=INK, font=_font(20), anchor="rm")


def _lines(brush: ImageDraw.ImageDraw, series: list[tuple[str, list[float]]], top: float) -> None:
    for number, (_name, values) in enumerate(series):
        step = (RIGHT - LEFT) / (len(values) - 1)
        points = [(LEFT + step * n, BOTTOM - (BOTTOM - TOP) * v / top) for n, v in enumerate(values)]
        brush.line(points, fill=COLOURS[number], width=6, joint="curve")
        for x, y in points:
            brush.ellipse((x - 7, y - 7, x + 7, y + 7), fill=PAPER, outline=COLOURS[number], width=4)


def _bars(brush: ImageDraw.ImageDraw, series: list[tuple[str, list[float]]], top: float) -> None:
    step = (RIGHT - LEFT) / len(series)
    for number, (name, values) in enumerate(series):
        x, y = LEFT + step * (number + 0.5), BOTTOM - (BOTTOM - TOP) * values[0] / top
        brush.rounded_rectangle((x - 90, y, x + 90, BOTTOM), 10, fill=COLOURS[number])
        brush.text((x, y - 8), f"{values[0]:g}", fill=INK, font=_font(26), anchor="mb")
        brush.text((x, BOTTOM + 12), name, fill=INK, font=_font(22), anchor="ma")


def _legend(brush: ImageDraw.ImageDraw, names: list[str]) -> None:
    x = LEFT
    for number, name in enumerate(names):
        brush.ellipse((x, BOTTOM + 48, x + 20, BOTTOM + 68), fill=COLOURS[number])
        brush.text((x + 30, BOTTOM + 58), name, fill=INK, font=_font(22), anchor="lm")
        x += 60 + int(brush.textlength(name, font=_font(22)))


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)
