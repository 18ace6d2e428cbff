"""Planning an import of the chart: what is here, laid beside what the file says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

import msgspec
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from vloot.ground import ids
from vloot.ground.text import sort_key
from vloot.people import names
from vloot.people.chart.rows import ChartLine, ChartRow, RowError, day
from vloot.people.chart.teams import Teams
from vloot.people.engine import in_circles

CHART_FIELDS = ("name", "username", "email", "team_id", "manager_id", "function", "joined_on")


class Standing(msgspec.Struct, kw_only=True):
    """Someone as the chart has them: here now, or after the import."""

    id: int
    name: str = ""
    username: str = ""
    email: str | None = None
    team_id: int | None = None
    manager_id: int | None = None
    function: str = ""
    joined_on: date | None = None
    kind: str = "human"
    is_active: bool = True
    has_signed_in: bool = False
    is_new: bool = False


class Plan:
    """The whole import, worked out: `lines` to show, `people` and `teams` to write when no line is bad."""

    def __init__(self, here: Iterable[Standing], teams: Teams, rows: Sequence[ChartRow]) -> None:
        self._here = {person.id: person for person in here}
        self._username = {person.username: person.id for person in self._here.values()}
        self._email = {person.email: person.id for person in self._here.values() if person.email}
        self._faults: dict[int, list[str]] = {}
        self._rows = rows
        self.teams = teams
        # By line of the file: whom it speaks of, as they will be.
        self.people: dict[int, Standing] = {}
        teams.prepare(row.team for row in rows)
        for step in (self._meet, self._name, self._seat, self._work, self._come):
            for row in rows:
                self._try(row, step)
        self._refuse_doubles()
        self._lead()
        self._refuse_circles()

    @property
    def lines(self) -> list[ChartLine]:
        """What every row does, or why it cannot be used."""
        return [self._line(row) for row in self._rows]

    def _try(self, row: ChartRow, step: Callable[[ChartRow], None]) -> None:
        try:
            step(row)
        except RowError as fault:
            self._fault(row.line, str(fault))

    def _fault(self, line: int, words: str) -> None:
        found = self._faults.setdefault(line, [])
        if words not in found:
            found.append(words)

    def _person(self, row: ChartRow) -> Standing:
        """Whom a row speaks of; somebody made up when that is not known, so that all its faults are found at once."""
        return self.people.get(row.line) or Standing(id=0, name=row.name)

    def _meet(self, row: ChartRow) -> None:
        username, email = _sign_in_names(row)
        found = [
            here[word] for here, word in ((self._username, username), (self._email, email)) if word in here
        ]
        if len(set(found)) > 1:
            raise RowError(_("This user name and this e-mail address belong to two different people here."))
        known = self._here[found[0]] if found else None
        if known and not known.is_active:
            raise RowError(_("This person has left. Give them their access back first."))
        if known and known.kind == "bot":
            raise RowError(_("This is a bot, not a person."))
        if known and username not in ("", known.username) and known.has_signed_in:
            raise RowError(
                _("This person signs in as “%(username)s”. Write that user name.")
                % {"username": known.username}
            )
        person = msgspec.structs.replace(known) if known else Standing(id=ids.new(), is_new=True)
        person.kind = "human"
        person.username = username or person.username
        person.email = email or person.email
        self.people[row.line] = person

    def _name(self, row: ChartRow) -> None:
        person = self._person(row)
        name = _cut(row.name, 160)
        if not name and (person.is_new or not person.name):
            raise RowError(_("The name is missing."))
        person.name = name or person.name

    def _seat(self, row: ChartRow) -> None:
        team = self.teams.meant(row.team)
        person = self._person(row)
        person.team_id = team.id if team else person.team_id

    def _work(self, row: ChartRow) -> None:
        person = self._person(row)
        person.function = _cut(row.function, 120) or person.function

    def _come(self, row: ChartRow) -> None:
        person = self._person(row)
        person.joined_on = day(row.joined) or person.joined_on

    def _refuse_doubles(self) -> None:
        planned = {person.id for person in self.people.values()}
        apart = [person for person in self._here.values() if person.id not in planned]
        taken = {person.username for person in apart}
        taken |= {person.username for person in self.people.values() if person.username}
        for line, person in self.people.items():
            if not person.username and line not in self._faults:
                local = (person.email or "").partition("@")[0]
                person.username = names.free_name(names.username_from(local), taken)
                taken.add(person.username)
        everybody = [*apart, *self.people.values()]
        usernames = Counter(person.username for person in everybody)
        addresses = Counter(person.email for person in everybody if person.email)
        for line, person in self.people.items():
            if usernames[person.username] > 1 or addresses[person.email or ""] > 1:
                self._fault(line, _("Two people would have this user name or e-mail address."))

    def _lead(self) -> None:
        """Find managers among everybody as they will be after the import."""
        everybody = self._here | {person.id: person for person in self.people.values()}
        by_word: dict[str, int] = {}
        by_name: dict[str, list[int]] = {}
        for person in everybody.values():
            by_word[person.username] = person.id
            if person.email:
                by_word[person.email] = person.id
            if person.is_active:
                by_name.setdefault(sort_key(person.name), []).append(person.id)

        def look(row: ChartRow) -> None:
            if typed := " ".join(row.manager.split()):
                self._person(row).manager_id = _leader(typed, by_word, by_name)

        for row in self._rows:
            self._try(row, look)

    def _refuse_circles(self) -> None:
        everybody = self._here | {person.id: person for person in self.people.values()}
        above = {person.id: person.manager_id for person in everybody.values() if person.manager_id}
        circled = in_circles(above)
        for line, person in self.people.items():
            if person.id in circled:
                self._fault(
                    line,
                    _("In this chart people would be, by a detour, their own manager. Correct the manager."),
                )

    def _line(self, row: ChartRow) -> ChartLine:
        person = self.people.get(row.line)
        name = (
            " ".join(row.name.split())[:160] or (person.name if person else "") or row.username or row.email
        )
        if row.line in self._faults:
            return ChartLine(line=row.line, name=name, deed="bad", words=" ".join(self._faults[row.line]))
        assert person is not None, "a row without a fault has its person"
        if person.is_new:
            return ChartLine(line=row.line, name=name, deed="new")
        changed = changes(self._here[person.id], person)
        words = ", ".join(str(_WORDS[field]()) for field in changed)
        return ChartLine(line=row.line, name=name, deed="changed" if changed else "same", words=words)


def changes(before: Standing, after: Standing) -> list[str]:
    """The fields of the chart in which they differ."""
    return [field for field in (*CHART_FIELDS, "kind") if getattr(before, field) != getattr(after, field)]


_WORDS = {
    "name": lambda: _("name"),
    "username": lambda: _("user name"),
    "email": lambda: _("e-mail"),
    "team_id": lambda: _("team"),
    "manager_id": lambda: _("manager"),
    "function": lambda: _("function"),
    "joined_on": lambda: _("joined"),
    "kind": lambda: _("is a person now"),
}


def _sign_in_names(row: ChartRow) -> tuple[str, str]:
    username, email = names.fold_username(row.username), names.fold_email(row.email)
    if "@" in username and not email:
        username, email = "", names.fold_email(row.username)
    if not username and not email:
        raise RowError(_("Write a user name or an e-mail address: that is how we know who it is."))
    if username and not names.USERNAME.fullmatch(username):
        raise RowError(
            _(
                "The user name “%(username)s” cannot be used: letters without accents, digits, dots and hyphens only."
            )
            % {"username": username[:64]}
        )
    if email:
        try:
            validate_email(email)
        except ValidationError:
            raise RowError(
                _("“%(email)s” is not a complete e-mail address.") % {"email": email[:80]}
            ) from None
    return username, email


def _leader(typed: str, by_word: dict[str, int], by_name: dict[str, list[int]]) -> int:
    for word in (names.fold_username(typed), names.fold_email(typed)):
        if word in by_word:
            return by_word[word]
    called = by_name.get(sort_key(typed), [])
    if len(called) == 1:
        return called[0]
    if called:
        raise RowError(
            _("Several people are called “%(name)s”. Write the manager's user name.") % {"name": typed[:80]}
        )
    raise RowError(
        _("Nobody is called “%(name)s”. Add the manager to the file, or correct it.") % {"name": typed[:80]}
    )


def _cut(text: str, most: int) -> str:
    clean = " ".join(text.replace("\x00", "").split())
    if len(clean) > most:
        raise RowError(
            _("“%(text)s…” is longer than %(most)d characters.") % {"text": clean[:40], "most": most}
        )
    return clean
