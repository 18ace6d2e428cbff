"""Reading an image and writing it anew."""

import contextlib
import io
import struct
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from vloot.ground.errors import Refused

_FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif"}
LONGEST_SIDE = 2400

# What Pillow raises on bytes that are not what they say.
_DAMAGED = (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, struct.error)


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
                raise _too_many_pixels()
            # What telephones write as two pictures in one JPEG opens as "MPO".
            kept = image.format if image.format in _FORMATS else "JPEG"
            image.load()
            upright = ImageOps.exif_transpose(image)
            return _write(_bare(upright), "PNG" if kept == "GIF" else kept)
    except UnidentifiedImageError:
        return None
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except _DAMAGED as error:
        raise Refused(
            "broken_image", _("This picture cannot be read. Save it again and try once more.")
        ) from error


def _too_many_pixels() -> Refused:
    return Refused("too_many_pixels", _("This picture is too large. Make it smaller and try again."))


def _bare(image: Image.Image) -> Image.Image:
    """The pixels alone, in the colours every screen knows; of what stands beside them only what is see-through."""
    if profile := image.info.get("icc_profile"):
        with contextlib.suppress(ImageCms.PyCMSError, OSError, ValueError):
            known = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            image = ImageCms.profileToProfile(image, known, ImageCms.createProfile("sRGB")) or image
    image.info = {name: value for name, value in image.info.items() if name == "transparency"}
    return image


def _write(image: Image.Image, kept: str) -> Picture:
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    if kept == "JPEG" and image.mode not in ("RGB", "L"):
        image = image.convert("RGB")
    elif kept != "JPEG" and image.mode not in ("RGB", "RGBA", "L", "LA", "P"):
        image = image.convert("RGBA")
    out = io.BytesIO()
    image.save(out, kept, **({"quality": 85, "optimize": True} if kept == "JPEG" else {}))
    return Picture(out.getvalue(), _FORMATS[kept], image.width, image.height)
