"""Who may see, read and do what with a space."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.ground import clock
from vloot.ground.database import sql
from vloot.ground.errors import Verdict, no, yes
from vloot.ground.limits import DAY, HOUR, declare
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard
from vloot.talk.spaces.models import Membership, Space

# Whether somebody is in a space, and whether as its host: asked before almost every deed.
_STANDING = "select is_host from talk_membership where person_id = %(me)s and space_id = %(space)s"

OPENED = declare("spaces", 20, DAY, gettext_lazy("Spaces one person opens"))
ENTRIES = declare("entries", 40, HOUR, gettext_lazy("Times one person asks to be let into a space"))


def visible(actor: Actor) -> Q:
    """The spaces an actor may know of: not the closed ones of others; for a guest only their own."""
    own = Exists(Membership.objects.filter(space=OuterRef("pk"), person_id=actor.person_id))
    if actor.is_importer:
        return Q()
    if actor.is_guest:
        return Q(own)
    return ~Q(access=Space.CLOSED) | Q(own)


def readable(actor: Actor) -> Q:
    """The spaces whose posts an actor may read: open ones and their own; for a guest only their own."""
    own = Exists(Membership.objects.filter(space=OuterRef("pk"), person_id=actor.person_id))
    if actor.is_importer:
        return Q()
    if actor.is_guest:
        return Q(own)
    return Q(access=Space.OPEN) | Q(own)


def is_member(actor: Actor, space: Space) -> bool:
    """Whether the actor is in the space."""
    return bool(_standing(actor, space))


def is_host(actor: Actor, space: Space) -> bool:
    """Whether the actor hosts the space."""
    return _standing(actor, space) == [(True,)]


def _standing(actor: Actor, space: Space) -> list[tuple[bool]]:
    return sql.rows(_STANDING, {"me": actor.person_id, "space": space.id})


def may_say(actor: Actor) -> Verdict:
    """Whoever reads only for a while says nothing that others read; when it ends is said."""
    if not actor.is_read_only or actor.read_only_until is None:
        return yes()
    until = date_format(timezone.localtime(actor.read_only_until), "DATETIME_FORMAT")
    return no(
        "read_only", _("You read along until %(until)s, and then you can write again.") % {"until": until}
    )


def may_open(actor: Actor) -> Verdict:
    """Everybody but a guest may open a space."""
    if actor.is_read_only:
        return may_say(actor)
    if actor.is_guest:
        return no("guest", _("Guests cannot open spaces. Ask the person who invited you."))
    return yes()


def may_shut(access: str, reason: str, review_on: date | None) -> Verdict:
    """A space that is not open needs a reason and a review date within a year."""
    if access == Space.OPEN:
        return yes()
    if access not in (Space.ON_REQUEST, Space.CLOSED):
        return no("access", _("Choose open, on request or closed."))
    if not reason.strip():
        return no("no_reason", _("Open is the rule here. Say why this space cannot be open."))
    today = clock.now().date()
    if review_on is None or review_on <= today or (review_on - today).days > 366:
        return no("no_review", _("Choose a day within a year on which you look again whether it can open."))
    return yes()


def may_change(actor: Actor, space: Space) -> Verdict:
    """Hosts change their space; so may an administrator, where they can see it."""
    if actor.is_read_only:
        return may_say(actor)
    if actor.is_importer or is_host(actor, space) or actor.is_administrator:
        return yes()
    return no("not_host", _("Only the hosts of this space can do this. Ask one of them."))


def may_let_in(actor: Actor, space: Space) -> Verdict:
    """Who comes in is for the hosts to say; a role opens no door, not to others either."""
    if actor.is_importer or is_host(actor, space):
        return yes()
    return no("not_host", _("Only the hosts of this space can do this. Ask one of them."))


def may_host(person: PersonCard | None) -> Verdict:
    """A host is a colleague who is here: no guest, no bot, no mere name."""
    if person is None or person.is_guest or person.is_bot or person.is_placeholder or not person.is_active:
        return no("cannot_host", _("Only a colleague who is here can host a space. Choose somebody else."))
    return yes()


def may_join(actor: Actor, space: Space) -> Verdict:
    """An open space lets everybody in; others let in through their hosts."""
    if space.archived_at and not actor.is_importer:
        return no("archived", _("This space is archived: it can be read, and nobody joins it any more."))
    if actor.is_importer or (space.access == Space.OPEN and not actor.is_guest):
        return yes()
    return no("not_open", _("This space is not open. Ask its hosts to let you in."))


def may_request(actor: Actor, space: Space) -> Verdict:
    """One may ask to be let into a space on request that one is not in."""
    if actor.is_read_only:
        return may_say(actor)
    if space.archived_at or space.access != Space.ON_REQUEST or actor.is_guest:
        return no("not_on_request", _("This space takes no requests."))
    if is_member(actor, space):
        return no("member", _("You are in this space already."))
    return yes()


def may_leave(actor: Actor, space: Space) -> Verdict:
    """Everybody may leave, except the last host of a space that lives."""
    hosts = Membership.objects.filter(space=space, is_host=True, person__is_active=True)
    others = hosts.exclude(person_id=actor.person_id)
    if not space.archived_at and is_host(actor, space) and not others.exists():
        return no(
            "last_host", _("You are the only host here. Appoint another host first, or archive the space.")
        )
    return yes()


def may_write_in(actor: Actor, space: Space) -> Verdict:
    """Whoever may read an open space may write in it; other spaces are written in by their members. Nobody who reads only."""
    if actor.is_read_only:
        return may_say(actor)
    if space.archived_at and not actor.is_importer:
        return no("archived", _("This space is archived: it can be read, but nothing new is written in it."))
    if actor.is_importer or is_member(actor, space):
        return yes()
    if space.access == Space.OPEN and not actor.is_guest:
        return yes()
    return no("not_member", _("Only members write here. Join the space first."))


def may_write_as(actor: Actor, authors: Iterable[int]) -> Verdict:
    """Everybody writes as themselves; an importer writes down what others wrote."""
    if actor.is_importer or all(author == actor.person_id for author in authors):
        return yes()
    return no("not_you", _("You can only write as yourself."))
