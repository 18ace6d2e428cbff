"""Where one can go: the rooms that exist, in one order, in every navigation."""

from __future__ import annotations

from functools import cache

from django.urls import reverse
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
    ("guides", gettext_noop("How-to pages"), "guides", "book-open", False),
    ("spaces", gettext_noop("Spaces"), "spaces", "messages-square", True),
    ("people", gettext_noop("People"), "people:index", "users-round", True),
    ("meet", gettext_noop("Meet"), "meet", "coffee", False),
    ("climate", gettext_noop("Climate"), "climate", "sunrise", False),
    ("events", gettext_noop("Events"), "events", "calendar", False),
    ("notices", gettext_noop("Notices"), "notices", "bell", True),
    ("promise", gettext_noop("Promise"), "promise", "heart-handshake", False),
)


def places(here: str) -> list[Place]:
    """All places for a signed-in reader who is at the place with the key `here`."""
    return [
        Place(key, gettext(label), reverse(name), icon, key == here, thumb)
        for key, label, name, icon, thumb in PLACES
    ]


def here(path: str) -> str:
    """The place whose address, or that of a page that belongs to it, begins the path; home only for home itself."""
    if path == reverse("home"):
        return "home"
    return next((key for url, key in _begun() if path.startswith(url)), "")


@cache
def _begun() -> list[tuple[str, str]]:
    begun = [(reverse(name), key) for key, _label, name, _icon, _thumb in PLACES if key != "home"]
    asking = [(reverse(name), "ask") for name in ("ask", "who_knows", "crafts", "invited", "review")]
    meeting = [(reverse(name), "meet") for name in ("walks", "learning")]
    people = [(reverse(name), "people") for name in ("network", "pilots")]
    return [*begun, *asking, *meeting, *people, (reverse("space", args=("s",)).removesuffix("s/"), "spaces")]
