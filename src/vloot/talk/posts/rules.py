"""Who may see, write, change and end what is written."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.ground.errors import Verdict, no, yes
from vloot.ground.limits import HOUR, declare
from vloot.people import rules as people
from vloot.people.actor import Actor
from vloot.people.models import Person
from vloot.talk.posts.models import Post
from vloot.talk.spaces import rules as spaces
from vloot.talk.spaces.models import Space

# A lively hour has room in them; a program that has run wild has not.
HEADS = declare("posts", 100, HOUR, gettext_lazy("Posts, questions, thanks and polls one person starts"))
REPLIES = declare("replies", 400, HOUR, gettext_lazy("Answers and comments one person writes"))
EDITS = declare("edits", 200, HOUR, gettext_lazy("Times one person changes what they wrote"))


def visible(actor: Actor) -> Q:
    """The posts of the spaces the actor may read."""
    return Q(space_id__in=Space.objects.filter(spaces.readable(actor)).values("id"))


def may_reply(actor: Actor, head: Post) -> Verdict:
    """Whoever may write in the space replies in its threads, unless the thread is closed or its head removed."""
    if head.closed_at and not actor.is_importer:
        return no(
            "closed",
            _("This thread is closed. Its reason stands above; start a new one if there is more to say."),
        )
    if head.removed_at and not actor.is_importer:
        return no("removed", _("This was removed by its writer. There is nothing to reply to any more."))
    return spaces.may_write_in(actor, head.space)


def may_edit(actor: Actor, post: Post) -> Verdict:
    """Everybody edits what they wrote themselves, and nobody what others wrote."""
    if post.removed_at:
        return no("removed", _("This was removed. There is nothing to edit any more."))
    if actor.is_importer or post.author_id == actor.person_id:
        return spaces.may_write_in(actor, post.space)
    return no("not_author", _("Only who wrote this can edit it."))


def may_remove(actor: Actor, post: Post) -> Verdict:
    """Everybody removes what they wrote themselves; what others wrote, hosts take away in `order`, with a reason."""
    if post.removed_at:
        return no("removed", _("This was removed already."))
    if post.author_id == actor.person_id:
        return yes()
    return no("not_author", _("Only who wrote this can remove it. A host can take it away, with a reason."))


def may_pin(actor: Actor, post: Post) -> Verdict:
    """Hosts pin the heads of threads."""
    if post.root_id or post.removed_at:
        return no("not_head", _("Only the first post of a thread can be pinned."))
    if actor.is_importer or spaces.is_host(actor, post.space):
        return yes()
    return no("not_host", _("Only the hosts of this space can pin."))


def may_close(actor: Actor, head: Post) -> Verdict:
    """Who began a thread closes it, and so does a host; but nobody who leads switches replies off under their own post.

    A question is closed through `questions`, by who asked it.
    """
    if actor.is_read_only:
        return spaces.may_say(actor)
    if head.root_id or head.kind == Post.QUESTION:
        return no("not_head", _("Only a thread that is no question can be closed like this."))
    if head.kind == Post.ANNOUNCEMENT:
        return no("announcement", _("Who announces listens too: replies to an announcement stay open."))
    if head.removed_at:
        return no("removed", _("This was removed. There is nothing to close any more."))
    if head.author_id == actor.person_id and _leads(actor):
        return no(
            "leader",
            _("Who leads people keeps replies open under their own posts. A host can close the thread."),
        )
    if actor.is_importer or head.author_id == actor.person_id or spaces.is_host(actor, head.space):
        return yes()
    return no("not_author", _("Only who began this thread, or a host of this space, can close it."))


def may_reopen(actor: Actor, head: Post) -> Verdict:
    """Who may close may reopen; somebody who leads may always open replies again."""
    if head.author_id == actor.person_id and not head.root_id and head.kind != Post.QUESTION:
        return yes()
    return may_close(actor, head)


def _leads(actor: Actor) -> bool:
    return Person.objects.filter(people.leads(), pk=actor.person_id).exists()
