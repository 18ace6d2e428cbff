"""Which team a row means, among those that are here and those that the file makes."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from django.utils.translation import gettext as _

from vloot.ground import ids
from vloot.ground.text import sort_key
from vloot.people import names
from vloot.people.chart.rows import RowError

STEP = ">"


class PlannedTeam(msgspec.Struct, kw_only=True):
    """A team that is here already (`is_new` false) or that the file makes."""

    id: int
    name: str
    slug: str
    parent_id: int | None
    is_new: bool = False


class Teams:
    """Teams by name. A bare name may mean a team anywhere in the tree; a path says where."""

    def __init__(self, here: Iterable[PlannedTeam]) -> None:
        self._all = list(here)
        self._slugs = {team.slug for team in self._all}

    @property
    def new(self) -> list[PlannedTeam]:
        """What the file makes, parents first."""
        return [team for team in self._all if team.is_new]

    def prepare(self, texts: Iterable[str]) -> None:
        """Make what the file names and is not here: paths first, so that a bare name can mean one of them."""
        paths = sorted(
            {tuple(_steps(text)) for text in texts} - {()}, key=lambda path: (len(path) == 1, path)
        )
        for path in paths:
            if len(path) == 1:
                if not self._called(path[0]):
                    self._make(path[0], None)
                continue
            parent: PlannedTeam | None = None
            for name in path:
                parent = self._within(name, parent) or self._make(name, parent)

    def meant(self, text: str) -> PlannedTeam | None:
        """The team a row means, None when it names none. Raises RowError for a name that several teams have."""
        steps = _steps(text)
        if not steps:
            return None
        if len(steps) == 1:
            found = self._called(steps[0])
            if len(found) > 1:
                raise RowError(
                    _(
                        "There are several teams “%(name)s”. Write the one above it too: “Team above > %(name)s”."
                    )
                    % {"name": steps[0]}
                )
            return found[0]
        team: PlannedTeam | None = None
        for name in steps:
            team = self._within(name, team)
        return team

    def _called(self, name: str) -> list[PlannedTeam]:
        return [team for team in self._all if sort_key(team.name) == sort_key(name)]

    def _within(self, name: str, parent: PlannedTeam | None) -> PlannedTeam | None:
        parent_id = parent.id if parent else None
        return next((team for team in self._called(name) if team.parent_id == parent_id), None)

    def _make(self, name: str, parent: PlannedTeam | None) -> PlannedTeam:
        slug = names.free_name(names.slug_for(name), self._slugs)
        self._slugs.add(slug)
        made = PlannedTeam(
            id=ids.new(), name=name, slug=slug, parent_id=parent.id if parent else None, is_new=True
        )
        self._all.append(made)
        return made


def _steps(text: str) -> list[str]:
    steps = [" ".join(step.split())[:120] for step in text.replace("\x00", "").split(STEP)]
    return [step for step in steps if step]
