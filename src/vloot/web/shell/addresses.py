"""Addresses of things that stand on a page by the dozen: reversed once per name, filled in per id."""

from __future__ import annotations

from functools import cache

from django.urls import reverse

from vloot.ground import ids

_ANY_ID = 9_090_909_090


class IdConverter:
    """`<id:id>` in a route: digits that can be an id; no page is asked about others."""

    regex = "[0-9]{1,19}"

    def to_python(self, written: str) -> int:
        """The id. Raises ValueError for a number that none can be."""
        found = ids.read(written)
        if found is None:
            raise ValueError(written)
        return found

    def to_url(self, id: int) -> str:
        """The id in an address."""
        return str(id)


@cache
def _pattern(name: str) -> tuple[str, str]:
    before, _id, after = reverse(name, args=(_ANY_ID,)).partition(str(_ANY_ID))
    return before, after


def address(name: str, id: int) -> str:
    """What `reverse(name, args=(id,))` gives. Raises NoReverseMatch for an unknown name."""
    before, after = _pattern(name)
    return f"{before}{id}{after}"


@cache
def plain(name: str) -> str:
    """What `reverse(name)` gives."""
    return reverse(name)
