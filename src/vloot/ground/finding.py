"""What the rooms' `find.py` are asked and answer, so that one box can look in all of them.

Each room that has something with a name offers `find(actor, sought)`: what that actor may see of it, and nothing else. `wiring.FIND` lists
them; whoever looks knows no room.
"""

from collections.abc import Collection
from typing import Protocol, TypeVar

import msgspec

from vloot.ground.text import sort_key

MOST_WORDS = 12
SHORTEST = 3  # letters of what is looked for in other words than names


class Sought(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody typed. `is_start` while they type on: only names that begin like this, none from other words about them.

    `met` are the persons whom a guest may meet, None for whom nothing narrows; the people's room cannot know them.
    """

    text: str
    limit: int = 6
    is_start: bool = False
    met: Collection[int] | None = None

    @property
    def words(self) -> list[str]:
        """The words, folded as names are for sorting."""
        return sort_key(self.text.strip().lstrip("@#")).split()[:MOST_WORDS]

    @property
    def about(self) -> str:
        """What other words than names may say; "" while somebody types on, and for what is too short."""
        text = self.text.strip()
        return "" if self.is_start or len(text) < SHORTEST else text


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One thing with a name. `insert` is how a search names it ("from:bram"); `link` is where it is."""

    kind: str  # "person", "space", "tag", "guide": one for each find.py
    id: int
    name: str
    detail: str
    link: str
    insert: str = ""


A_contra = TypeVar("A_contra", contravariant=True)  # who looks: an actor


class Finder(Protocol[A_contra]):
    """A room's `find.py`."""

    def find(self, actor: A_contra, sought: Sought) -> list[Found]:
        """What the actor may see of what is sought, the likeliest first."""
