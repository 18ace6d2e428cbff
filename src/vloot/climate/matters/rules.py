"""Who answers, who says whether it was done, and who takes away."""

from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from vloot.climate.matters.models import Answer, Matter
from vloot.climate.waves import rules as waves
from vloot.company.models import TopSeat
from vloot.ground import clock
from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor
from vloot.people.models import Person, RoleName

FARTHEST = timedelta(days=366)


def visible(actor: Actor) -> Q:
    """Everybody who works here reads what is shown; what waits for its batch nobody does."""
    return Q(pk__in=[]) if actor.is_guest else Q(shown_on__isnull=False)


def may_write(actor: Actor) -> Verdict:
    """Everybody who works here, while the room is on and they are not only reading along."""
    if actor.is_importer:
        return yes()
    if actor.is_read_only:
        return no("read_only", _("You read along for a while. You can write again when that is over."))
    return waves.may_enter(actor)


def answers_for_all(actor: Actor) -> bool:
    """Whether somebody answers for the company: hosts, administrators and the top team."""
    if actor.is_guest:
        return False
    return actor.is_importer or actor.is_keeper or TopSeat.objects.filter(person_id=actor.person_id).exists()


def may_own(actor: Actor, matter: Matter) -> Verdict:
    """Hosts, administrators and the top team say who looks after it."""
    if matter.why_taken_away:
        return no("gone", _("This was taken away."))
    if not answers_for_all(actor):
        return no("not_host", _("Hosts and the top team say who looks after this. Ask one of them."))
    return may_write(actor)


def is_answerer(person_id: int) -> bool:
    """Whether somebody can look after a matter: they are a host, an administrator or in the top team, and here."""
    in_roles = Q(role_rows__name__in=(RoleName.HOST, RoleName.ADMINISTRATOR))
    found = Person.objects.filter(in_roles | Q(top_seat__isnull=False), id=person_id, is_active=True)
    return found.exclude(role_rows__name=RoleName.GUEST).exists()


def may_answer(actor: Actor, matter: Matter) -> Verdict:
    """Whoever looks after it answers, and so may who answers for the company; one answer at a time."""
    if matter.owner_id != actor.person_id:
        verdict = may_own(actor, matter)
        if not verdict:
            return verdict
    elif matter.why_taken_away:
        return no("gone", _("This was taken away."))
    last = matter.answers.order_by("id").last() if not matter._state.adding else None
    if last is not None and last.does and last.outcome != Answer.NOT_DONE:
        said = _("It has its answer. A new one may follow once somebody says that it was not done as said.")
        return no("answered", said)
    return may_write(actor)


def may_promise(does: bool, due_on: date | None) -> Verdict:
    """Whoever says that it is done names a day, within a year."""
    today = clock.now().date()
    if does and (due_on is None or not today <= due_on <= today + FARTHEST):
        return no("due_on", _("Say by when: a day from today on, within a year."))
    return yes()


def may_judge(actor: Actor, answer: Answer) -> Verdict:
    """Whoever is to say whether it was done (`is_judge`), while they may write."""
    verdict = is_judge(actor, answer)
    return may_write(actor) if verdict else verdict


def is_judge(actor: Actor, answer: Answer) -> Verdict:
    """Who raised it says whether it was done; where nobody has a name, anybody but who does it."""
    matter = answer.matter
    if matter.why_taken_away or not answer.does or answer.outcome:
        return no("judged", _("There is nothing to be said about this any more."))
    if actor.person_id in (answer.who_id, answer.given_by_id) and matter.writer_id != actor.person_id:
        return no("own", _("Somebody else says whether it was done as said."))
    writer = matter.writer
    if writer is not None and writer.is_active and writer.pk != actor.person_id:
        return no("not_yours", _("Whoever asked for it says whether it was done as said."))
    return yes()


def may_take_away(actor: Actor, matter: Matter) -> Verdict:
    """Hosts and administrators take away what harms somebody, with a reason that everybody reads."""
    if matter.kind == Matter.RESULT or matter.why_taken_away:
        return no("gone", _("This cannot be taken away."))
    if not actor.is_keeper:
        return no("not_host", _("Hosts take something away. Ask one of them."))
    return yes()
