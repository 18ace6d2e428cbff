"""Bringing the people in: teams, chart, roles, faces, and the company that they are."""

import random
from datetime import date, timedelta

from vloot.company import acts as company
from vloot.demo import faces
from vloot.demo.calendar import Calendar
from vloot.demo.cast import Cast, Member
from vloot.demo.diary import WRITER
from vloot.people import acts as people
from vloot.people.acts import PersonDraft, TeamDraft

BOT = "peilbot"
HALF_YEAR = 190  # days ago on which the company began to write here
COUNSELLOR = "griet"
TOP_TEAM = ("lieve", "geert", "nathalie", "katrien")
_ROLES = {"admin": "administrator", "host": "host", "council": "council", "guest": "guest"}
# Whom a visitor may be reads in the visitor's own language; all others in theirs.
_READS_AS_VISITOR = ("anna", "bram", "chris", "lieve", "rudi", "said", "lotte", "dana", "dirk", "leyla")


def muster(cast: Cast, calendar: Calendar) -> dict[str, int]:
    """Place everybody and found the company; returns ids by key, the bot's too."""
    teams = people.place_teams_many(
        by=WRITER, drafts=[TeamDraft(slug=team.key, name=team.name) for team in cast.teams]
    )
    drafts = [_draft(cast, calendar, teams, member) for member in cast.members.values()]
    drafts.append(
        PersonDraft(
            external_key=_key(BOT),
            name="Peilbot",
            username=BOT,
            kind="bot",
            function="Meldt elke ochtend waterstand en wind",
            at=calendar.ago(HALF_YEAR, 9),
        )
    )
    placed = people.place_many(by=WRITER, drafts=drafts)
    ids = {key.partition(":")[2]: person_id for key, person_id in placed.items()}
    _found(cast, ids)
    for member in cast.members.values():
        if "face" in member.marks:
            people.set_face(by=WRITER, person_id=ids[member.key], picture=faces.draw(member.key))
    return ids


def joined_on(member: Member, calendar: Calendar) -> date:
    """The day somebody came aboard."""
    if member.days:
        return calendar.day(member.days)
    spread = random.Random(member.key).randrange(120, 360)
    return calendar.day(0) - timedelta(days=365 * member.years + spread)


def _draft(cast: Cast, calendar: Calendar, teams: dict[str, int], member: Member) -> PersonDraft:
    is_guest = "guest" in member.marks
    joined = joined_on(member, calendar)
    return PersonDraft(
        external_key=_key(member.key),
        name=member.name,
        first_name=member.first_name,
        last_name=member.last_name,
        username="" if "extra" in member.marks else member.key,
        email=f"{member.key}@{cast.mail}" if "desk" in member.marks else None,
        ask_me_about=member.profile.get("ask", ""),
        learning=member.profile.get("learn", ""),
        how_to_work=member.profile.get("how", ""),
        languages=member.languages,
        working_hours=member.profile.get("hours", ""),
        tenure=member.tenure,
        function=member.function,
        team_id=teams.get(member.team),
        manager_key=_key(_above(cast, member)),
        buddy_key=_key(member.buddy) if member.buddy in cast.members else "",
        joined_on=None if is_guest else joined,
        locale="" if member.key in _READS_AS_VISITOR else member.locale,
        time_zone=cast.time_zone,
        roles=[role for mark, role in _ROLES.items() if mark in member.marks],
        at=calendar.ago(min(HALF_YEAR, member.days or HALF_YEAR), 8),
    )


def _above(cast: Cast, member: Member) -> str:
    team = next((team for team in cast.teams if team.key == member.team), None)
    if team is None:
        return ""
    above = team.under if team.lead == member.key else team.lead
    return above if above in cast.members and above != member.key else ""


def _found(cast: Cast, ids: dict[str, int]) -> None:
    company.prepare(by=WRITER, name=cast.company, founder_id=ids["lieve"])
    company.set_top_team(by=WRITER, person_ids=[ids[key] for key in TOP_TEAM if key in ids])
    if COUNSELLOR in ids:
        company.name_counsellor(by=WRITER, person_id=ids[COUNSELLOR])


def _key(name: str) -> str:
    return f"demo:{name}" if name else ""
