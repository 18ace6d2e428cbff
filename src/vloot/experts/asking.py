"""A question finds people who may know: whom it invites when it is asked, and what follows while nobody answers.

Nothing here is anybody's deed, so nothing of it stands in the logbook; whoever declines leaves nothing behind either.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from vloot.experts import knowing
from vloot.experts.models import Invitation, Load, Route, Taking
from vloot.ground import clock, ids
from vloot.ground.text import plain
from vloot.notices import acts as notices
from vloot.notices import choices, engine
from vloot.notices.acts import Note
from vloot.notices.engine import Rest
from vloot.people import reads as people
from vloot.talk.models import Question
from vloot.talk.posts.models import Post
from vloot.talk.spaces import readers
from vloot.talk.spaces import reads as spaces

if TYPE_CHECKING:
    from vloot.experts.engine.routing import Candidate

FIRST, SECOND, OWNER, OUTSIDE = range(4)  # as engine.routing.Ring, which is slow to start with
KEPT = timedelta(days=28)
_EPOCH = date(1970, 1, 1)


def invite(question: Question) -> None:
    """Draw both rings of a new question, and tell the first; once."""
    from vloot.experts.engine import routing

    post = question.post
    with transaction.atomic():
        _route, is_new = Route.objects.get_or_create(question=question)
        asker = people.actors_for([post.author_id]).get(post.author_id)
        if not is_new or asker is None or not _waits(question):
            return
        if not readers.among(post.space_id, [post.author_id]):
            return  # left the space meanwhile: what they may read no longer finds anybody
        text = f"{post.title} {plain(post.html)}"
        weights = knowing.likely(asker, text)
        members = {card.id for card in spaces.members_of(asker, post.space) if not card.is_guest}
        able = set(readers.among(post.space_id, {*weights, *members})) - {post.author_id, question.owner_id}
        able -= knowing.kept_away(able, text)
        pool = Pool(able)
        band = [pool.candidate(one, weights[one]) for one in able if one in weights]
        new = [pool.candidate(one) for one in able if one not in weights and pool.is_curious(one)]
        chance, now = random.Random(post.id), _days(clock.now().date())  # noqa: S311  # a draw, no secret
        # Without anybody who knows, a newcomer to it would stand alone.
        first = routing.invite(band, new if band else [], now, chance, limit=pool.limit)
        second = routing.invite(band, [], now, chance, limit=pool.limit, already=first)
        Invitation.objects.bulk_create(
            Invitation(id=ids.new(), question=question, person_id=int(person), ring=ring)
            for ring, persons in ((FIRST, first), (SECOND, second))
            for person in persons
        )
        tell(question, Invitation.objects.filter(question=question, ring=FIRST))


def go_on() -> int:
    """Let every question that waits go on to the ring its working days have brought. Returns how many went on."""
    rest = choices.company_rest()
    waiting = Route.objects.filter(ring__lt=OUTSIDE, question__closed_at=None, question__accepted=None)
    found = waiting.filter(question__post__removed_at=None).select_related("question__post__space")
    Load.objects.filter(day__lt=clock.now().date() - KEPT).delete()
    return sum(_go_on(route, rest) for route in found.order_by("pk"))


def drop(question_ids: Collection[int]) -> None:
    """Nobody need answer these any more: their invitations go, with their notices."""
    let_go(list(Invitation.objects.filter(question_id__in=question_ids).values_list("id", flat=True)))


def let_go(invitation_ids: Collection[int]) -> None:
    """These invitations are gone, with their notices, and nothing tells why."""
    with transaction.atomic():
        Invitation.objects.filter(id__in=invitation_ids).delete()
        notices.forget_about(list(invitation_ids))


def offer(question: Question, person_id: int) -> None:
    """Invite somebody whom another named, if they may read it and have room."""
    text = f"{question.post.title} {plain(question.post.html)}"
    able = set(readers.among(question.post.space_id, [person_id]))
    able -= {question.post.author_id, question.owner_id, *knowing.kept_away(able, text)}
    if not able or not _waits(question) or not Pool(able).is_free(person_id):
        return
    with transaction.atomic():
        made, is_new = Invitation.objects.get_or_create(
            question=question, person_id=person_id, defaults={"ring": FIRST}
        )
        if is_new or not made.is_told:
            tell(question, [made])


def tell(question: Question, invited: Iterable[Invitation]) -> None:
    """Tell people that they are invited, each within their own hours, and count the day against their cap."""
    post = question.post
    for one in invited:
        one.is_told = True
        one.save(update_fields=["is_told"])
        Load.objects.create(person_id=one.person_id, day=clock.now().date())
        notices.tell_many([_note("invited_to_answer", post, one.person_id, one.id)])


class Pool:
    """What some people take on, and how many invitations are enough for anybody."""

    def __init__(self, person_ids: Collection[int]) -> None:
        from vloot.experts.engine import routing

        everybody = {*person_ids, *people.ids_of_colleagues()}
        self.today = clock.now().date()
        self._rests = choices.rests(person_ids)
        self._takings = Taking.objects.in_bulk(everybody)
        self._invited: dict[int, list[float]] = {}
        for person_id, day in Load.objects.filter(person__in=everybody).values_list("person_id", "day"):
            self._invited.setdefault(person_id, []).append(_days(day))
        self.limit = routing.fair_limit(map(self._load, sorted(everybody)), _days(self.today))

    def candidate(self, person_id: int, weight: float = 1.0) -> Candidate:
        """One of the people asked about, as the engine sees them."""
        is_away = self._is_away(self._taking(person_id), self._rests[person_id])
        return self._load(person_id)._replace(weight=weight, is_away=is_away)

    def is_curious(self, person_id: int) -> bool:
        """Whether somebody is also invited to what is new to them."""
        return self._taking(person_id).is_curious

    def is_free(self, person_id: int) -> bool:
        """Whether somebody takes one more."""
        from vloot.experts.engine import routing

        return routing.is_free(self.candidate(person_id), _days(self.today), self.limit)

    def _load(self, person_id: int) -> Candidate:
        """What anybody was invited to and takes on; whether they are here is not looked up."""
        from vloot.experts.engine import routing

        invited = tuple(self._invited.get(person_id, ()))
        return routing.Candidate(str(person_id), 1.0, invited, cap=self._taking(person_id).a_week)

    def _taking(self, person_id: int) -> Taking:
        return self._takings.get(person_id) or Taking(person_id=person_id)

    def _is_away(self, taking: Taking, rest: Rest) -> bool:
        is_paused = taking.paused_until is not None and taking.paused_until >= self.today
        return is_paused or engine.is_holiday(self.today, rest)


def _go_on(route: Route, rest: Rest) -> bool:
    from vloot.experts.engine import routing

    question = route.question
    reached = routing.ring_after(engine.working_days(ids.moment(question.pk), clock.now(), rest))
    if reached <= route.ring or not _waits(question):
        return False
    with transaction.atomic():
        for ring in range(route.ring + 1, reached + 1):
            _enter(question, ring)
        route.ring = reached
        route.save(update_fields=["ring"])
    return True


def _enter(question: Question, ring: int) -> None:
    post = question.post
    if ring == SECOND:
        waiting = Invitation.objects.filter(question=question, ring=SECOND, is_told=False)
        pool = Pool([one.person_id for one in waiting])
        able = set(readers.among(post.space_id, [one.person_id for one in waiting]))
        tell(question, [one for one in waiting if one.person_id in able and pool.is_free(one.person_id)])
        waiting.filter(is_told=False).delete()
    elif ring == OWNER:
        notices.tell_many([_note("ask_around", post, question.owner_id, post.id)])
    else:
        notices.tell_many([_note("call_outside", post, question.owner_id, post.id, link="/crafts/outside/")])


def _waits(question: Question) -> bool:
    """Whether nobody but the asker has answered yet."""
    if question.closed_at or question.accepted_id or question.post.removed_at:
        return False
    answers = Post.objects.filter(root_id=question.pk, kind=Post.ANSWER, removed_at=None)
    return not answers.exclude(author_id=question.post.author_id).exists()


def _note(kind: str, post: Post, person_id: int, about: int, link: str = "") -> Note:
    return Note(
        person_id=person_id,
        kind=kind,
        object_id=about,
        actor_id=post.author_id,
        link=link or f"/t/{post.id}/",
        title=post.title,
        space_id=post.space_id,
        thread_id=post.id,
        event_id=about,
    )


def _days(day: date) -> float:
    return float((day - _EPOCH).days)
