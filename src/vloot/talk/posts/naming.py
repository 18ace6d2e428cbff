"""What the names in a body stand for."""

from vloot.people import directory
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.spaces import reads as spaces


class Naming:
    """Looks up @people and @teams, each name once; for a guest only the people they may meet."""

    def __init__(self, by: Actor) -> None:
        self._by = by
        self._shared = spaces.shared_with(by)
        self._persons: dict[str, int | None] = {}
        self._teams: dict[str, list[int]] = {}

    def addresses(self, names: set[str]) -> dict[str, str]:
        """The page of each name that somebody or some team has."""
        self._learn(names)
        found = {name: f"/people/{person}/" for name in names if (person := self._persons[name])}
        found.update(
            {name: f"/people/teams/#{name}" for name in names if self._teams.get(name) and name not in found}
        )
        return found

    def persons(self, names: tuple[str, ...]) -> set[int]:
        """Everybody who is meant by these names, through their team too."""
        self._learn(set(names))
        found = {person for name in names if (person := self._persons[name])}
        for name in names:
            if not self._persons[name]:
                found.update(self._teams.get(name, ()))
        return found

    def _learn(self, names: set[str]) -> None:
        unknown = names - self._persons.keys()
        if not unknown:
            return
        persons = directory.named(self._by, unknown, self._shared)
        self._persons.update({name: persons.get(name) for name in unknown})
        if not self._by.is_guest:
            self._teams.update(people.by_team_slug(unknown - persons.keys()))
