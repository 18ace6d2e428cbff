"""The verbs: naming one's crafts, confirming those of others, keeping away, the list outside, and what one is invited to."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.experts import asking, reviewing, rules
from vloot.experts.models import Confirmation, Craft, Holding, Invitation, Outsider, Review, Taking, Wish
from vloot.ground.errors import Refused, require
from vloot.ground.text import sort_key
from vloot.logbook import acts as logbook
from vloot.people import pace
from vloot.people.actor import Actor
from vloot.talk.models import Post
from vloot.talk.questions import acts as questions


def take_up(*, by: Actor, name: str) -> Craft:
    """Name a craft as one's own; one that is called the same is the same."""
    require(rules.may_take_up(by))
    pace.keep(by, rules.NAMED)
    with transaction.atomic():
        craft = _called(name)
        made, is_new = Holding.objects.get_or_create(craft=craft, person_id=by.person_id)
        if is_new:
            _record("CraftTakenUp", by, made.craft_id)
    return craft


def lay_down(*, by: Actor, craft: Craft) -> None:
    """It is one's own craft no longer; what colleagues confirmed goes with it."""
    with transaction.atomic():
        gone, _each = Holding.objects.filter(craft=craft, person_id=by.person_id).delete()
        if gone:
            _record("CraftLaidDown", by, craft.id)


def confirm(*, by: Actor, holding: Holding) -> None:
    """Say that a colleague knows their craft. Refused for one's own."""
    require(rules.may_confirm(by, holding))
    pace.keep(by, rules.CONFIRMED)
    with transaction.atomic():
        _made, is_new = Confirmation.objects.get_or_create(holding=holding, by_id=by.person_id)
        if is_new:
            _record("CraftConfirmed", by, holding.craft_id, person_id=holding.person_id)


def withdraw_confirmation(*, by: Actor, holding: Holding) -> None:
    """Say it no longer."""
    with transaction.atomic():
        gone, _each = Confirmation.objects.filter(holding=holding, by_id=by.person_id).delete()
        if gone:
            _record("CraftConfirmationWithdrawn", by, holding.craft_id, person_id=holding.person_id)


def keep_away(*, by: Actor, topic: str) -> None:
    """Not to be named for a topic: one's own wish, that nobody is told of."""
    require(rules.may_keep_away(by))
    found = _line(topic, "topic")
    Wish.objects.get_or_create(person_id=by.person_id, topic=found)


def come_back(*, by: Actor, wish_id: int) -> None:
    """Be named for a topic again."""
    Wish.objects.filter(person_id=by.person_id, pk=wish_id).delete()


def list_outsider(*, by: Actor, craft: str, name: str, reached_by: str) -> Outsider:
    """Write down whom one calls outside for a craft. Raises Refused about the field that is empty or too long."""
    require(rules.may_keep_outsiders(by))
    called, way = _line(name, "name", 120), _line(reached_by, "reached_by", 300)
    with transaction.atomic():
        made = Outsider.objects.create(
            craft=_called(craft, "craft"), name=called, reached_by=way, sort_key=sort_key(called)
        )
        _record("OutsiderListed", by, made.id)
    return made


def drop_outsider(*, by: Actor, outsider_id: int) -> None:
    """Take somebody off that list."""
    require(rules.may_keep_outsiders(by))
    with transaction.atomic():
        gone, _each = Outsider.objects.filter(pk=outsider_id).delete()
        if gone:
            _record("OutsiderDropped", by, outsider_id)


def _called(name: str, field: str = "craft") -> Craft:
    called = _line(name, field)
    found, _new = Craft.objects.get_or_create(sort_key=sort_key(called), defaults={"name": called})
    return found


def _line(typed: str, field: str, longest: int = 60) -> str:
    found = " ".join(typed.split())
    if not found or not sort_key(found).strip():
        raise Refused("empty", _("Write a word or two here."), field)
    if len(found) > longest:
        raise Refused(
            "too_long", _("Keep it short: at most %(longest)s letters.") % {"longest": longest}, field
        )
    return found


def _record(kind: str, by: Actor, object_id: int, **details: int) -> None:
    logbook.record(
        kind=kind, actor_id=by.person_id, object_id=object_id, origin=by.origin, details=dict(details)
    )


def decline(*, by: Actor, invitation: Invitation) -> None:
    """Not me: the invitation is gone, without a reason, a notice or a trace."""
    require(rules.may_decline(by, invitation))
    asking.let_go([invitation.pk])


def pass_on(*, by: Actor, invitation: Invitation, to: int) -> None:
    """Not me, try somebody else: they are invited if they have room for it. Who passes it on is not told whether they have."""
    require(rules.may_decline(by, invitation))
    asking.offer(invitation.question, to)
    asking.let_go([invitation.pk])


def still_holds(*, by: Actor, review: Review) -> None:
    """Say that an old answer is as true as ever: it comes back when it has grown old again."""
    require(rules.may_review(by, review))
    with transaction.atomic():
        reviewing.settle([review.pk])
        _record("AnswerReviewed", by, review.pk)


def holds_no_longer(*, by: Actor, review: Review, instead: Post | None = None) -> None:
    """Say that an old answer holds no longer, and what does."""
    require(rules.may_review(by, review))
    with transaction.atomic():
        questions.mark_outdated(by=by, answer=review.answer, instead=instead)
        reviewing.settle([review.pk])


def choose(*, by: Actor, a_week: int, paused_until: date | None, is_curious: bool) -> None:
    """How many invitations a week one takes, none for a while, and whether to be invited to what is new to one."""
    if not 0 <= a_week <= rules.MOST_A_WEEK:
        raise Refused("a_week", _("Choose a number from 0 to 10."), "a_week")
    chosen = {"a_week": a_week, "paused_until": paused_until, "is_curious": is_curious}
    Taking.objects.update_or_create(person_id=by.person_id, defaults=chosen)
