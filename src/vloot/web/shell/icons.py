"""Icons come from one drawn sheet, `static/img/icons.svg`, made from lucide; a page points at them, `base.css` draws them."""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide

NAMES = (
    "anchor arrow-left arrow-right arrow-up badge-check bell bell-off bell-ring "
    "book-open bookmark bot calendar calendar-off check chevron-down "
    "chevron-left chevron-right circle-alert circle-check clock coffee compass copy download ellipsis eye eye-off file "
    "file-text flag globe hand-heart heart heart-handshake history house image info key key-round languages life-buoy "
    "lightbulb link list-ordered lock lock-open log-in log-out mail map-pin megaphone menu message-circle "
    "message-circle-question-mark messages-square monitor moon network paperclip pencil pin plus printer quote reply "
    "rotate-ccw sailboat scroll-text search send settings shield-check smartphone smile sparkles sprout sun sun-moon "
    "sunrise trash-2 undo-2 upload user user-plus user-round users users-round vote wifi-off x"
).split()


@cache
def icon(name: str, label: str = "") -> SafeString:
    """The SVG that points at icon `name`. Raises KeyError for an icon that is not on the sheet."""
    if name not in NAMES:
        raise KeyError(name)
    use = format_html('<use href="{}#{}"></use>', static("img/icons.svg"), name)
    if label:
        return format_html('<svg class="icon" role="img" aria-label="{}">{}</svg>', label, use)
    return format_html('<svg class="icon" aria-hidden="true">{}</svg>', use)


def sheet() -> str:
    """The whole sheet as SVG text: what `static/img/icons.svg` must be."""
    symbols = "\n".join(_symbol(name) for name in NAMES)
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'


def _symbol(name: str) -> str:
    drawing = ElementTree.fromstring(lucide(name))  # noqa: S314 - drawn by the library, not sent by anybody
    inner = "".join(ElementTree.tostring(child, encoding="unicode").strip() for child in drawing)
    return f'<symbol id="{name}" viewBox="0 0 24 24">{inner}</symbol>'
