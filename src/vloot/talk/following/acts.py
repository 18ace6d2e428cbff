"""Following and no longer following."""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground.errors import Refused, require
from vloot.logbook import acts as logbook
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.following import rules
from vloot.talk.following.models import PersonFollow, TagFollow
from vloot.talk.spaces import reads as spaces

_TAG = re.compile(r"[^\W\d_][\w-]{0,48}\w")


def follow_person(*, by: Actor, person_id: int) -> None:
    """Read on one's home what a person writes. Raises NotFound for somebody the actor may not see."""
    require(rules.may_follow(by, person_id))
    people.get(by, person_id, spaces.shared_with(by))
    with transaction.atomic():
        _follow, is_new = PersonFollow.objects.get_or_create(person_id=by.person_id, followed_id=person_id)
        if is_new:
            logbook.record(
                kind="PersonFollowed", actor_id=by.person_id, object_id=person_id, origin=by.origin
            )


def unfollow_person(*, by: Actor, person_id: int) -> None:
    """Stop following a person."""
    with transaction.atomic():
        if PersonFollow.objects.filter(person_id=by.person_id, followed_id=person_id).delete()[0]:
            logbook.record(
                kind="PersonUnfollowed", actor_id=by.person_id, object_id=person_id, origin=by.origin
            )


def follow_tag(*, by: Actor, tag: str) -> None:
    """Read on one's home what carries a tag. Refused for what is no tag."""
    folded = tag.removeprefix("#").lower()
    if not _TAG.fullmatch(folded):
        raise Refused(
            "no_tag", _("A tag is one word of letters, digits and hyphens that begins with a letter."), "tag"
        )
    TagFollow.objects.get_or_create(person_id=by.person_id, tag=folded)


def unfollow_tag(*, by: Actor, tag: str) -> None:
    """Stop following a tag."""
    TagFollow.objects.filter(person_id=by.person_id, tag=tag.removeprefix("#").lower()).delete()
