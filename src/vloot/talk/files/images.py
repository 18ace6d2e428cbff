"""Reading an image and writing it anew."""

import io
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from vloot.ground.errors import Refused

_FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif"}
LONGEST_SIDE = 2400


@dataclass(frozen=True, slots=True)
class Picture:
    """An image written anew: its bytes, media type, and size in pixels."""

    content: bytes
    media_type: str
    width: int
    height: int


def read(content: bytes, *, most_pixels: int) -> Picture | None:
    """The image in `content`, upright, without metadata, at most 2400 pixels a side; None when it is no image we show.

    Raises Refused for an image that is broken or has too many pixels.
    """
    try:
        with Image.open(io.BytesIO(content), formats=list(_FORMATS)) as image:
            if image.width * image.height > most_pixels:
                raise Refused(
                    "too_many_pixels", _("This picture is too large. Make it smaller and try again.")
                )
            kept = image.format or ""
            image.load()
            upright = ImageOps.exif_transpose(image)
    except UnidentifiedImageError:
        return None
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Refused(
            "broken_image", _("This picture cannot be read. Save it again and try once more.")
        ) from error
    return _write(upright, "PNG" if kept == "GIF" else kept)


def _write(image: Image.Image, kept: str) -> Picture:
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    if kept == "JPEG" and image.mode not in ("RGB", "L"):
        image = image.convert("RGB")
    elif kept != "JPEG" and image.mode not in ("RGB", "RGBA", "L", "LA", "P"):
        image = image.convert("RGBA")
    out = io.BytesIO()
    image.save(out, kept, **({"quality": 85, "optimize": True} if kept == "JPEG" else {}))
    return Picture(out.getvalue(), _FORMATS[kept], image.width, image.height)
