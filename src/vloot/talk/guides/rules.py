"""Who may read, write, look at again and pass on a how-to page."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.company.switches import rooms
from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard
from vloot.talk.guides.models import Guide, GuideVersion
from vloot.talk.posts.models import Post
from vloot.talk.spaces import readers
from vloot.talk.spaces import rules as spaces
from vloot.talk.spaces.models import Space

ROOM = rooms.declare(
    "guides",
    gettext_lazy("How-to pages"),
    gettext_lazy("Good answers become pages that somebody looks after and looks at again."),
)
FEWEST_MONTHS, MOST_MONTHS, MONTHS = 1, 24, 6


def visible(actor: Actor) -> Q:
    """The pages of the spaces the actor may read."""
    return Q(space_id__in=Space.objects.filter(spaces.readable(actor)).values("id"))


def may_write(actor: Actor, space: Space) -> Verdict:
    """Whoever writes in a space writes its how-to pages."""
    return spaces.may_write_in(actor, space)


def may_edit(actor: Actor, guide: Guide) -> Verdict:
    """Whoever writes in the space of a page edits it."""
    return spaces.may_write_in(actor, guide.space)


def may_grow_from(question: Post, space: Space) -> Verdict:
    """A page grows from a question of its own space: what was asked behind a door does not come out in front of it."""
    if question.kind == Post.QUESTION and question.space_id == space.id:
        return yes()
    return no("elsewhere", _("A how-to page grows from a question of the same space. Choose that space."))


def may_look_after(actor: Actor, guide: Guide) -> Verdict:
    """Its owner and the hosts of its space say whether a page is still true, and pass it on."""
    if actor.is_read_only:
        return spaces.may_say(actor)
    if actor.is_importer or actor.person_id == guide.owner_id or spaces.is_host(actor, guide.space):
        return yes()
    return no("not_owner", _("Only who looks after this page, or a host of this space, can do this."))


def may_review_in(months: int) -> Verdict:
    """A page is looked at again after one to twenty-four months."""
    if FEWEST_MONTHS <= months <= MOST_MONTHS:
        return yes()
    return no("months", _("Choose between 1 and 24 months."))


def may_own(space: Space, person: PersonCard) -> Verdict:
    """An owner is an active human who reads the space of the page."""
    if readers.among(space.id, [person.id]):
        return yes()
    return no("cannot_own", _("This person cannot look after the page: choose somebody who can read it."))


def may_help_be_marked(actor: Actor, guide: Guide) -> Verdict:
    """Everybody who reads a page says whether it helped them, except those who wrote it."""
    if actor.is_read_only:
        return spaces.may_say(actor)
    if GuideVersion.objects.filter(guide=guide, author_id=actor.person_id).exists():
        return no("own_guide", _("You wrote in this page. Let others say whether it helped."))
    return yes()
