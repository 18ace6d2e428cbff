"""The verbs: noting down for oneself, sharing it, and saying what one does otherwise now."""

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground import ids
from vloot.ground.errors import Refused, require
from vloot.meet.learning import rules
from vloot.meet.learning.models import Learned, Turn
from vloot.meet.walks.models import Walk
from vloot.people.actor import Actor
from vloot.talk.posts import acts as posts
from vloot.talk.posts.models import Post
from vloot.talk.spaces.models import Space

LONGEST, LONGEST_TURN = 1000, 300


class LearnedDraft(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody expected, found and will change, after a walk, a coffee or a talk."""

    after: str
    expected: str = ""
    found: str = ""
    will_change: str = ""
    changed_mind: bool = False


def note_down(*, by: Actor, draft: LearnedDraft) -> Learned:
    """Keep it in one's own log. Raises Refused without what was found."""
    require(rules.may_note(by))
    if draft.after not in Learned.AFTER:
        raise Refused("after", _("Choose what it was after: a walk, a coffee or a talk."), "after")
    said = {name: getattr(draft, name).strip() for name in ("expected", "found", "will_change")}
    if not said["found"]:
        raise Refused("no_found", _("Write what you found. One line is enough."), "found")
    for name, text in said.items():
        if len(text) > LONGEST:
            raise Refused("too_long", _("Keep it short: 1000 characters at most."), name)
    return Learned.objects.create(
        id=ids.new(), person_id=by.person_id, after=draft.after, changed_mind=draft.changed_mind, **said
    )


def drop(*, by: Actor, learned: Learned) -> None:
    """Throw away one's own; what was shared stays a post, which one takes away there."""
    Learned.objects.filter(rules.visible(by), pk=learned.pk).delete()


def share(*, by: Actor, learned: Learned, space: Space) -> Post:
    """Let others read it, as a post of one's own in a space. Raises Refused where one may not write."""
    with transaction.atomic():
        learned = Learned.objects.select_for_update(of=("self",)).get(pk=learned.pk)
        require(rules.may_share(by, learned))
        made = posts.write(by=by, space=space, title=_("What I learned"), body=_in_words(learned))
        learned.post = made
        learned.save(update_fields=["post"])
    return made


def turn(*, by: Actor, space: Space, used_to: str, now: str, walk: Walk | None = None) -> Post:
    """ "I used to …, now I …": a post, which stands on one's own page and on the walk's too."""
    require(rules.may_turn(by, walk))
    said = {"used_to": " ".join(used_to.split()), "now": " ".join(now.split())}
    for name, text in said.items():
        if not 3 <= len(text) <= LONGEST_TURN:
            raise Refused(
                "turn", _("Say it in at most 300 characters: what you did, and what you do now."), name
            )
    with transaction.atomic():
        body = _("I used to %(used_to)s\n\nNow I %(now)s") % said
        made = posts.write(by=by, space=space, body=body)
        Turn.objects.create(post=made, person_id=by.person_id, walk=walk)
    return made


def _in_words(learned: Learned) -> str:
    lines = (
        (_("What I expected"), learned.expected),
        (_("What I found"), learned.found),
        (_("What I will change"), learned.will_change),
    )
    return "\n\n".join(f"**{name}**\n\n{text}" for name, text in lines if text)
