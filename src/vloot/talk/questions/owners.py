"""Which human looks after a question."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from vloot.ground.errors import Refused
from vloot.people import reads as people
from vloot.talk.questions.models import Question
from vloot.talk.spaces import reads as spaces


def choose_many(places: Sequence[tuple[int, int]]) -> list[int]:
    """An owner for each (space, asker): the host of the space who looks after the fewest open questions, not the asker if possible.

    A space whose hosts have all left falls to the company's hosts, then to its administrators.
    """
    hosts = {space_id: spaces.hosts_of(space_id) for space_id in {space_id for space_id, _asker in places}}
    loads = _loads()
    chosen = []
    for space_id, asker in places:
        able = hosts[space_id] or people.with_role("host") or people.with_role("administrator")
        if not able:
            raise Refused(
                "no_host", _("Nobody hosts this space. Ask an administrator to appoint a host first.")
            )
        others = [person for person in able if person != asker] or able
        owner = min(others, key=lambda person: (loads.get(person, 0), others.index(person)))
        loads[owner] = loads.get(owner, 0) + 1
        chosen.append(owner)
    return chosen


def replace(person_ids: Sequence[int]) -> int:
    """Give the open questions of people who can no longer look after them to others. Returns how many."""
    with transaction.atomic():
        found = Question.objects.select_for_update(of=("self",)).filter(
            owner_id__in=person_ids, closed_at=None
        )
        return _give_away(list(found.select_related("post")))


def replace_in_space(person_id: int, space_id: int) -> int:
    """Give the open questions that somebody looks after in one space to its hosts. Returns how many."""
    with transaction.atomic():
        found = Question.objects.select_for_update(of=("self",)).filter(
            owner_id=person_id, closed_at=None, post__space_id=space_id
        )
        return _give_away(list(found.select_related("post")))


def _give_away(orphans: list[Question]) -> int:
    chosen = choose_many([(question.post.space_id, question.post.author_id) for question in orphans])
    for question, owner in zip(orphans, chosen, strict=True):
        question.owner_id = owner
    Question.objects.bulk_update(orphans, ["owner"])
    return len(orphans)


def _loads() -> dict[int, int]:
    found = Question.objects.filter(closed_at=None).values("owner_id").annotate(load=Count("pk"))
    return {row["owner_id"]: row["load"] for row in found}
