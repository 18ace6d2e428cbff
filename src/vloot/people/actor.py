"""Who does something: the person, their roles, and the door they came through."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from vloot.ground import clock


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who acts. An importer writes on behalf of others and in the past; it is no flag on an act."""

    person_id: int
    roles: frozenset[str] = field(default_factory=frozenset)
    origin: str = "web"
    is_importer: bool = False
    read_only_until: datetime | None = None

    @property
    def is_read_only(self) -> bool:
        """Whether this person reads along for a while and writes nothing."""
        return self.read_only_until is not None and self.read_only_until > clock.now()

    @property
    def asking(self) -> dict[str, Any]:
        """Who asks, for a statement with the places `me`, `is_guest` and `is_importer`."""
        return {"me": self.person_id, "is_guest": self.is_guest, "is_importer": self.is_importer}

    @property
    def is_guest(self) -> bool:
        return "guest" in self.roles

    @property
    def is_host(self) -> bool:
        return "host" in self.roles

    @property
    def is_administrator(self) -> bool:
        return "administrator" in self.roles

    @property
    def is_keeper(self) -> bool:
        """Whether they look after the place for others, as a host or an administrator; a guest never does."""
        return (self.is_host or self.is_administrator) and not self.is_guest

    @property
    def is_council(self) -> bool:
        return "council" in self.roles
