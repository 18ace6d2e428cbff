"""How order was kept lately: a report handled kindly, a decision that somebody sees differently, two words that are watched."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from vloot.demo.telling import Teller
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.order import acts
from vloot.talk.order import reads as order
from vloot.talk.order.acts import Verdict
from vloot.talk.posts import reads
from vloot.talk.spaces import reads as spaces

BARKED, CODED = "vrede-0", "vrede-1"  # the threads, by their key in texts/
WATCHED = (
    (
        "leyla",
        "rijksregisternummer*",
        "Zulke nummers horen niet in een bericht. Ik help wie er per ongeluk een plakte.",
        "",
    ),
    ("chris", "offerte*", "Dana leest hier mee: prijzen gaan langs Katrien.", "zwaluw"),
)
STUNG = "Hij bedoelt het niet kwaad, maar ik stond die nacht aan de tafel en iedereen leest dit."
COFFEE = "Ik drink straks koffie met Rudi. Hij weet zelf ook dat het te kort door de bocht was."
GATE = "Hier lezen ook leveranciers mee. Een code van een poort zeggen we aan de poort, niet op papier."
STILL = "De code is intussen veranderd. De uitleg over de groene kast hebben ze zaterdag wel nodig."
Deed = Callable[[Teller], object]


def plan(teller: Teller) -> None:
    """Plan it in the teller's diary, in the hours after what was written."""
    _after(teller, BARKED, {"hamza", "dirk"}, (_report, _look, _decide), (1, 2, 4))
    _after(teller, CODED, {"bram", "mats"}, (_take_away, _appeal), (1, 4))
    evening = teller.calendar.evening_before(teller.calendar.now)
    for by, phrase, reason, space in WATCHED:
        if by in teller.people and (not space or space in teller.places):
            teller.diary.plan(evening, partial(_watch, teller, by, phrase, reason, space))


def _after(
    teller: Teller,
    thread: str,
    needed: set[str],
    deeds: tuple[Deed, ...],
    hours: tuple[int, ...],
) -> None:
    """Plan deeds some hours after a thread began, one after the other, as far as these have gone by."""
    begun = next((written.at for written in teller.written if written.key == thread), None)
    if begun is None or not needed <= teller.people.keys():
        return
    for deed, later in zip(deeds, hours, strict=True):
        if (at := teller.calendar.after(begun, timedelta(hours=later))) is None:
            return
        teller.diary.plan(at, partial(deed, teller))


def _report(teller: Teller) -> None:
    by = _actor(teller, "hamza")
    acts.report(by=by, post=reads.get(by, teller.placed[BARKED]), reason="hurts", own_words=STUNG)


def _look(teller: Teller) -> None:
    by = _actor(teller, "dirk")
    for line in order.queue(by):
        case = order.get(by, line.id)
        acts.claim(by=by, case=case)
        acts.note(by=by, case=case, text=COFFEE)


def _decide(teller: Teller) -> None:
    by = _actor(teller, "dirk")
    for line in order.queue(by):
        acts.decide(by=by, case=order.get(by, line.id), verdict=Verdict(outcome="talked"))


def _take_away(teller: Teller) -> None:
    by = _actor(teller, "bram")
    acts.take_away(by=by, post=reads.get(by, teller.placed[CODED]), reason=GATE)


def _appeal(teller: Teller) -> None:
    by = _actor(teller, "mats")
    for about in order.about_me(by):
        acts.appeal(by=by, case=order.decision(by, about.id)[0], text=STILL)


def _watch(teller: Teller, by: str, phrase: str, reason: str, space: str) -> None:
    actor = _actor(teller, by)
    where = spaces.get_readable(actor, teller.places[space]) if space else None
    acts.watch(by=actor, phrase=phrase, reason=reason, space=where)


def _actor(teller: Teller, key: str) -> Actor:
    return people.actor_for(teller.people[key])
