"""One case, with all that who looks after it needs to decide."""

from vloot.ground import ids
from vloot.people import reads as people
from vloot.people import rules as persons_rules
from vloot.people.actor import Actor
from vloot.people.models import Person
from vloot.talk.order import engine, reads, rules, said
from vloot.talk.order.cards import CasePage, NoteLine, ReportLine
from vloot.talk.order.models import Case, Sealed, WatchWord
from vloot.talk.order.words import DECIDED, REASONS
from vloot.talk.posts import rules as posts
from vloot.talk.posts.models import Post


def page(actor: Actor, case_id: int) -> CasePage:
    """A case the actor looks after. Raises NotFound."""
    case = reads.get(actor, case_id)
    reports, notes = list(case.reports.order_by("id")), list(case.notes.order_by("id"))
    named = {
        case.decided_by_id,
        case.answered_by_id,
        *(r.reporter_id for r in reports),
        *(n.author_id for n in notes),
    }
    shown = people.cards({person for person in named if person})
    text = said.text_of(case.post) if case.post else ""
    return CasePage(
        line=reads.lines(actor, [case])[0],
        thread_id=_thread(actor, case),
        post_id=case.post_id,
        pieces=engine.marked(text, engine.find(text, case.marks)),
        watched=list(
            WatchWord.objects.filter(phrase__in=case.marks).values_list("phrase", "reason").distinct()
        ),
        is_gone=bool(case.post and case.post.removed_at),
        is_sealed=Sealed.objects.filter(case=case).exists(),
        reports=[
            ReportLine(shown.get(r.reporter_id or 0), str(REASONS[r.reason]), r.words, ids.moment(r.pk))
            for r in reports
        ],
        notes=[NoteLine(shown.get(n.author_id or 0), n.words, ids.moment(n.pk)) for n in notes],
        outcome=str(DECIDED.get(case.outcome, "")),
        reason=case.reason,
        until=case.until,
        decided_by=shown.get(case.decided_by_id or 0),
        decided_at=case.decided_at,
        appeal=case.appeal,
        is_overturned=case.is_overturned,
        appeal_reason=case.appeal_reason,
        answered_by=shown.get(case.answered_by_id or 0),
        can=_can(actor, case),
    )


def _thread(actor: Actor, case: Case) -> int | None:
    found = Post.objects.filter(posts.visible(actor), pk=case.post_id or 0).first()
    return found.thread_id if found else None


def _can(actor: Actor, case: Case) -> frozenset[str]:
    is_mine = rules.may_decide(actor, case).ok
    may_hold = persons_rules.may_make_read_only(
        actor, Person.objects.get(pk=case.person_id), people.roles_of(case.person_id)
    )
    can = {
        "claim": not is_mine and rules.may_claim(actor, case).ok,
        "decide": is_mine,
        "pass_on": is_mine and not case.is_company,
        "read_only": is_mine and may_hold.ok,
        "answer": rules.may_answer_appeal(actor, case).ok,
    }
    return frozenset(name for name, allowed in can.items() if allowed)
