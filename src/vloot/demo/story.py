"""Building the demo company: who is in it, where they talk, and half a year of what they said."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.demo import cast as casting
from vloot.demo import chatter, craftsmen, crew, governance, peace, places, script, shelf, told
from vloot.demo.answers import Change
from vloot.demo.ballots import Ballots
from vloot.demo.calendar import Calendar
from vloot.demo.cast import Cast
from vloot.demo.climate import Asking
from vloot.demo.coffee import Coffee
from vloot.demo.diary import Diary
from vloot.demo.gatherings import Gatherings
from vloot.demo.leading import Leading
from vloot.demo.people_to_be import PICKABLE
from vloot.demo.settling import settle_in
from vloot.demo.telling import Teller
from vloot.demo.walking import Walking
from vloot.demo.warmth import Warmth
from vloot.ground import clock
from vloot.network.picture import painting
from vloot.people import acts as people
from vloot.talk.search import acts as search

Progress = Callable[[int, int, str], None]
NEWS_DAYS = 4  # what happened in these last days is told to those it concerns
EVA_LEFT = 43  # days ago


def build(people: int = 140, now: datetime | None = None, progress: Progress | None = None) -> None:
    """Let the company come into being: all of it or, when stopped halfway, nothing.

    Needs an empty database. `progress` is called with steps done, steps in all, and what is going on. Raises ValueError below 20 people.
    """
    moment = now or clock.now()
    tell = progress or (lambda _done, _total, _what: None)
    company = casting.read(people, script.speakers())
    with clock.freeze(moment), transaction.atomic():
        tell(0, 100, _("The people come aboard"))
        calendar = Calendar(moment, company.time_zone)
        ids = crew.muster(company, calendar)
        tell(5, 100, _("Spaces open"))
        opened = places.open_all(company, ids, calendar)
        tell(10, 100, _("Half a year goes by"))
        _talk(company, ids, opened, calendar, tell)
        tell(100, 100, _("Ready"))


def _talk(
    company: Cast, ids: dict[str, int], opened: dict[str, int], calendar: Calendar, tell: Progress
) -> None:
    diary = Diary(news_from=calendar.ago(NEWS_DAYS, 6))
    teller = Teller(ids, opened, diary, calendar)
    for thread in script.threads():
        teller.tell(thread)
    inside = {space.key: _staying(company, space_key=space.key) for space in company.spaces}
    joined = {key: crew.joined_on(member, calendar) for key, member in company.members.items()}
    warmth = Warmth(teller, inside, joined, frozenset(pick.key for pick in PICKABLE))
    warmth.plan()
    places.archive_later(company, ids, opened, diary, calendar)
    _let_eva_go(ids, diary, calendar)
    shelf.plan(teller)
    peace.plan(teller)
    told.plan(teller)
    governance.plan(teller)
    craftsmen.plan(teller)
    Change(teller).plan()
    settle_in(teller)
    colleagues = {key: joined[key] for key in _colleagues(company)}
    Coffee(teller, colleagues).plan()
    Walking(teller).plan()
    Ballots(teller, colleagues).plan()
    Gatherings(teller).plan()
    Asking(teller, {key: company.members[key].team for key in _colleagues(company)}).plan()
    leading = Leading(teller, {key: joined[key] for key in _colleagues(company)})
    leading.plan_rounds()
    teller.write_history()
    # Who knows about a question of these days is found by what was answered before.
    search.catch_up()
    total, done = len(diary), 0

    def step() -> None:
        nonlocal done
        done += 1
        if done % 40 == 0:
            tell(10 + 75 * done // total, 100, _("Half a year goes by"))

    diary.play(step)
    tell(86, 100, _("People like what they read"))
    warmth.write_the_past()
    tell(90, 100, _("And there is always more to say"))
    chatter.fill(company, ids, opened, calendar)
    painting.paint_due()
    leading.seek_pilots()


def _staying(company: Cast, *, space_key: str) -> list[str]:
    space = next(space for space in company.spaces if space.key == space_key)
    return [key for key in company.in_space(space) if "left" not in company.members[key].marks]


def _colleagues(company: Cast) -> list[str]:
    others = {"left", "guest", "bot", "extra"}
    return [key for key, member in company.members.items() if not others & set(member.marks)]


def _let_eva_go(ids: dict[str, int], diary: Diary, calendar: Calendar) -> None:
    if "eva" in ids:
        at = calendar.ago(EVA_LEFT, 17)
        by = ids["leyla"]
        diary.plan(at, lambda: people.deactivate(by=diary.actor(by, at), person_id=ids["eva"]))
