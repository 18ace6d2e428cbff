"""What somebody typed, made fit to be kept."""

from django.utils.translation import gettext as _

from vloot.ground.errors import Refused

LONGEST, LONGEST_REASON = 1000, 400


def clean(text: str, field: str, missing: str, longest: int = LONGEST) -> str:
    """What was typed, without what stands around it. Raises Refused when it is nothing or too long."""
    typed = text.replace("\x00", "").replace("\r\n", "\n").strip()
    if not typed:
        raise Refused("empty", missing, field)
    if len(typed) > longest:
        said = _("This is too long: at most %(most)d characters.") % {"most": longest}
        raise Refused("too_long", said, field)
    return typed
