"""The records of an export, read out of whatever stands there."""

from datetime import datetime

import msgspec

from vloot.importers.report import Skipped
from vloot.importers.slack import fields, files
from vloot.importers.slack.fields import Raw, UnfitError
from vloot.importers.slack.files import FileRef

# What Slack writes by itself, and nobody said.
SYSTEM = frozenset(
    f"{place}_{what}"
    for place in ("channel", "group")
    for what in (
        "join", "leave", "topic", "purpose", "name", "archive", "unarchive", "canvas_updated", "posting_permissions",
        "convert_to_private", "convert_to_public",
    )
) | {
    "app_conversation_join", "app_conversation_leave", "assistant_app_thread", "bot_add", "bot_disable", "bot_enable",
    "bot_remove", "document_mention", "ekm_access_denied", "file_mention", "huddle_thread", "joiner_notification",
    "joiner_notification_for_inviter", "message_changed", "message_deleted", "message_replied", "pinned_item",
    "reminder_add", "reminder_delete", "reply_broadcast", "sh_room_created", "sh_room_shared", "slackbot_response",
    "tombstone", "unpinned_item",
}  # fmt: skip
JOINS = ("channel_join", "group_join")
SPOKEN = ("", "file_share", "file_comment", "thread_broadcast", "me_message", "bot_message")


class Reaction(msgspec.Struct, frozen=True):
    """An emoji by its name in Slack, and who chose it; `unnamed` more did whom the export does not name."""

    name: str
    people: tuple[str, ...]
    unnamed: int = 0


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """Something that somebody said. `author` is the id of a person or, for a bot that has no account, of that bot."""

    where: str
    ts: str
    at: datetime
    author: str
    author_name: str = ""
    is_bot: bool = False
    text: str = ""
    is_deed: bool = False  # "/me waves"
    about: FileRef | None = None  # the file that this is a comment on
    files: tuple[FileRef, ...] = ()
    thread: str = ""  # the time of the thread's first message; "" when this is no reply
    edited_at: datetime | None = None
    reactions: tuple[Reaction, ...] = ()


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """That somebody came into a channel, and who was glad of it. It is no post."""

    where: str
    subtype: str
    at: datetime
    person: str
    reactions: tuple[Reaction, ...] = ()


Record = Message | Joined | Skipped


def read_message(value: object, where: str, latest: datetime) -> Record:
    """One record of a day. Never raises: what cannot be used is a Skipped with the reason."""
    if not isinstance(value, dict):
        return Skipped(where, "broken: not a record")
    try:
        return _read(value, where, latest)
    except UnfitError as unfit:
        return Skipped(where, str(unfit))


def _read(raw: Raw, where: str, latest: datetime) -> Record:
    kind = raw.get("type", "message")
    if kind != "message":
        raise UnfitError(f"unknown type of record ({_named(kind)})")
    subtype = _subtype(raw.get("subtype"))
    at, ts = fields.moment(raw.get("ts"), latest), fields.stamp(raw.get("ts"))
    if at is None:
        raise UnfitError("broken: no time that can be")
    if subtype in JOINS and (person := fields.person_id(raw.get("user"))):
        return Joined(where=where, subtype=subtype, at=at, person=person, reactions=_reactions(raw))
    if subtype in SYSTEM or fields.is_set(raw, "hidden"):
        raise UnfitError(f"system record ({_named(subtype)})" + _with_reactions(raw))
    said = files.say(raw, subtype)
    author, name, is_bot = _author(raw, subtype)
    if not said.text.strip() and not said.files:
        raise UnfitError("empty: nothing is said in it")
    thread, edited_at = (
        fields.stamp(raw.get("thread_ts")),
        fields.moment(fields.within(raw, "edited").get("ts"), latest),
    )
    return Message(
        where=where,
        ts=ts,
        at=at,
        author=author,
        author_name=name,
        is_bot=is_bot,
        text=said.text,
        is_deed=subtype == "me_message",
        about=said.about,
        files=said.files,
        thread="" if thread == ts else thread,
        edited_at=edited_at if edited_at and edited_at >= at else None,
        reactions=_reactions(raw),
    )


def _subtype(value: object) -> str:
    subtype = "" if value is None else value
    if not isinstance(subtype, str) or subtype not in {*SPOKEN, *SYSTEM}:
        raise UnfitError(f"unknown kind of record ({_named(value)})")
    return subtype


def _author(raw: Raw, subtype: str) -> tuple[str, str, bool]:
    """Id, name and whether it is a bot without an account."""
    inner = fields.within(raw, "comment") if subtype == "file_comment" else raw
    if found := fields.person_id(inner.get("user")):
        profile = fields.within(raw, "user_profile")
        return found, fields.text(profile, "real_name", 160) or fields.text(profile, "name", 160), False
    name = fields.text(raw, "username", 160) or fields.text(fields.within(raw, "bot_profile"), "name", 160)
    if found := fields.person_id(raw.get("bot_id")):
        return found, name, True
    if subtype == "bot_message" and name.strip():
        return f"name:{name.strip().casefold()[:100]}", name, True
    raise UnfitError("broken: nobody said it")


def _reactions(raw: Raw) -> tuple[Reaction, ...]:
    found: dict[str, Reaction] = {}
    for one in fields.each(raw, "reactions"):
        name, people = fields.text(one, "name", 50).strip(), fields.person_ids(one, "users")
        if name and people:
            unnamed = max(0, fields.whole(one, "count") - len(people))
            found.setdefault(name, Reaction(name, people, unnamed))
    return tuple(found.values())


def _with_reactions(raw: Raw) -> str:
    lost = sum(len(reaction.people) for reaction in _reactions(raw))
    return f" with {lost} reactions to it" if lost else ""


def _named(value: object) -> str:
    return fields.clean(value)[:60] if isinstance(value, str) else type(value).__name__
