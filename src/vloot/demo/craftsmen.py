"""Who named which craft in half a year, who said so too, and whom the yard calls outside."""

from functools import partial

from vloot.demo.telling import Teller
from vloot.experts import acts, reads, reviewing
from vloot.ground import clock

# who, craft, days ago, who says so too
CRAFTS = (
    ("bram", "Walstroom", 160, "anna chris said"),
    ("bram", "Kraansensoren", 148, "rudi"),
    ("anna", "Dokplanning", 155, "lieve bram chris"),
    ("chris", "Opleidingen", 150, "lotte sofie"),
    ("rudi", "Staalbouw", 141, "dirk"),
    ("dirk", "Dikke plaat lassen", 133, "rudi chris lotte"),
    ("lotte", "3D-printen", 97, "bram"),
    ("said", "Magazijn", 120, "bram anna"),
    ("mieke", "Dokplanning", 88, ""),
    ("ann", "Magazijn", 60, "said"),
    ("chris", "Lassen", 22, ""),
    ("dirk", "Lassen", 130, "chris rudi"),
)
OUTSIDE = (
    ("Metselwerk", "Bouwbedrijf De Kade", "Bel Lucas op 03 555 01 12, hij kent de dokmuur.", 112),
    ("Duikwerk", "Onderwater Schelde", "03 555 01 77, dag en nacht. Vraag naar de ploeg van Rupelmonde.", 74),
    ("Advocaat zeerecht", "Kantoor Peeters & Claes", "Via Katrien, zij heeft het nummer van de wachtdienst.", 40),
)  # fmt: skip
KEEPER = "chris"
SAYS_NO = ("said", "rudi", "lotte")
RATHER_NOT = (("rudi", "computers", 90), ("dirk", "ondernemingsraad", 35))


def plan(teller: Teller) -> None:
    """Plan it in the teller's diary, on the mornings of those days."""
    calendar, diary, people = teller.calendar, teller.diary, teller.people
    for who, craft, days, others in CRAFTS:
        if who in people:
            diary.plan(calendar.ago(days, 9, 40), partial(_take_up, teller, who, craft))
            for later, other in enumerate((key for key in others.split() if key in people), 1):
                diary.plan(
                    calendar.ago(max(1, days - 3 * later), 12, 50),
                    partial(_confirm, teller, other, who, craft),
                )
    for craft, name, way, days in OUTSIDE:
        if KEEPER in people:
            diary.plan(calendar.ago(days, 16), partial(_list, teller, craft, name, way))
    _plan_reviews(teller)
    for who, topic, days in RATHER_NOT:
        if who in people:
            diary.plan(calendar.ago(days, 13), partial(_keep_away, teller, who, topic))


def _plan_reviews(teller: Teller) -> None:
    """Old answers come back, one a week for each; some say what no longer holds, most have not looked yet."""
    for days in (16, 9, 2):
        teller.diary.plan(teller.calendar.ago(days, 7, 10), reviewing.put_forward)
    for who in SAYS_NO:
        if who in teller.people:
            teller.diary.plan(teller.calendar.ago(12, 10), partial(_say_no, teller, who))


def _say_no(teller: Teller, who: str) -> None:
    actor = teller.diary.actor(teller.people[who], clock.now())
    for answer in reads.old_answers(actor):
        acts.holds_no_longer(by=actor, review=reads.review(actor, answer.id))


def _take_up(teller: Teller, who: str, craft: str) -> None:
    made = acts.take_up(by=teller.diary.actor(teller.people[who], clock.now()), name=craft)
    teller.placed[f"craft {craft}"] = made.id


def _confirm(teller: Teller, by: str, who: str, craft: str) -> None:
    actor = teller.diary.actor(teller.people[by], clock.now())
    named = reads.get(teller.placed[f"craft {craft}"])
    acts.confirm(by=actor, holding=reads.holding(actor, named, teller.people[who]))


def _list(teller: Teller, craft: str, name: str, way: str) -> None:
    actor = teller.diary.actor(teller.people[KEEPER], clock.now())
    acts.list_outsider(by=actor, craft=craft, name=name, reached_by=way)


def _keep_away(teller: Teller, who: str, topic: str) -> None:
    acts.keep_away(by=teller.diary.actor(teller.people[who], clock.now()), topic=topic)
