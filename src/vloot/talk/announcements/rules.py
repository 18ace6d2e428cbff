"""Who may announce what to whom, and who confirms."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.company.switches import rooms
from vloot.ground import clock
from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor
from vloot.talk.announcements.models import Announcement
from vloot.talk.posts import rules as posts
from vloot.talk.spaces import rules as spaces
from vloot.talk.spaces.models import Space

visible = posts.visible
ROOM = rooms.declare(
    "announcements",
    gettext_lazy("Announcements"),
    gettext_lazy("What all should have read stands on top until they say they have."),
)

LONGEST = timedelta(days=92)


def may_announce(actor: Actor, space: Space) -> Verdict:
    """Hosts announce in their space; administrators in every space they may write in."""
    if actor.is_importer or spaces.is_host(actor, space):
        return yes()
    if not actor.is_administrator:
        return no(
            "not_host",
            _("Hosts of this space and administrators announce here. Share it instead, or ask a host."),
        )
    return spaces.may_write_in(actor, space)


def may_announce_to_all(actor: Actor, space: Space) -> Verdict:
    """Administrators speak to the whole company, in a space that all can read."""
    if not (actor.is_importer or actor.is_administrator):
        return no(
            "not_administrator", _("Only administrators announce to the whole company. Ask one of them.")
        )
    if space.access != Space.OPEN:
        return no(
            "not_open", _("Not everybody can read this space. Choose an open one to reach the whole company.")
        )
    return yes()


def may_stand_until(ends_at: datetime) -> Verdict:
    """An announcement stands on top for three months at most."""
    if not clock.now() < ends_at <= clock.now() + LONGEST:
        return no("end", _("Choose an end that lies ahead, within three months."))
    return yes()


def may_lower(actor: Actor, announcement: Announcement) -> Verdict:
    """Who announced takes it off the top, and so does a host."""
    if announcement.ends_at <= clock.now():
        return no("ended", _("This announcement has left the top of home already."))
    post = announcement.post
    if post.author_id == actor.person_id or spaces.is_host(actor, post.space):
        return yes()
    return no("not_author", _("Only who announced this, or a host of this space, can take it off the top."))


def may_confirm(actor: Actor, announcement: Announcement) -> Verdict:
    """Whoever reads an announcement that asks for it confirms it, for themselves; not who wrote it."""
    if not announcement.asks or announcement.post.removed_at:
        return no("asks_nothing", _("This announcement does not ask to be confirmed."))
    if announcement.post.author_id == actor.person_id:
        return no("yours", _("You wrote this yourself: nobody needs to know that you read it."))
    return yes()
