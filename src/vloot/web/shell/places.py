"""Where one can go: the rooms that exist, in one order, in every navigation."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext, gettext_noop
from msgspec import Struct


class Place(Struct, frozen=True):
    """One entry of the navigation, ready to show."""

    key: str
    label: str
    url: str
    icon: str
    is_here: bool
    is_at_thumb: bool


# key, English name, URL name, icon, on the phone's bar
PLACES = (
    ("home", gettext_noop("Home"), "home", "anchor", True),
    ("ask", gettext_noop("Ask"), "questions", "life-buoy", True),
    ("spaces", gettext_noop("Spaces"), "spaces", "messages-square", True),
    ("people", gettext_noop("People"), "people:index", "users-round", True),
    ("notices", gettext_noop("Notices"), "notices", "bell", True),
    ("promise", gettext_noop("Promise"), "promise", "heart-handshake", False),
)


def places(path: str) -> list[Place]:
    """All places for a signed-in reader who is at `path`. The deepest place whose address begins the path is "here"."""
    found = [(key, label, _url(name), icon, thumb) for key, label, name, icon, thumb in PLACES]
    begun = [url for _key, _label, url, _icon, _thumb in found if _begins(path, url)]
    here = max(begun, key=len, default="")
    return [
        Place(key, gettext(label), url, icon, url == here, thumb) for key, label, url, icon, thumb in found if url
    ]


def _begins(path: str, url: str) -> bool:
    return path == url if url == "/" else bool(url) and path.startswith(url)


def _url(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
