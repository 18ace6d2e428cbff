"""What a record says, and the files it says it with."""

import re

import msgspec

from vloot.importers.slack import fields
from vloot.importers.slack.fields import Raw

MOST = 50  # files looked at in one record
_SHARED = re.compile(
    r"<@\w+(?:\|[^>]*)?> (?:uploaded|shared) a file: <[^>]*>(?: and commented: (?P<comment>.*))?", re.DOTALL
)


class FileRef(msgspec.Struct, frozen=True, kw_only=True):
    """A file that Slack keeps; its bytes are in an export only when some program has put them there."""

    id: str
    name: str
    title: str
    link: str = ""
    preview: str = ""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a record in Slack's markup, its files, and the file that it is about."""

    text: str = ""
    files: tuple[FileRef, ...] = ()
    about: FileRef | None = None


def say(raw: Raw, subtype: str) -> Said:
    """What a record says."""
    own = fields.text(raw, "text")
    if subtype == "file_comment":
        comment = fields.text(fields.within(raw, "comment"), "comment")
        return Said(text=comment or own, about=_ref(fields.within(raw, "file")))
    found = tuple(ref for one in _listed(raw) if (ref := _ref(one)))
    if subtype == "file_share" and (shared := _SHARED.fullmatch(own)):
        first = fields.within(fields.within(raw, "file"), "initial_comment")
        return Said(text=shared["comment"] or fields.text(first, "comment"), files=found)
    if (
        not own.strip()
        or subtype == "bot_message"
        or ("bot_id" in raw and not fields.person_id(raw.get("user")))
    ):
        own = "\n".join(part for part in (own, *_attached(raw)) if part.strip())
    return Said(text=own, files=found)


def _listed(raw: Raw) -> list[Raw]:
    single = fields.within(raw, "file")
    return [*([single] if single else []), *fields.each(raw, "files")][:MOST]


def _ref(raw: Raw) -> FileRef | None:
    found = fields.person_id(raw.get("id"))
    if not found or raw.get("mode") == "tombstone":
        return None
    name = fields.text(raw, "name", 200).strip()
    title = fields.text(raw, "title", 200).strip() or name or found
    link = fields.text(raw, "permalink", 2000)
    return FileRef(
        id=found,
        name=name or title,
        title=title,
        link=link if link.startswith(("https://", "http://")) else "",
        preview=fields.text(raw, "preview", 4000) if raw.get("mode") == "snippet" else "",
    )


def _attached(raw: Raw) -> list[str]:
    """What stands in the boxes under a message without words, as bots write them."""
    lines = []
    for one in fields.each(raw, "attachments")[:MOST]:
        said = [fields.text(one, part) for part in ("pretext", "title", "text")]
        said += [
            ": ".join((fields.text(f, "title"), fields.text(f, "value")))
            for f in fields.each(one, "fields")[:MOST]
        ]
        said = [part for part in said if part.strip(": ")]
        lines += said or [fields.text(one, "fallback")]
    return lines
