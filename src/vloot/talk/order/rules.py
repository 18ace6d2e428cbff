"""Who may report, look at cases, decide about them, and ask for another look."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.ground import clock
from vloot.ground.errors import Verdict, no, yes
from vloot.ground.limits import HOUR, declare
from vloot.people.actor import Actor
from vloot.talk.order.models import Case, Report
from vloot.talk.posts.models import Post
from vloot.talk.spaces import rules as spaces
from vloot.talk.spaces.models import Membership, Space

APPEAL = timedelta(days=14)  # to ask for another look, and as long words stay sealed
CLAIM = timedelta(hours=24)  # then somebody else may take it up
REPORTS = declare("reports", 30, HOUR, gettext_lazy("Posts one person reports"))


def is_keeper(actor: Actor) -> bool:
    """Whether the actor keeps order in the whole company: its hosts and administrators do, unless they read only themselves."""
    return actor.is_keeper and not actor.is_read_only


def visible(actor: Actor) -> Q:
    """The cases an actor looks after: of spaces they host; a keeper those of all spaces they read, and of the company.

    Never one about themselves, nor one that they reported. An importer looks after none.
    """
    if actor.is_importer or actor.is_guest or actor.is_read_only:
        return Q(pk__in=[])
    mine = Exists(Report.objects.filter(case=OuterRef("pk"), reporter_id=actor.person_id))
    hosted = Membership.objects.filter(person_id=actor.person_id, is_host=True).values("space_id")
    kept = Q(is_company=False, space_id__in=hosted)
    if is_keeper(actor):
        readable = Space.objects.filter(spaces.readable(actor)).values("id")
        kept |= Q(is_company=True) | Q(space_id__in=readable)
    return kept & ~Q(person_id=actor.person_id) & ~Q(mine)


def may_report(actor: Actor, post: Post) -> Verdict:
    """Whoever reads a post may ask the hosts to look at it; also somebody who reads only."""
    if post.removed_at:
        return no("removed", _("This was taken away already. There is nothing to look at any more."))
    if post.author_id == actor.person_id:
        return no("own_post", _("You wrote this yourself. You can change it or take it away."))
    return yes()


def may_claim(actor: Actor, case: Case) -> Verdict:
    """One host at a time; what lay with somebody for a day may be taken up by another."""
    if case.decided_at:
        return no("decided", _("Somebody has decided about this already."))
    if case.claimed_by_id in (None, actor.person_id) or is_stale(case):
        return yes()
    return no("claimed", _("Somebody else is looking at this. Leave them a note if you know more."))


def may_decide(actor: Actor, case: Case) -> Verdict:
    """Who has taken a case up decides about it, once."""
    if case.decided_at:
        return no("decided", _("Somebody has decided about this already."))
    if case.claimed_by_id != actor.person_id:
        return no("not_claimed", _("Take this up first, so that nobody else decides at the same time."))
    return yes()


def may_take_away(actor: Actor, post: Post) -> Verdict:
    """The hosts of a space take away what others wrote there."""
    if post.removed_at:
        return no("removed", _("This was removed already."))
    if post.author_id == actor.person_id:
        return no("own_post", _("You wrote this yourself. You can change it or take it away."))
    if not actor.is_read_only and spaces.is_host(actor, post.space):
        return yes()
    return no("not_host", _("Only the hosts of this space can do this. Ask one of them."))


def may_appeal(actor: Actor, case: Case) -> Verdict:
    """Whoever a decision is about asks once, within two weeks, that somebody else looks again."""
    if case.outcome not in (Case.REMOVED, Case.WARNED, Case.READ_ONLY) or case.person_id != actor.person_id:
        return no("no_decision", _("There is nothing here to look at again."))
    if case.appealed_at:
        return no("appealed", _("You have asked already. Somebody else looks at it."))
    if case.decided_at is None or case.decided_at + APPEAL < clock.now():
        return no(
            "too_late", _("This is more than two weeks ago. Talk with who decided, or with the counsellor.")
        )
    return yes()


def may_answer_appeal(actor: Actor, case: Case) -> Verdict:
    """An appeal is answered by somebody else than who decided."""
    if not case.appealed_at or case.answered_at:
        return no("no_appeal", _("Nobody is waiting for another look at this."))
    if case.decided_by_id == actor.person_id:
        return no("own_decision", _("You decided this yourself. Somebody else looks again."))
    return yes()


def may_watch(actor: Actor, space: Space | None) -> Verdict:
    """Keepers watch words in the whole company, the hosts of a space in it."""
    if is_keeper(actor) or (space is not None and not actor.is_read_only and spaces.is_host(actor, space)):
        return yes()
    return no("not_host", _("Only hosts and administrators keep this list."))


def may_read_watched(actor: Actor) -> Verdict:
    """Every host, the administrators and the works council read which words are watched, and why."""
    hosts = Membership.objects.filter(person_id=actor.person_id, is_host=True)
    if is_keeper(actor) or actor.is_council or hosts.exists():
        return yes()
    return no("not_host", _("Hosts, administrators and the works council read this list."))


def is_stale(case: Case) -> bool:
    """Whether a case has lain with somebody for longer than a day."""
    return case.claimed_at is not None and case.claimed_at + CLAIM < clock.now()
