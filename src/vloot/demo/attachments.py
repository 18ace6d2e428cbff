"""Pictures, tables and papers that hang on the posts of the demo, each made from its lines in `cast/files.toml`."""

import tomllib
from functools import cache
from typing import Any, TypedDict

from vloot.demo import charts, drawings, scenes, sounds
from vloot.demo.cast import FOLDER


class Attachment(TypedDict):
    """What the act that stores a file asks for."""

    name: str
    content: bytes
    alt: str


def make(name: str) -> Attachment:
    """The file of this name. Raises KeyError for one that `files.toml` does not describe."""
    line = _lines()[name]
    return Attachment(name=name, content=_content(line), alt=line.get("alt", ""))


def _content(line: dict[str, Any]) -> bytes:
    if "scene" in line:
        return scenes.paint(line["scene"], line["things"])
    if "drawing" in line:
        return drawings.draw(line["drawing"])
    if "lettering" in line:
        return drawings.letter(line["lettering"])
    if "chart" in line:
        return charts.draw(line)
    if "horn" in line:
        return sounds.horn(line["horn"])
    if "page" in line:
        return paper(line["page"])
    return "\r\n".join(line["rows"]).encode("utf-8-sig")


def paper(lines: list[str]) -> bytes:
    """A PDF of one page with these lines; characters outside Latin-1 become question marks."""
    words = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
    text = f"BT /F1 12 Tf 60 770 Td 18 TL\n{words}ET".encode("latin-1", "replace")
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(bodies) + 1
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (count, table, tail)


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


@cache
def _lines() -> dict[str, Any]:
    with (FOLDER / "files.toml").open("rb") as file:
        return tomllib.load(file)
