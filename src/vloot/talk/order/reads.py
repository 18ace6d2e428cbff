"""Questions to order."""

from collections.abc import Iterable

from django.db.models import Q

from vloot.ground import clock, ids
from vloot.ground.errors import NotFound
from vloot.ground.text import excerpt
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard
from vloot.talk.order import keepers, rules, sealing
from vloot.talk.order.cards import CaseLine, Decision, MyReport, Watched
from vloot.talk.order.models import Case, Report, Sealed, WatchWord
from vloot.talk.order.words import DONE, REASONS
from vloot.talk.posts import rules as posts
from vloot.talk.posts.models import Post
from vloot.talk.spaces import reads as spaces
from vloot.talk.spaces.models import Membership

WAITING = Q(decided_at=None) | Q(appealed_at__isnull=False, answered_at=None)
CONSEQUENCES = (Case.REMOVED, Case.WARNED, Case.READ_ONLY)


def get(actor: Actor, case_id: int) -> Case:
    """A case the actor looks after. Raises NotFound."""
    found = Case.objects.filter(rules.visible(actor), pk=case_id).select_related("post").first()
    if found is None:
        raise NotFound
    return found


def queue(actor: Actor) -> list[CaseLine]:
    """What waits for the actor to look at, the oldest first; appeals against what they decided themselves left out."""
    own = Q(decided_by_id=actor.person_id, appealed_at__isnull=False)
    waiting = Case.objects.filter(rules.visible(actor) & WAITING).exclude(own)
    return lines(actor, list(waiting.select_related("post").prefetch_related("reports").order_by("id")))


def looks_after(actor: Actor) -> bool:
    """Whether the actor is one of those who keep order somewhere."""
    if actor.is_read_only or actor.is_importer:
        return False
    hosts = Membership.objects.filter(person_id=actor.person_id, is_host=True)
    return rules.is_keeper(actor) or hosts.exists()


def lines(actor: Actor, cases: list[Case]) -> list[CaseLine]:
    """Cases as the queue shows them."""
    named = {case.person_id for case in cases} | {case.claimed_by_id for case in cases if case.claimed_by_id}
    persons = people.cards(named)
    places = spaces.refs({case.space_id for case in cases if case.space_id})
    return [
        CaseLine(
            id=case.pk,
            person=persons[case.person_id],
            space=places.get(case.space_id or 0),
            at=case.appealed_at or ids.moment(case.pk),
            reasons=_reasons(case),
            excerpt=excerpt(case.post.html, 160) if case.post else "",
            claimed_by=persons.get(case.claimed_by_id or 0) if not rules.is_stale(case) else None,
            is_mine=case.claimed_by_id == actor.person_id,
            is_appeal=case.appealed_at is not None,
        )
        for case in cases
    ]


def who_reads(actor: Actor, post: Post) -> list[PersonCard]:
    """Who would look at a report of this post by the actor, alphabetically."""
    without = {post.author_id, actor.person_id}
    found = keepers.of_space(post.space_id, without) or keepers.of_company(without)
    return people.alphabetical(people.cards(found).values())


def reported_case_ids(actor: Actor) -> list[int]:
    """The cases of what the actor reported."""
    return list(Report.objects.filter(reporter_id=actor.person_id).values_list("case_id", flat=True))


def my_reports(actor: Actor) -> list[MyReport]:
    """What the actor reported and is not forgotten yet, the newest first."""
    found = Report.objects.filter(reporter_id=actor.person_id).select_related("case__post").order_by("-id")
    readable = _readable(actor, [report.case.post_id for report in found if report.case.post_id])
    return [
        MyReport(
            reason=str(REASONS[report.reason]),
            at=ids.moment(report.pk),
            thread_id=post.thread_id if (post := readable.get(report.case.post_id or 0)) else None,
            title=(post.title or excerpt(post.html, 80)) if post else "",
            looked_at=report.case.decided_at,
        )
        for report in found
    ]


def about_me(actor: Actor) -> list[Decision]:
    """The decisions about the actor that are not forgotten yet, the newest first."""
    found = Case.objects.filter(person_id=actor.person_id, outcome__in=CONSEQUENCES).order_by("-decided_at")
    return [_decision(actor, case) for case in found.select_related("post")]


def decision(actor: Actor, case_id: int) -> tuple[Case, Decision]:
    """One decision about the actor. Raises NotFound."""
    mine = Case.objects.filter(pk=case_id, person_id=actor.person_id, outcome__in=CONSEQUENCES)
    found = mine.select_related("post").first()
    if found is None:
        raise NotFound
    return found, _decision(actor, found)


def why_read_only(actor: Actor) -> Decision | None:
    """The decision that keeps the actor from writing now; None when none does, or it was forgotten."""
    if not actor.is_read_only:
        return None
    mine = Case.objects.filter(person_id=actor.person_id, outcome=Case.READ_ONLY, until__gt=clock.now())
    found = mine.select_related("post").order_by("-decided_at").first()
    return _decision(actor, found) if found else None


def watched(actor: Actor) -> list[Watched]:
    """The watched words the actor may read: those of the company and of the spaces they host or may know of, alphabetically."""
    known = spaces.visible_space_ids(actor)
    found = list(WatchWord.objects.filter(Q(space=None) | Q(space_id__in=known)).select_related("space"))
    places = spaces.refs({word.space_id for word in found if word.space_id})
    persons = people.cards({word.added_by_id for word in found if word.added_by_id})
    return [
        Watched(
            id=word.pk,
            phrase=word.phrase,
            reason=word.reason,
            space=places.get(word.space_id or 0),
            added_by=persons.get(word.added_by_id or 0),
            can_drop=rules.may_watch(actor, word.space).ok,
        )
        for word in sorted(found, key=lambda word: (word.phrase, word.pk))
    ]


def _reasons(case: Case) -> list[str]:
    said = [str(REASONS[report.reason]) for report in case.reports.all()]
    return list(dict.fromkeys([*said, *(f"“{mark}”" for mark in case.marks)]))


def _readable(actor: Actor, post_ids: Iterable[int]) -> dict[int, Post]:
    return Post.objects.filter(posts.visible(actor), removed_at=None).in_bulk(list(post_ids))


def _decision(actor: Actor, case: Case) -> Decision:
    decided_at = case.decided_at or clock.now()
    persons = people.cards({who for who in (case.decided_by_id, case.answered_by_id) if who})
    sealed = Sealed.objects.filter(case=case).first()
    is_there = case.post is not None and bool(_readable(actor, [case.post.pk]))
    return Decision(
        id=case.pk,
        outcome=case.outcome,
        title=str(DONE[case.outcome]),
        reason=case.reason,
        until=case.until,
        decided_by=persons.get(case.decided_by_id or 0),
        decided_at=decided_at,
        words=sealing.text_of(sealed.held) if sealed else "",
        appeal=case.appeal,
        appeal_by=decided_at + rules.APPEAL,
        is_overturned=case.is_overturned,
        appeal_reason=case.appeal_reason,
        answered_by=persons.get(case.answered_by_id or 0),
        thread_id=case.post.thread_id if case.post is not None and is_there else None,
        can_appeal=rules.may_appeal(actor, case).ok,
    )
