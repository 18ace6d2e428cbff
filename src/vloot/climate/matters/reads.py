"""What asks for an answer, as its reader sees it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from django.db.models import Prefetch, QuerySet
from msgspec import Struct

from vloot.climate.matters import rules, states
from vloot.climate.matters.models import Answer, Matter
from vloot.ground import clock
from vloot.ground.errors import NotFound
from vloot.notices import choices
from vloot.people.actor import Actor
from vloot.people.cards import PersonCard, cards

_LAST = 3
_STEPS = {
    **dict.fromkeys(states.UNANSWERED, 0),
    states.DUE: 1,
    states.DOING: 2,
    **dict.fromkeys(states.SETTLED, _LAST),
}
LINGERS = timedelta(days=183)  # so long what is settled stays on its page


class AnswerCard(Struct, frozen=True, kw_only=True):
    """An answer, and what became of it."""

    id: int
    does: bool
    words: str
    who: PersonCard | None
    due_on: date | None
    given_by: PersonCard | None
    given_on: date
    outcome: str
    outcome_words: str
    outcome_by: PersonCard | None
    outcome_on: date | None
    may_judge: bool
    needs_reason: bool


class MatterCard(Struct, frozen=True, kw_only=True):
    """A matter; `waits` are the working days it has waited for an answer, 0 when it does not wait."""

    id: int
    kind: str
    words: str
    is_named: bool
    writer: PersonCard | None
    shown_on: date
    due_on: date | None
    owner: PersonCard | None
    team_id: int | None
    team_name: str
    why_taken_away: str
    taken_away_by: PersonCard | None
    answers: list[AnswerCard]
    state: str
    waits: int
    is_late: bool
    may_own: bool
    may_answer: bool
    may_take_away: bool


def get(actor: Actor, matter_id: int) -> Matter:
    """One matter this actor may see. Raises NotFound."""
    found = Matter.objects.filter(rules.visible(actor), pk=matter_id).first()
    if found is None:
        raise NotFound
    return found


def answer(actor: Actor, answer_id: int) -> Answer:
    """An answer to what this actor may see. Raises NotFound."""
    found = Answer.objects.filter(pk=answer_id).select_related("matter__writer").first()
    if found is None:
        raise NotFound
    get(actor, found.matter_id)
    return found


def of_kind(actor: Actor, kind: str) -> list[MatterCard]:
    """All of a kind that ask for an answer, are being done, or were settled in the last half year."""
    return listed(actor, Matter.objects.filter(rules.visible(actor), kind=kind))


def listed(actor: Actor, found: QuerySet[Matter]) -> list[MatterCard]:
    """Cards of matters: what waits longest first, then what is being done by its day, then what is settled, the newest first."""
    every = found.select_related("team", "writer").prefetch_related(
        Prefetch("answers", queryset=Answer.objects.order_by("id"))
    )
    reader = _Reader(actor, list(every))
    return sorted((reader.card(row) for row in reader.rows if not reader.is_long_ago(row)), key=_order)


def open_of(found: Iterable[MatterCard]) -> list[MatterCard]:
    """Those that are not settled."""
    return [one for one in found if one.state not in states.SETTLED and not one.why_taken_away]


def settled_of(found: Iterable[MatterCard]) -> list[MatterCard]:
    """Those that are, and what was taken away."""
    return [one for one in found if one.state in states.SETTLED or one.why_taken_away]


def _order(card: MatterCard) -> tuple[int, int, int, int]:
    last = card.answers[-1] if card.answers else None
    at = (last.due_on if last and last.due_on else card.shown_on).toordinal()
    step = _STEPS[card.state]
    return step, -card.waits, -at if step == _LAST else at, card.id


class _Reader:
    """Who reads, and what is asked once for all the cards they are shown."""

    def __init__(self, actor: Actor, rows: list[Matter]) -> None:
        self.actor, self.rows = actor, rows
        self.shown = cards(_named(rows))
        self.writes = bool(rules.may_write(actor))
        self.speaks = self.writes and rules.answers_for_all(actor)
        self.rest = choices.company_rest()
        self.today = clock.now().date()

    def is_long_ago(self, row: Matter) -> bool:
        answers = list(row.answers.all())
        is_settled = states.of(answers, self.today) in states.SETTLED
        return is_settled and self._since(row, answers) < self.today - LINGERS

    def card(self, row: Matter) -> MatterCard:
        answers = list(row.answers.all())
        state = states.of(answers, self.today)
        is_here = not row.why_taken_away
        asks = is_here and state in (*states.UNANSWERED, states.WILL_NOT)
        waits = 0
        if is_here and state in states.UNANSWERED:
            waits = states.working_days(self._since(row, answers), self.today, self.rest)
        return MatterCard(
            id=row.pk,
            kind=row.kind,
            words=row.words,
            is_named=row.is_named,
            writer=self._who(row.writer_id),
            shown_on=row.shown_on or self.today,
            due_on=row.due_on,
            owner=self._who(row.owner_id),
            team_id=row.team_id,
            team_name=row.team.name if row.team else "",
            why_taken_away=row.why_taken_away,
            taken_away_by=self._who(row.taken_away_by_id),
            answers=[self._answer(one, row) for one in answers],
            state=state,
            waits=waits,
            is_late=waits > states.PATIENCE,
            may_own=self.speaks and asks,
            may_answer=asks and (self.speaks or (self.writes and row.owner_id == self.actor.person_id)),
            may_take_away=bool(rules.may_take_away(self.actor, row)),
        )

    def _answer(self, row: Answer, matter: Matter) -> AnswerCard:
        row.matter = matter
        return AnswerCard(
            id=row.pk,
            does=row.does,
            words=row.words,
            who=self._who(row.who_id),
            due_on=row.due_on,
            given_by=self._who(row.given_by_id),
            given_on=row.given_on,
            outcome=row.outcome,
            outcome_words=row.outcome_words,
            outcome_by=self._who(row.outcome_by_id),
            outcome_on=row.outcome_on,
            may_judge=self.writes and bool(rules.is_judge(self.actor, row)),
            needs_reason=matter.writer_id != self.actor.person_id,
        )

    def _since(self, row: Matter, answers: Sequence[Answer]) -> date:
        return states.since(row.shown_on or self.today, answers)

    def _who(self, person_id: int | None) -> PersonCard | None:
        return self.shown.get(person_id or 0)


def _named(rows: Sequence[Matter]) -> set[int]:
    found: set[int | None] = set()
    for row in rows:
        found |= {row.writer_id, row.owner_id, row.taken_away_by_id}
        for one in row.answers.all():
            found |= {one.who_id, one.given_by_id, one.outcome_by_id}
    return {person_id for person_id in found if person_id}
