"""Which human looks after a question."""

from collections.abc import Collection, Mapping, Sequence

from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from vloot.ground.errors import Refused
from vloot.people import reads as people
from vloot.talk.questions import rules
from vloot.talk.questions.models import Question
from vloot.talk.spaces import hosts
from vloot.talk.spaces import reads as spaces


def choose_many(
    places: Sequence[tuple[int, int]], leaving: Collection[int] = (), duty: Mapping[int, int] | None = None
) -> list[int]:
    """An owner for each (space, asker): the host of the space who looks after the fewest open questions, not the asker if possible.

    `duty` is who answers this week in each space: they come first, unless they ask themselves.
    In a space whose hosts have all left it is whoever would host it next.
    """
    hosting = {
        space_id: _hosting(space_id, leaving) for space_id in {space_id for space_id, _asker in places}
    }
    loads = _loads()
    chosen = []
    for space_id, asker in places:
        able = hosting[space_id]
        others = [person for person in able if person != asker] or able
        on_duty = (duty or {}).get(space_id)
        owner = (
            on_duty
            if on_duty in others
            else min(others, key=lambda person: (loads.get(person, 0), others.index(person)))
        )
        loads[owner] = loads.get(owner, 0) + 1
        chosen.append(owner)
    return chosen


def replace(person_ids: Collection[int]) -> list[Question]:
    """Give the open questions of people who can no longer look after them to others. Returns these questions."""
    return _replace(Q(owner_id__in=person_ids), leaving=person_ids)


def replace_in_space(person_id: int, space_id: int) -> list[Question]:
    """Give the open questions that somebody looks after in one space to its hosts. Returns these questions."""
    return _replace(Q(owner_id=person_id, post__space_id=space_id))


def replace_unfit(where: Q) -> list[Question]:
    """Give those open questions whose owner may look after them no longer to others. Returns these questions."""
    return _replace(where, only_unfit=True)


def _replace(where: Q, *, leaving: Collection[int] = (), only_unfit: bool = False) -> list[Question]:
    with transaction.atomic():
        held = Question.objects.select_for_update(of=("self",)).filter(where, closed_at=None)
        found = list(held.select_related("post").order_by("pk"))
        if only_unfit:
            cards = people.cards({question.owner_id for question in found})
            found = [question for question in found if not rules.may_own(question, cards[question.owner_id])]
        chosen = choose_many(
            [(question.post.space_id, question.post.author_id) for question in found], leaving
        )
        for question, owner in zip(found, chosen, strict=True):
            question.owner_id = owner
        Question.objects.bulk_update(found, ["owner"])
        return found


def _hosting(space_id: int, leaving: Collection[int]) -> list[int]:
    if found := [host for host in spaces.hosts_of(space_id) if host not in leaving]:
        return found
    if (successor := hosts.successor(space_id, leaving)) is None:
        raise Refused("no_host", _("Nobody hosts this space. Ask an administrator to appoint a host first."))
    return [successor]


def _loads() -> dict[int, int]:
    found = Question.objects.filter(closed_at=None).values("owner_id").annotate(load=Count("pk"))
    return {row["owner_id"]: row["load"] for row in found}
