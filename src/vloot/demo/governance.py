"""How the yard is run: what its administrator set and why, which rooms are on, what was agreed, and who answers in which week."""

from datetime import timedelta
from functools import partial

from vloot.company.agreements import acts as agreements
from vloot.company.agreements.topics import NETWORK
from vloot.company.audit import acts as audit
from vloot.company.settings import acts as settings
from vloot.company.switches import acts as switches
from vloot.company.switches.acts import Decision
from vloot.demo.diary import ORIGIN
from vloot.demo.telling import Teller
from vloot.ground import clock
from vloot.people import acts as people
from vloot.people import reads
from vloot.talk.roster import acts as roster
from vloot.talk.roster import reads as weeks
from vloot.talk.spaces import reads as spaces

ADMINISTRATOR, COUNCIL = "leyla", "monique"
RULES_FIRST = (
    "Wees vriendelijk. Vraag als je iets niet weet.\nSoyez aimables. Demandez quand vous ne savez pas."
)
RULES = (
    "Wees vriendelijk: je schrijft aan een collega, niet aan een scherm.\n"
    "Vraag als je iets niet weet; niemand weet alles van een schip.\n"
    "Wat in een gesloten ruimte gezegd wordt, blijft daar.\n\n"
    "Soyez aimables : vous écrivez à un collègue, pas à un écran. Demandez quand vous ne savez pas.\n\n"
    "Write in the language you think in. Somebody will understand."
)
# days ago, name, value, why
SETTINGS = (
    (171, "company.house_rules", RULES_FIRST, "Om te beginnen"),
    (
        118,
        "company.house_rules",
        RULES,
        "Na de ondernemingsraad van februari: ook het vertrouwelijke, en in drie talen",
    ),
    (96, "company.minimum_group", "8", "De ploeg van de lakkerij telt er acht"),
    (
        48,
        "experts.review_after_days",
        "120",
        "Op de werf is wat in de winter klopte in de zomer soms al anders",
    ),
    (41, "company.minimum_group", "7", "Terug naar wat afgesproken is met de ondernemingsraad"),
)
# days ago, room, on, why, host, days ago of the training (None: none yet), with whom. The training is days earlier, for what falls on
# a weekend is told on the Friday before.
ROOMS = (
    (160, "polls", False, "Eerst leren vragen, dan pas tellen", "chris", None, ""),
    (131, "network", True, "Om te zien waar teams elkaar amper kennen, en daar koffie te zetten", "griet", 136, "sofie"),
    (124, "polls", True, "De kantine wilde weten wie er op vrijdag soep eet, en dat mag", "chris", 129, "sofie"),
    (110, "guides", True, "Goede antwoorden raakten zoek tussen twee shiften", "griet", 116, "chris"),
    (75, "events", True, "Zodat niemand de opleiding hoogwerker nog mist", "lieve", None, ""),
    (52, "announcements", True, "Wat iedereen moet weten vóór de ochtendshift", "sofie", 58, "leyla"),
)  # fmt: skip
ROSTERS = ("elek", "ict", "kade", "nieuw")
HALF_YEAR = 26


def plan(teller: Teller) -> None:
    """Plan it in the teller's diary, among what people say."""
    if ADMINISTRATOR not in teller.people:
        return
    for days, name, value, why in SETTINGS:
        teller.diary.plan(teller.calendar.ago(days, 10), partial(_set, teller, name, value, why))
    for row in ROOMS:
        teller.diary.plan(teller.calendar.ago(row[0], 11), partial(_switch, teller, row))
    teller.diary.plan(teller.calendar.ago(137, 9), partial(_agree, teller))
    for days in (90, 34, 2):
        teller.diary.plan(teller.calendar.ago(days, 16), partial(_look, teller))
    for days, key in ((147, "lieve"), (20, "said")):
        teller.diary.plan(teller.calendar.ago(days, 8, 30), partial(_code, teller, key))
    for key in ROSTERS:
        if key in teller.places:
            teller.diary.plan(teller.calendar.ago(178, 9), partial(_share_out, teller, key))
            teller.diary.plan(teller.calendar.ago(66, 14), partial(_swap, teller, key, is_answered=True))
    if "elek" in teller.places:
        teller.diary.plan(teller.calendar.ago(1, 9), partial(_swap, teller, "elek", is_answered=False))


def _by(teller: Teller, key: str) -> int:
    return teller.people[key]


def _set(teller: Teller, name: str, value: str, why: str) -> None:
    actor = teller.diary.actor(_by(teller, ADMINISTRATOR), clock.now())
    settings.choose(by=actor, name=name, value=value, why=why)


def _switch(teller: Teller, row: tuple[int, str, bool, str, str, int | None, str]) -> None:
    _days, room, is_on, why, host, trained, teacher = row
    decision = Decision(
        is_on=is_on,
        why=why,
        host_id=teller.people.get(host),
        trained_on=teller.calendar.day(trained) if trained is not None else None,
        trained_by_id=teller.people.get(teacher),
    )
    actor = teller.diary.actor(_by(teller, ADMINISTRATOR), clock.now())
    switches.switch(by=actor, room=room, decision=decision)


def _agree(teller: Teller) -> None:
    agreements.conclude(
        by=teller.diary.actor(_by(teller, ADMINISTRATOR), clock.now()),
        subject="Hoe Vloot op de werf gebruikt wordt",
        # Not a fixed number of days ago: what would be told on a weekend is told on the Friday before.
        agreed_on=teller.calendar.evening_before(clock.now()).date(),
        document="Bijlage 7 bij het arbeidsreglement, te lezen bij Mensen en in de kantine",
        parties="De directie en de ondernemingsraad",
        topics=[NETWORK],
    )


def _look(teller: Teller) -> None:
    if COUNCIL in teller.people:
        audit.look(by=teller.diary.actor(_by(teller, COUNCIL), clock.now()), page="audit")


def _code(teller: Teller, key: str) -> None:
    if key in teller.people:
        actor = reads.actor_for(_by(teller, ADMINISTRATOR), origin=ORIGIN)
        people.make_sign_in_code(by=actor, person_id=teller.people[key])


def _share_out(teller: Teller, key: str) -> None:
    actor = teller.diary.actor(_by(teller, ADMINISTRATOR), clock.now())
    space = spaces.get(actor, teller.places[key])
    roster.fill(by=actor, space=space, weeks=HALF_YEAR + weeks.WEEKS)


def _swap(teller: Teller, key: str, *, is_answered: bool) -> None:
    """Whoever has the week after this one asks the other host to take it."""
    space_id = teller.places[key]
    week = weeks.this_week() + timedelta(days=7)
    holder = weeks.turns_of([space_id]).get(space_id, {}).get(week)
    others = [host for host in spaces.hosts_of(space_id) if host != holder]
    if holder is None or not others:
        return
    actor = teller.diary.actor(holder, clock.now())
    space = spaces.get(actor, space_id)
    roster.ask_swap(by=actor, space=space, week=week, to=others[0])
    if is_answered:
        roster.accept_swap(by=teller.diary.actor(others[0], clock.now()), space=space, week=week)
