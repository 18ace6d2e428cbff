"""What the names in a body stand for."""

from vloot.people import reads as people


class Naming:
    """Looks up @people and @teams, each name once."""

    def __init__(self) -> None:
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
        persons = people.by_username(unknown)
        self._persons.update({name: persons.get(name) for name in unknown})
        self._teams.update(people.by_team_slug(unknown - persons.keys()))
