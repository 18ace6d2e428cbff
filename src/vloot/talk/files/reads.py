"""Questions to the files."""

from collections.abc import Collection

import msgspec

from vloot.ground.database import sql
from vloot.ground.errors import NotFound, Refused, require
from vloot.people.actor import Actor
from vloot.talk.files import images, rules
from vloot.talk.files.models import File

_FIELDS = [field.attname for field in File._meta.concrete_fields]
_OF_POSTS = f"""
select {", ".join(str(field.column) for field in File._meta.concrete_fields)}
from talk_file where post_id = any(%(ids)s::bigint[]) order by id
"""  # noqa: S608


class FileCard(msgspec.Struct, frozen=True):
    """A file as a post shows it."""

    id: int
    name: str
    url: str
    media_type: str
    size: int
    width: int | None
    height: int | None
    alt: str
    is_image: bool

    @property
    def is_video(self) -> bool:
        """Whether it is a film that browsers play."""
        return self.media_type.startswith("video/")

    @property
    def is_audio(self) -> bool:
        """Whether it is a sound that browsers play."""
        return self.media_type.startswith("audio/")

    @property
    def is_captions(self) -> bool:
        """Whether it says what is said in a film."""
        return self.media_type == "text/vtt"


def get(actor: Actor, file_id: int) -> File:
    """A file the actor may fetch. Raises NotFound."""
    found = File.objects.filter(rules.visible(actor), pk=file_id).first()
    if found is None:
        raise NotFound
    return found


def of_posts(post_ids: Collection[int]) -> dict[int, list[FileCard]]:
    """The files of posts, in the order they were added."""
    found: dict[int, list[FileCard]] = {}
    for row in sql.rows(_OF_POSTS, {"ids": sql.array(post_ids)}):
        file = File.from_db("default", _FIELDS, row)
        found.setdefault(file.post_id or 0, []).append(card(file))
    return found


def fault_of(content: bytes) -> str:
    """Why these bytes cannot be kept, in the reader's language; "" when they can."""
    try:
        require(rules.may_put(len(content)))
        images.read(content, most_pixels=rules.MOST_PIXELS)
    except Refused as refused:
        return refused.text
    return ""


def card(file: File) -> FileCard:
    """A file as a post shows it."""
    return FileCard(
        id=file.id,
        name=file.name,
        url=f"/files/{file.id}/",
        media_type=file.media_type,
        size=file.size,
        width=file.width,
        height=file.height,
        alt=file.alt,
        is_image=file.width is not None,
    )


def own(actor: Actor, file_ids: Collection[int]) -> list[FileCard]:
    """The actor's files among these that no post has yet."""
    if not file_ids:
        return []
    found = File.objects.filter(id__in=file_ids, owner_id=actor.person_id, post_id=None).order_by("id")
    return [card(file) for file in found]
