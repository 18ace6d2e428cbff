"""Who plans, changes and comes to events."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.company.switches import rooms
from vloot.ground import clock
from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor
from vloot.talk.events.models import Event
from vloot.talk.posts import rules as posts
from vloot.talk.spaces import rules as spaces

visible = posts.visible
ROOM = rooms.declare(
    "events",
    gettext_lazy("Events"),
    gettext_lazy("Anybody plans a meeting with a place and a time; others say whether they come."),
)

LONGEST = timedelta(days=31)
FARTHEST = timedelta(days=3 * 366)


def may_be_held(starts_at: datetime, ends_at: datetime, zone: str) -> Verdict:
    """An event ends after it starts, within a month of it, and lies ahead, within three years."""
    if ends_at <= starts_at:
        return no("ends_first", _("It ends before it starts. Choose a later end."))
    if ends_at - starts_at > LONGEST:
        return no("too_long", _("An event lasts at most a month. Make several of it."))
    if not clock.now() < ends_at <= clock.now() + FARTHEST:
        return no("not_ahead", _("Choose a time that lies ahead, within three years."))
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return no("no_zone", _("This is no time zone. Write it like Europe/Brussels."))
    return yes()


def may_hold_at(place: str, link: str, capacity: int | None) -> Verdict:
    """A place or a link, or both; a link is an address on the web; room for at least one."""
    if not place.strip() and not link.strip():
        return no("no_place", _("Say where it is, or give the link to join."))
    if len(place.strip()) > 200:
        return no("long_place", _("Say in at most 200 characters where it is."))
    if link.strip() and (not link.strip().startswith(("https://", "http://")) or len(link.strip()) > 500):
        return no("no_link", _("A link begins with https:// and has at most 500 characters."))
    if capacity is not None and not 1 <= capacity <= 100_000:
        return no("no_room", _("Write for how many people there is room, or leave it empty."))
    return yes()


def may_shrink(capacity: int | None, seated: int) -> Verdict:
    """Nobody loses a place they have."""
    if capacity is not None and capacity < seated:
        words = _(
            "{n} people have a place already. Ask some of them to step back first, or keep room for them."
        )
        return no("taken", words.format(n=seated))
    return yes()


def is_ahead(event: Event) -> bool:
    """Whether it is neither over nor cancelled."""
    return event.cancelled_at is None and event.ends_at > clock.now() and event.post.removed_at is None


def may_change(actor: Actor, event: Event) -> Verdict:
    """Who planned an event changes and cancels it while it lies ahead, and so does a host."""
    if not is_ahead(event):
        return no("over", _("This event is over or cancelled. Plan a new one."))
    if event.post.author_id == actor.person_id or spaces.is_host(actor, event.post.space):
        return spaces.may_write_in(actor, event.post.space)
    return no("not_author", _("Only who planned this event, or a host of this space, can change it."))


def may_reply(actor: Actor, event: Event) -> Verdict:
    """Whoever may write in the space says whether they come, until it is over."""
    if not is_ahead(event) and not actor.is_importer:
        return no("over", _("This event is over or cancelled: there is nothing to say yes to any more."))
    return spaces.may_write_in(actor, event.post.space)
