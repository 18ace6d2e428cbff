"""Which groups of a chart may be shown, so that no smaller number of answers can be worked out from all that is shown together.

The groups of a chart lie inside each other. What can be added up and taken away from shown totals are then exactly the *rests*: a shown
group without the shown groups inside it. (The rests have no member in common, and every shown total is a sum of rests and every rest a
difference of shown totals; so whatever union of people can be computed is a union of rests.) Nobody is disclosed if and only if every
rest holds nobody or at least the minimum.

Of all the choices that keep to this, `publishable` finds one that hides as few groups as can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vloot.ground.marking import mark as _

LEAST = 5  # no minimum may be lower, whatever anybody agrees on
TOO_FEW = "fewer than {minimum} answers"
ANSWERS_APART = "with what else is shown, fewer than {minimum} answers could be worked out"


class Group(NamedTuple):
    """A group: its name, the name of the group around it ("" for none), and how many answered in it, groups inside it included."""

    name: str
    parent: str
    answers: int


class ChartError(ValueError):
    """The groups are no chart; the text says what is wrong, in English with `values` filled in. `values["name"]` is the group at fault."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text.format(**values))
        self.text = text
        self.values = values


class Chosen(NamedTuple):
    """The groups to show, from the top down, and why each of the others stays hidden."""

    shown: list[str]
    hidden: dict[str, str]


class _Way(NamedTuple):
    """The best way to treat a group and all inside it: how good it is, and whether the group itself is shown."""

    worth: tuple[int, int]  # groups shown, answers in them
    is_shown: bool
    inner: _Handed | None  # the rest that each group inside hands up


class _Handed(NamedTuple):
    name: str
    rest: int
    others: _Handed | None


def publishable(groups: Iterable[Group], *, minimum: int) -> Chosen:
    """The most groups that may be shown together.

    The top is shown if any choice allows it (it does whenever enough people answered); then as many groups as possible, then those with
    the most answers. The order of the groups given does not matter. Raises ChartError for groups that are no chart (a name twice, a
    parent that is not there, a circle, fewer answers than the groups inside have together) and ValueError for a minimum below five.
    """
    if minimum < LEAST:
        raise ValueError(f"the minimum is {LEAST} at least")
    chart = _Chart(groups)
    ways: dict[str, dict[int, _Way]] = {}
    for name in chart.bottom_up:
        ways[name] = _ways(chart, name, ways, minimum)
    shown: set[str] = set()
    for top in chart.tops:
        _walk(top, _best(ways[top]), ways, shown)
    ordered = [name for name in reversed(chart.bottom_up) if name in shown]
    hidden = {
        name: (TOO_FEW if chart.answers[name] < minimum else ANSWERS_APART).format(minimum=minimum)
        for name in reversed(chart.bottom_up)
        if name not in shown
    }
    return Chosen(ordered, hidden)


def rests(groups: Iterable[Group], shown: Iterable[str]) -> dict[str, int]:
    """For each shown group how many answers are left in it without the shown groups inside it: what can be computed, and no less.

    Raises ChartError as `publishable` does.
    """
    chart = _Chart(groups)
    wanted = set(shown)
    left: dict[str, int] = {}
    handed: dict[str, int] = {}
    for name in chart.bottom_up:
        rest = chart.own[name] + sum(handed[one] for one in chart.inside[name])
        handed[name] = 0 if name in wanted else rest
        if name in wanted:
            left[name] = rest
    return left


class _Chart:
    def __init__(self, groups: Iterable[Group]) -> None:
        found = sorted(groups)
        self.answers: dict[str, int] = {}
        self.inside: dict[str, list[str]] = {}
        parents: Mapping[str, str] = {one.name: one.parent for one in found}
        for one in found:
            if one.name in self.answers:
                raise ChartError(_("group “{name}” stands there twice. Keep one of them."), name=one.name)
            if one.parent and one.parent not in parents:
                text = _("group “{name}” lies in “{parent}”, which is not there.")
                raise ChartError(text, name=one.name, parent=one.parent)
            self.answers[one.name] = one.answers
            self.inside.setdefault(one.name, [])
            self.inside.setdefault(one.parent, []).append(one.name)
        self.tops = self.inside.pop("", [])
        self.bottom_up = self._from_the_bottom()
        self.own = {name: self._own(name) for name in self.answers}

    def _from_the_bottom(self) -> list[str]:
        downward = list(self.tops)
        for name in downward:  # grows while it is walked: each group stands behind the one around it
            downward.extend(self.inside[name])
        if astray := sorted(self.answers.keys() - set(downward)):
            raise ChartError(_("group “{name}” lies inside itself."), name=astray[0])
        return downward[::-1]

    def _own(self, name: str) -> int:
        own = self.answers[name] - sum(self.answers[one] for one in self.inside[name])
        if own < 0:
            raise ChartError(
                _("group “{name}” has fewer answers than the groups inside it together."), name=name
            )
        return own


def _ways(chart: _Chart, name: str, ways: Mapping[str, Mapping[int, _Way]], minimum: int) -> dict[int, _Way]:
    """The best way for each rest that the group can hand up to the one around it; rests of the minimum and more count as the minimum."""
    open_: dict[int, _Way] = {min(chart.own[name], minimum): _Way((0, 0), False, None)}
    for one in chart.inside[name]:
        tried: dict[int, _Way] = {}
        for so_far, way in open_.items():
            for handed, inner in ways[one].items():
                worth = (way.worth[0] + inner.worth[0], way.worth[1] + inner.worth[1])
                _keep(
                    tried, min(so_far + handed, minimum), _Way(worth, False, _Handed(one, handed, way.inner))
                )
        open_ = tried
    found = dict(open_)
    enough = chart.answers[name] >= minimum
    for rest, way in open_.items():
        if enough and rest in (0, minimum):
            _keep(found, 0, _Way((way.worth[0] + 1, way.worth[1] + chart.answers[name]), True, way.inner))
    return found


def _keep(ways: dict[int, _Way], rest: int, way: _Way) -> None:
    if rest not in ways or (way.worth, way.is_shown) > (ways[rest].worth, ways[rest].is_shown):
        ways[rest] = way


def _best(ways: Mapping[int, _Way]) -> _Way:
    return max(ways.values(), key=lambda way: (way.is_shown, way.worth))


def _walk(top: str, way: _Way, ways: Mapping[str, Mapping[int, _Way]], shown: set[str]) -> None:
    todo: list[tuple[str, _Way]] = [(top, way)]
    while todo:
        name, chosen = todo.pop()
        if chosen.is_shown:
            shown.add(name)
        handed = chosen.inner
        while handed:
            todo.append((handed.name, ways[handed.name][handed.rest]))
            handed = handed.others
