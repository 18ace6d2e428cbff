"""How names of people and teams are written, folded and compared."""

from __future__ import annotations

import re
import unicodedata

from vloot.ground.text import sort_key

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_NOT_IN_USERNAME = re.compile(r"[^a-z0-9._-]+")

USERNAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9_])?")


def slug_for(name: str, fallback: str = "team") -> str:
    """Lower-case Latin letters, digits and hyphens; `fallback` when nothing of the name is left."""
    return _NOT_IN_SLUG.sub("-", sort_key(name)).strip("-")[:60].strip("-") or fallback


def username_from(name: str) -> str:
    """A user name that can be typed on any keyboard; "person" when nothing of the name is left."""
    return _NOT_IN_USERNAME.sub(".", sort_key(name)).strip("._-")[:48].strip("._-") or "person"


def fold_username(username: str) -> str:
    """How a user name is stored and looked up: Bram and bram are one."""
    return unicodedata.normalize("NFKC", username).strip().removeprefix("@").casefold()


def fold_email(email: str) -> str:
    """How an e-mail address is stored and looked up."""
    return unicodedata.normalize("NFC", email).strip().casefold()


def split_name(name: str) -> tuple[str, str]:
    """First name and the rest, as people usually write them."""
    first, _, last = " ".join(name.split()).partition(" ")
    return first, last


def initials(name: str) -> str:
    """One or two letters for a face without a picture: "Jan de Vries" gives JV."""
    words = [word for word in name.split() if word[:1].isalnum()]
    if not words:
        return "?"
    capitals = [word for word in words[1:] if word[:1].isupper()] or words[1:]
    return (words[0][0] + (capitals[-1][0] if capitals else "")).upper()


def free_name(wanted: str, taken: set[str]) -> str:
    """`wanted`, or the first of wanted2, wanted3, … that is not in `taken`."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}{number}" in taken:
        number += 1
    return f"{wanted}{number}"
