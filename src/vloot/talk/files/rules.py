"""Who may fetch and attach a file, and what may be uploaded at all."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.ground.errors import Verdict, no, yes
from vloot.ground.limits import HOUR, declare
from vloot.people.actor import Actor
from vloot.talk.files.models import File
from vloot.talk.spaces import rules as spaces
from vloot.talk.spaces.models import Space

MOST_BYTES = 25 * 1024 * 1024
MOST_PIXELS = 40_000_000
MOST_FILES = 10  # on one post
MEGABYTE = 1024 * 1024
UPLOADS = declare("uploads", 1000, HOUR, gettext_lazy("Megabytes of files one person attaches"))


def visible(actor: Actor) -> Q:
    """Claimed files of readable spaces, and one's own that no post has yet."""
    readable = Space.objects.filter(spaces.readable(actor)).values("id")
    return Q(space_id__in=readable, post_id__isnull=False) | Q(owner_id=actor.person_id, post_id__isnull=True)


def may_put(size: int) -> Verdict:
    """One file may be up to 25 MB."""
    if size > MOST_BYTES:
        return no(
            "too_big", _("This file is larger than 25 MB. Make it smaller, or put it where large files live.")
        )
    if size == 0:
        return no("empty_file", _("This file is empty. Choose it again."))
    return yes()


def may_claim(actor: Actor, files: list[File]) -> Verdict:
    """One attaches one's own files that no post has yet, at most ten at a time."""
    if len(files) > MOST_FILES:
        return no("too_many", _("A post carries at most ten files. Leave some out, or make a second post."))
    if actor.is_importer:
        return yes()
    if any(file.owner_id != actor.person_id or file.post_id for file in files):
        return no("not_yours", _("One of these files cannot be attached. Choose it again."))
    return yes()
