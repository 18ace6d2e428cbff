"""Storing what people attach."""

import mimetypes
import os
import re
from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground import clock, ids, text
from vloot.ground.errors import NotFound, Refused, require
from vloot.ground.folders import make_closed
from vloot.people import pace
from vloot.people.actor import Actor
from vloot.talk.files import images, media, rules
from vloot.talk.files.models import File, folder, unlink

KEPT = timedelta(days=30)  # without a post; as long as the draft it waits for
MOST_WAITING = 40  # files of one person that no post has

_UNFIT = re.compile(r"[\x00-\x1f\x7f/\\]+")


def put(
    *,
    by: Actor,
    name: str,
    content: bytes,
    alt: str = "",
    owner_id: int | None = None,
    external_key: str | None = None,
) -> File:
    """Store an upload. Refused when it is empty, too big, or an image that cannot be read.

    Only an importer may name another owner; a known external key gives the file that is there already.
    """
    require(rules.may_put(len(content)))
    owner = owner_id if owner_id is not None and by.is_importer else by.person_id
    if external_key and (known := File.objects.filter(external_key=external_key).first()):
        return known
    pace.keep(by, rules.UPLOADS, cost=len(content) / rules.MEGABYTE)
    picture = images.read(content, most_pixels=rules.MOST_PIXELS)
    kept = picture.content if picture else content
    file_id = ids.new()
    path = f"{file_id % 256:02x}/{file_id}"
    _write(path, kept)
    made = File.objects.create(
        id=file_id,
        owner_id=owner,
        name=_fit(name),
        media_type=picture.media_type if picture else media.sniff(content) or _media_type(name),
        size=len(kept),
        width=picture.width if picture else None,
        height=picture.height if picture else None,
        alt=text.line(alt)[:400],
        path=path,
        external_key=external_key,
    )
    if not by.is_importer:
        waiting = File.objects.filter(owner_id=owner, post_id=None).order_by("-id")
        _drop(waiting.values_list("id", flat=True)[MOST_WAITING:])
    return made


def describe(*, by: Actor, file: File, alt: str) -> None:
    """Say what is on an image, for those who do not see it. Refused to all but its owner."""
    if file.owner_id != by.person_id:
        raise NotFound
    if len(alt) > 400:
        raise Refused("too_long", _("Describe the picture in at most 400 characters."), "alt")
    file.alt = alt.strip()
    file.save(update_fields=["alt"])


def claim(*, by: Actor, file_ids: Sequence[int], post_id: int, space_id: int) -> None:
    """Give files to a post. Refused when they are not the actor's own or belong to a post already."""
    if not file_ids:
        return
    found = list(File.objects.select_for_update().filter(id__in=file_ids))
    if len(found) != len(set(file_ids)):
        raise Refused("not_yours", _("One of these files cannot be attached. Choose it again."), "files")
    require(rules.may_claim(by, found))
    File.objects.filter(id__in=file_ids).update(post_id=post_id, space_id=space_id)


def remove_of_post(*, by: Actor, post_id: int, file_ids: Collection[int] | None = None) -> None:
    """Delete the files of a post that is removed, or those of them that it no longer carries."""
    carried = File.objects.filter(post_id=post_id)
    found = list(carried if file_ids is None else carried.filter(id__in=file_ids))
    File.objects.filter(id__in=[file.id for file in found]).delete()
    transaction.on_commit(lambda: unlink(found))


def prune() -> int:
    """Drop files that no post has claimed for 30 days. Returns how many."""
    return _drop(
        File.objects.filter(post_id=None, id__lt=ids.first(clock.now() - KEPT)).values_list("id", flat=True)
    )


def _drop(file_ids: Iterable[int]) -> int:
    with transaction.atomic():
        unclaimed = File.objects.select_for_update().filter(id__in=list(file_ids), post_id=None)
        found = list(unclaimed)
        File.objects.filter(id__in=[file.id for file in found]).delete()
        transaction.on_commit(lambda: unlink(found))
    return len(found)


def _write(path: str, content: bytes) -> None:
    place = folder() / path
    make_closed(place.parent)
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(content)


def _fit(name: str) -> str:
    return text.line(_UNFIT.sub(" ", Path(name).name))[:200] or "file"


def _media_type(name: str) -> str:
    """What the name says; not that it plays, which only the bytes tell."""
    guessed = mimetypes.guess_type(name)[0] or ""
    is_told_by_bytes = guessed.startswith(media.PLAYED) or guessed == "text/vtt"
    return "application/octet-stream" if is_told_by_bytes else guessed or "application/octet-stream"
