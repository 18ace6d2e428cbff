"""The mirror as everybody sees it, and what one has said oneself."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from vloot.climate.mirror.models import Outlook, Stance
from vloot.climate.mirror.statements import PLACES, STANDS, STATEMENTS, VIEWS, Statement
from vloot.climate.results.models import Published
from vloot.company.models import TopSeat
from vloot.people.actor import Actor
from vloot.people.cards import PersonCard, alphabetical, cards


class Company(Struct, frozen=True, kw_only=True):
    """What the company answered on a scale, from 0 to 100, with its 90% interval."""

    mean: float
    low: float
    high: float
    n: int
    closed_on: date


class Voice(Struct, frozen=True, kw_only=True):
    """Somebody of the top team, and their own words."""

    person: PersonCard
    words: str


class Gap(Struct, frozen=True, kw_only=True):
    """How many points an answer lies above or below the company's figure, with the interval that the figure has.

    What was said has none. `side` is "" where the interval holds no difference too; then `low` is below it.
    """

    side: str
    amount: int
    low: int
    high: int


class Choice(Struct, frozen=True, kw_only=True):
    """One of the three answers: who gave it, and how far it lies from the company's figure, with its interval (None without one)."""

    view: str
    words: str
    voices: list[Voice]
    gap: Gap | None


class Pane(Struct, frozen=True, kw_only=True):
    """A statement with what was answered to it."""

    key: str
    title: str
    words: str
    is_measured: bool
    company: Company | None
    choices: list[Choice]


class Stand(Struct, frozen=True, kw_only=True):
    """Where somebody of the top team stands, and what they change."""

    person: PersonCard
    stands: str
    words: str
    why: str
    change: str
    change_on: date | None
    said_on: date


class Mirror(Struct, frozen=True, kw_only=True):
    """All of it; `silent` are those of the top team who have not answered."""

    panes: list[Pane]
    stands: list[Stand]
    silent: list[PersonCard]
    has_top: bool


def mirror() -> Mirror:
    """What the top team of today says, beside the last wave that was published."""
    seats = set(TopSeat.objects.filter(person__is_active=True).values_list("person_id", flat=True))
    people = cards(seats)
    stances = list(Stance.objects.filter(person_id__in=seats))
    outlooks = {one.person_id: one for one in Outlook.objects.filter(person_id__in=seats)}
    company = _company()
    return Mirror(
        panes=[_pane(statement, stances, people, company) for statement in STATEMENTS],
        stands=[
            _stand(outlooks[card.id], card) for card in alphabetical(people.values()) if card.id in outlooks
        ],
        silent=alphabetical(card for person, card in people.items() if person not in outlooks),
        has_top=bool(seats),
    )


def mine(actor: Actor) -> tuple[dict[str, Stance], Outlook | None]:
    """What the actor has said so far."""
    found = {one.statement: one for one in Stance.objects.filter(person_id=actor.person_id)}
    return found, Outlook.objects.filter(person_id=actor.person_id).first()


def gap(view: str, company: Company) -> Gap:
    """How far an answer lies from the company's figure."""
    place = PLACES[view]
    middle, low, high = (round(place - at) for at in (company.mean, company.high, company.low))
    if low > 0:
        return Gap(side="above", amount=middle, low=low, high=high)
    if high < 0:
        return Gap(side="below", amount=-middle, low=-high, high=-low)
    return Gap(side="", amount=abs(middle), low=low, high=high)


def _pane(
    statement: Statement, stances: list[Stance], people: dict[int, PersonCard], company: dict[str, Company]
) -> Pane:
    figure = company.get(statement.scale)
    said = {one.person_id: one for one in stances if one.statement == statement.key}
    return Pane(
        key=statement.key,
        title=str(statement.title),
        words=str(statement.words),
        is_measured=bool(statement.scale),
        company=figure,
        choices=[
            Choice(
                view=view,
                words=str(words),
                voices=[
                    Voice(person=card, words=said[card.id].words)
                    for card in alphabetical(people.values())
                    if card.id in said and said[card.id].view == view
                ],
                gap=gap(view, figure) if figure else None,
            )
            for view, words in VIEWS.items()
        ],
    )


def _stand(outlook: Outlook, person: PersonCard) -> Stand:
    return Stand(
        person=person,
        stands=outlook.stands,
        words=str(STANDS[outlook.stands]),
        why=outlook.why,
        change=outlook.change,
        change_on=outlook.change_on,
        said_on=outlook.said_on,
    )


def _company() -> dict[str, Company]:
    """The company's figures of the last full wave that was published, by scale."""
    last = Published.objects.filter(group=None, wave__kind="full").order_by("-wave__closed_at").first()
    if last is None:
        return {}
    return {
        one.measure: Company(
            mean=one.mean, low=one.low, high=one.high, n=one.n, closed_on=one.wave.closed_at.date()
        )
        for one in Published.objects.filter(wave_id=last.wave_id, group=None).select_related("wave")
        if one.wave.closed_at is not None
    }
