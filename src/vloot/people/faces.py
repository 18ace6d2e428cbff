"""Faces: pictures of people, made small and stripped of all that came with them (place, camera, time)."""

from __future__ import annotations

import io
import secrets

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from vloot.ground.errors import NotFound, Refused

WIDTHS = (96, 320)
LARGEST_BYTES = 8 * 1024 * 1024
LARGEST_PIXELS = 50_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")


def keep(picture: bytes) -> str:
    """Check a picture, cut it square and store it in every width; returns its new name.

    Raises Refused when it is too large or no picture.
    """
    square = _opened(picture)
    name = secrets.token_hex(16)
    for width in WIDTHS:
        out = io.BytesIO()
        # A fresh image: nothing of the original's metadata can ride along.
        small = Image.new("RGB", (width, width), "white")
        small.paste(ImageOps.fit(square, (width, width), Image.Resampling.LANCZOS))
        small.save(out, "WEBP", quality=82, method=4)
        default_storage.save(_path(name, width), ContentFile(out.getvalue()))
    return name


def read(name: str, width: int) -> bytes:
    """The bytes of a stored face (WebP). Raises NotFound."""
    if not (len(name) == 32 and name.isalnum() and width in WIDTHS):
        raise NotFound
    try:
        with default_storage.open(_path(name, width)) as kept:
            return bytes(kept.read())
    except FileNotFoundError:
        raise NotFound from None


def drop(name: str) -> None:
    """Remove a stored face; nothing happens when there is none."""
    if name:
        for width in WIDTHS:
            default_storage.delete(_path(name, width))


def _opened(picture: bytes) -> Image.Image:
    if len(picture) > LARGEST_BYTES:
        raise Refused("face.large", _("This picture is larger than 8 MB. Choose a smaller one."), "face")
    try:
        with Image.open(io.BytesIO(picture), formats=_FORMATS) as opened:
            if opened.width * opened.height > LARGEST_PIXELS:
                raise Refused(
                    "face.large", _("This picture has too many pixels. Choose a smaller one."), "face"
                )
            upright = ImageOps.exif_transpose(opened).convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise Refused(
            "face.bad", _("This is not a picture we can read. Use JPEG, PNG, WebP or GIF."), "face"
        ) from None
    paper = Image.new("RGBA", upright.size, "white")
    return Image.alpha_composite(paper, upright).convert("RGB")


def _path(name: str, width: int) -> str:
    return f"faces/{name[:2]}/{name}-{width}.webp"
