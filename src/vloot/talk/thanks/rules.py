"""Who may thank whom."""

from django.utils.translation import gettext as _

from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor
from vloot.talk.posts import rules as posts
from vloot.talk.posts.models import Post
from vloot.talk.spaces import rules as spaces

visible = posts.visible
MOST_PEOPLE = 30


def may_thank(author_id: int, person_ids: list[int]) -> Verdict:
    """One thanks between one and thirty others."""
    if not person_ids:
        return no("nobody", _("Whom do you thank? Name at least one person."))
    if author_id in person_ids:
        return no("yourself", _("Thank somebody else; they will be glad of it."))
    if len(person_ids) > MOST_PEOPLE:
        return no("too_many", _("Name at most thirty people, so that each of them is really meant."))
    return yes()


def may_appreciate(actor: Actor, post: Post) -> Verdict:
    """Everybody who reads a post may appreciate it, except its writer."""
    if actor.is_read_only:
        return spaces.may_say(actor)
    if post.removed_at:
        return no("removed", _("This was removed."))
    if post.author_id == actor.person_id:
        return no("own_post", _("This is your own post. Others may thank you for it."))
    return yes()
