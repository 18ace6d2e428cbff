"""How the people a visitor can be want to be told: some left everything as it is, some did not."""

from datetime import date, time, timedelta
from functools import partial

from vloot.demo.telling import Teller
from vloot.notices import acts
from vloot.notices.acts import Hours
from vloot.talk.spaces import reads as spaces

WEEKLY = [
    ("named", "mail"),
    ("answers", "mail"),
    ("replies", "mail"),
    ("thanks", "mail"),
    ("hosting", "mail"),
]
CHOICES: dict[str, dict[tuple[str, str], str]] = {
    "anna": {("answers", "mail"): "at_once", ("thanks", "page"): "at_once", ("following", "mail"): "weekly"},
    "bram": {("replies", "mail"): "daily", ("named", "push"): "at_once"},
    "lieve": {("hosting", "mail"): "weekly", ("following", "page"): "off"},
    "dirk": {("named", "mail"): "hourly"},
    "said": dict.fromkeys(WEEKLY, "weekly"),
    "rudi": dict.fromkeys(WEEKLY, "off"),
    "leyla": {("named", "push"): "at_once", ("hosting", "push"): "at_once"},
}
EARLY = Hours(quiet_from=time(14, 30), quiet_until=time(6), digest_at=time(6, 15))
HOURS = {
    "bram": EARLY,
    "said": EARLY,
    "lieve": Hours(quiet_from=time(21), quiet_until=time(7)),
    "lotte": Hours(working_days=[0, 1, 2, 3], digest_at=time(9)),
}
OFF = {"chris": (12, 19, "Ski"), "anna": (30, 37, "Familie in Gent")}  # from and to, in days from now
HEARS = {
    "anna": ("planning", "all"),
    "rudi": ("kade", "named"),
    "leyla": ("ict", "all"),
    "lotte": ("nieuw", "all"),
}
CLOSED = ((38, 41, "Jaarwisseling"), (158, 158, "Werfdag"))


def plan(teller: Teller) -> None:
    """Plan it in the teller's diary, for an evening before the last days' news."""
    evening = teller.calendar.ago(20, 17)
    for key in {*CHOICES, *HOURS, *OFF, *HEARS} & teller.people.keys():
        teller.diary.plan(evening, partial(_choose, teller, key))
    if "leyla" in teller.people:
        teller.diary.plan(evening, partial(_close_days, teller))


def _choose(teller: Teller, key: str) -> None:
    by = teller.diary.actor(teller.people[key], teller.calendar.now)
    if key in CHOICES:
        acts.choose(by=by, chosen=CHOICES[key])
    if key in HOURS:
        acts.set_hours(by=by, hours=HOURS[key])
    if key in OFF:
        first, last, name = OFF[key]
        acts.add_holiday(by=by, first_on=_day(teller, first), last_on=_day(teller, last), name=name)
    place, hears = HEARS.get(key, ("", ""))
    if place in teller.places and teller.places[place] in spaces.visible_space_ids(by):
        acts.hear(by=by, hears=hears, space_id=teller.places[place])


def _close_days(teller: Teller) -> None:
    by = teller.diary.actor(teller.people["leyla"], teller.calendar.now)
    for first, last, name in CLOSED:
        acts.add_company_holiday(by=by, first_on=_day(teller, first), last_on=_day(teller, last), name=name)
    acts.choose_for_all(by=by, chosen={("hosting", "mail"): "daily", ("thanks", "mail"): "weekly"})


def _day(teller: Teller, days: int) -> date:
    return (teller.calendar.now + timedelta(days=days)).date()
