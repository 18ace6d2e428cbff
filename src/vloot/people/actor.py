"""Who does something: the person, their roles, and the door they came through."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who acts. An importer writes on behalf of others and in the past; it is no flag on an act."""

    person_id: int
    roles: frozenset[str] = field(default_factory=frozenset)
    origin: str = "web"
    is_importer: bool = False

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
    def is_council(self) -> bool:
        return "council" in self.roles
