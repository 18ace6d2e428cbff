"""Who is in the company and which spaces it has, read from the files in `cast/`."""

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "cast"
SPOKEN = {"nl": ("nl", "en"), "fr": ("fr", "nl"), "en": ("en", "nl")}


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the cast. They came `years` ago, newcomers `days` ago; `marks` set them apart ("guest", "left", "face", …)."""

    key: str
    first_name: str
    last_name: str
    team: str
    function: str
    tenure: str
    years: int
    locale: str
    marks: frozenset[str]
    days: int
    buddy: str
    profile: dict[str, str]

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    @property
    def languages(self) -> tuple[str, ...]:
        said = self.profile.get("langs", "").split()
        return tuple(said) or SPOKEN[self.locale][: 1 + len(self.key) % 2]


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team of the chart: who leads it, and to whom they report."""

    key: str
    name: str
    lead: str
    under: str


@dataclass(frozen=True, slots=True)
class SpaceLine:
    """A space; `opened` and `archived` are days before now, `review` days after now."""

    key: str
    name: str
    about: str
    hosts: tuple[str, ...]
    who: tuple[str, ...]
    access: str
    why: str
    opened: int
    review: int
    archived: int | None


@dataclass(frozen=True, slots=True)
class Cast:
    """The whole company, members by key."""

    company: str
    mail: str
    time_zone: str
    teams: tuple[TeamLine, ...]
    members: dict[str, Member]
    spaces: tuple[SpaceLine, ...]

    def in_space(self, space: SpaceLine) -> list[str]:
        """The keys of the members of a space, its hosts first."""
        asked = set(space.who)
        inside = [m.key for m in self.members.values() if _belongs(m, asked) and m.key not in space.hosts]
        return [host for host in space.hosts if host in self.members] + inside


def read(people: int, speakers: list[str]) -> Cast:
    """The company with this many people: the written cast, cut to those who matter most or grown by names.

    `speakers` are keys in the order of how much they say. Raises ValueError below 20 people.
    """
    if people < 20:
        raise ValueError("the demo company needs at least 20 people: its cast, and one for each team")
    chart = _toml("teams.toml")
    teams = tuple(TeamLine(**team) for team in chart["team"])
    members = {member.key: member for member in _written()}
    if people < len(members):
        kept = set(_ranked(members, teams, speakers)[:people])
        members = {key: member for key, member in members.items() if key in kept}
    members |= {member.key: member for member in _grown(people - len(members), teams)}
    return Cast(
        company=chart["company"],
        mail=chart["mail"],
        time_zone=chart["time_zone"],
        teams=teams,
        members=members,
        spaces=tuple(_space(line) for line in _toml("spaces.toml")["space"]),
    )


def _belongs(member: Member, asked: set[str]) -> bool:
    if "guest" in member.marks or "extra" in member.marks:
        return f"+{member.key}" in asked or ("extra" in member.marks and member.team in asked)
    return bool({"*", member.team, f"+{member.key}"} & asked)


def _ranked(members: dict[str, Member], teams: tuple[TeamLine, ...], speakers: list[str]) -> list[str]:
    pickable = ["leyla", "anna", "bram", "chris", "dana", "eva", "lieve", "rudi", "said", "lotte", "dirk"]
    leads = [team.lead for team in teams]
    return list(dict.fromkeys([*pickable, "geert", "eduard", *leads, *speakers, *members]))


def _written() -> Iterator[Member]:
    profiles = _toml("profiles.toml")
    for line in _toml("people.toml")["people"]:
        first, last = line["n"].split("|")
        marks = line["x"].split()
        said = dict(mark.split(":") for mark in marks if ":" in mark)
        yield Member(
            key=line["u"],
            first_name=first,
            last_name=last,
            team=line["t"],
            function=line["f"],
            tenure=line["b"],
            years=line["y"],
            locale=line["l"],
            marks=frozenset(mark for mark in marks if ":" not in mark),
            days=int(said.get("new", 0)),
            buddy=said.get("buddy", ""),
            profile=profiles.get(line["u"], {}),
        )


def _grown(count: int, teams: tuple[TeamLine, ...]) -> Iterator[Member]:
    names = _toml("more.toml")
    functions = [(m.team, m.function) for m in _written() if m.team and m.key not in {t.lead for t in teams}]
    chance = random.Random(1931)
    for number in range(max(0, count)):
        team, function = chance.choice(functions)
        years = min(34, int(chance.expovariate(1 / 12)))
        yield Member(
            key=f"extra{number}",
            first_name=chance.choice(names["first"]),
            last_name=chance.choice(names["last"]),
            team=team,
            function=function,
            # Long-timers say so more readily than others: whoever counts must bear that skew.
            tenure="10plus" if years >= 10 else chance.choice(["", "2to9"]) if years >= 2 else "",
            years=years,
            locale=chance.choice(["nl", "nl", "nl", "fr", "en"]),
            marks=frozenset({"extra"}),
            days=0,
            buddy="",
            profile={},
        )


def _space(line: dict[str, Any]) -> SpaceLine:
    return SpaceLine(
        key=line["key"],
        name=line["name"],
        about=line["about"],
        hosts=tuple(line["hosts"]),
        who=tuple(line["who"]),
        access=line.get("access", "open"),
        why=line.get("why", ""),
        opened=line["opened"],
        review=line.get("review", 0),
        archived=line.get("archived"),
    )


@cache
def _toml(name: str) -> dict[str, Any]:
    with (FOLDER / name).open("rb") as file:
        return tomllib.load(file)
