"""Answers that helped and have grown old come back to whoever can say whether they still hold: their writer, else the question's owner.

One at a time, the oldest first, and within what somebody takes on in a week. Who does not answer is not asked twice.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from vloot.company.settings import reads as settings
from vloot.experts.asking import Pool
from vloot.experts.models import Load, Review
from vloot.ground import clock, ids
from vloot.notices import acts as notices
from vloot.notices.acts import Note
from vloot.talk.models import Helped, Post
from vloot.talk.spaces import readers

MOST = 500  # old answers that one round looks at


def put_forward() -> int:
    """Put old answers before people, one before each who has none yet and room for it. Returns how many."""
    return sum(_put(answer, person_id) for person_id, answer in _for_each().items())


def settle(answer_ids: Collection[int]) -> None:
    """These were looked at: nobody is asked about them until they have grown old again."""
    waiting = Review.objects.filter(pk__in=answer_ids)
    with transaction.atomic():
        waiting.update(person=None, checked_at=clock.now())
        notices.take_back(kind="answer_old", object_ids=list(answer_ids))


def drop(answer_ids: Collection[int]) -> None:
    """These are no more, or were written anew: nobody need look at them."""
    waiting = Review.objects.filter(pk__in=answer_ids, person__isnull=False)
    settle(list(waiting.values_list("pk", flat=True)))


def _old(before: datetime) -> QuerySet[Post]:
    """Answers that helped, last written or looked at before then, that nobody is asked about nor called outdated."""
    helped = Q(accepted_for__isnull=False) | Exists(Helped.objects.filter(answer=OuterRef("pk")))
    asked = Review.objects.filter(answer=OuterRef("pk"))
    found = Post.objects.filter(
        helped, kind=Post.ANSWER, removed_at=None, root__removed_at=None, outdated=None
    )
    found = found.filter(Q(edited_at=None) | Q(edited_at__lt=before), id__lt=ids.first(before))
    found = found.exclude(Exists(asked.filter(Q(person__isnull=False) | Q(checked_at__gte=before))))
    return found.filter(space__archived_at=None).select_related("root__question", "author", "space")


def _for_each() -> dict[int, Post]:
    """By person the oldest answer they can judge, for whom none waits and who take one more this week."""
    days = int(settings.value("experts.review_after_days"))
    found: dict[int, Post] = {}
    asked = set(Review.objects.filter(person__isnull=False).values_list("person_id", flat=True))
    for answer in _old(clock.ago(days=days)).order_by("id")[:MOST]:
        person_id = _judge(answer)
        if person_id and person_id not in asked:
            found.setdefault(person_id, answer)
    pool = Pool(list(found))
    return {person_id: answer for person_id, answer in found.items() if pool.is_free(person_id)}


def _judge(answer: Post) -> int | None:
    """Who can say whether it holds: its writer; when they have left or read it no more, who looks after the question."""
    assert answer.root
    wanted = [answer.author_id] if answer.author.is_active else [answer.root.question.owner_id]
    able = set(readers.among(answer.space_id, wanted))
    return next((one for one in wanted if one in able), None)


def _put(answer: Post, person_id: int) -> bool:
    now = clock.now()
    with transaction.atomic():
        Review.objects.update_or_create(answer=answer, defaults={"person_id": person_id, "asked_at": now})
        Load.objects.create(person_id=person_id, day=now.date())
        notices.tell_many([_note(answer, person_id)])
    return True


def _note(answer: Post, person_id: int) -> Note:
    assert answer.root
    return Note(
        person_id=person_id,
        kind="answer_old",
        object_id=answer.id,
        actor_id=0,
        link="/review/",
        title=answer.root.title,
        space_id=answer.space_id,
        thread_id=answer.root.id,
        event_id=answer.id,
    )
