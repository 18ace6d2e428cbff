"""The export as a whole: its people, its channels, the records of each day. Pure; reads one file at a time."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec

from vloot.importers.report import Skipped
from vloot.importers.slack import fields, records
from vloot.importers.slack.archive import Archive, ArchiveError, EntryError
from vloot.importers.slack.arrays import items
from vloot.importers.slack.fields import Raw
from vloot.importers.slack.records import Record

_DAY = re.compile(r"(?P<folder>[^/]+)/[^/]+\.json")
_MEMBER = frozenset({"id", "name"})
_SAID = frozenset({"ts", "type"})
_ADDRESS = re.compile(r"[^@\s<>\"]{1,64}@[^@\s<>\"]+\.[^@\s<>\".]{2,}")
DIRECT = ("dms.json", "mpims.json")
# What Slack and the programs that fetch exports put beside the talk.
PASSED_BY = (
    "integration_logs.json",
    "canvases.json",
    "lists.json",
    "file_conversations.json",
    "org_users.json",
    "huddle_transcripts.json",
)


class User(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody with an account in Slack. `rank` is 3 for the first owner, 2 for owners, 1 for administrators, else 0."""

    id: str
    team: str
    username: str
    name: str
    email: str = ""
    function: str = ""
    time_zone: str = ""
    bot_id: str = ""
    is_bot: bool = False
    is_active: bool = True
    is_guest: bool = False
    rank: int = 0


class Channel(msgspec.Struct, frozen=True, kw_only=True):
    """A channel, and the folder in which its days lie."""

    id: str
    name: str
    where: str
    folder: str
    purpose: str = ""
    members: tuple[str, ...] = ()
    created_at: datetime | None = None
    is_archived: bool = False
    is_private: bool = False


class Export:
    """An export that is read; `latest` is the latest moment a record can have."""

    def __init__(self, archive: Archive, latest: datetime, *, with_private: bool) -> None:
        self._archive = archive
        self._latest = latest
        self.faults = [Skipped(f"{name}:1", why) for name, why in archive.faults]
        self.users = self._users()
        self.team = next((user.team for user in self.users if user.team), "")
        self._dropped: set[str] = set()  # folders of talk that stays out, said once
        public = self._channels("channels.json")
        private = self._channels("groups.json")
        self._drop_direct()
        self.channels = self._admitted([*public, *private], with_private=with_private)
        self._days = self._find_days()

    def days(self, channel: Channel) -> Sequence[str]:
        """The files of a channel, oldest first."""
        return self._days.get(channel.folder, ())

    def records(self, name: str) -> Iterator[Record]:
        """The records of one file, in its order; what is broken too."""
        for where, value, why in self._items(name, _SAID):
            yield Skipped(where, why) if why else records.read_message(value, where, self._latest)

    def _items(self, name: str, marks: frozenset[str]) -> Iterator[tuple[str, Any, str]]:
        shown = self._archive.shown(name)
        try:
            raw = self._archive.read(name)
        except EntryError as error:
            yield f"{shown}:1", None, str(error)
            return
        for item in items(raw, marks):
            yield f"{shown}:{item.line}", item.value, f"broken: {item.fault}" if item.fault else ""

    def _objects(self, name: str) -> Iterator[tuple[str, Raw, str]]:
        """The records of people or channels, each id once."""
        seen = set()
        for where, value, why in self._items(name, _MEMBER):
            found = fields.person_id(value.get("id")) if isinstance(value, dict) else ""
            if why or not found or found in seen:
                self.faults.append(Skipped(where, why or ("there twice" if found else "broken: no id")))
                continue
            seen.add(found)
            yield where, value, found

    def _users(self) -> list[User]:
        return [_user(raw, found) for _where, raw, found in self._objects("users.json")]

    def _channels(self, name: str) -> list[Channel]:
        if name not in self._archive:
            return []
        found = []
        objects = list(self._objects(name))
        if not objects and any(
            fault.where.startswith(f"{self._archive.shown(name)}:") for fault in self.faults
        ):
            raise ArchiveError(
                f"{name} cannot be read, so nobody can tell what is in the export. Download it again."
            )
        for where, raw, channel_id in objects:
            title = fields.text(raw, "name", 80).strip()
            folder = title if title and "/" not in title else channel_id
            if raw.get("is_im") is True or raw.get("is_mpim") is True or title.startswith("mpdm-"):
                self.faults.append(Skipped(where, "direct messages are never brought in"))
                self._dropped.add(folder)
                continue
            about = fields.text(fields.within(raw, "purpose"), "value") or fields.text(
                fields.within(raw, "topic"), "value"
            )
            found.append(
                Channel(
                    id=channel_id,
                    name=title if len(title) > 1 else f"#{title or channel_id}",
                    where=where,
                    folder=folder,
                    purpose=about,
                    members=fields.person_ids(raw, "members"),
                    created_at=fields.moment(raw.get("created"), self._latest),
                    is_archived=fields.is_set(raw, "is_archived"),
                    is_private=name == "groups.json" or fields.is_set(raw, "is_private"),
                )
            )
        return found

    def _drop_direct(self) -> None:
        for name in DIRECT:
            if name not in self._archive:
                continue
            self.faults.append(
                Skipped(f"{self._archive.shown(name)}:1", "direct messages are never brought in")
            )
            for _where, value, _why in self._items(name, _MEMBER):
                if isinstance(value, dict):
                    self._dropped.update({fields.text(value, "id"), fields.text(value, "name")} - {""})

    def _admitted(self, found: list[Channel], *, with_private: bool) -> list[Channel]:
        admitted: dict[str, Channel] = {}
        for channel in found:
            if channel.is_private and not with_private:
                self.faults.append(
                    Skipped(channel.where, "a private channel: needs --with-private and a ground")
                )
                self._dropped.add(channel.folder)
            elif any(c.folder == channel.folder or c.id == channel.id for c in admitted.values()):
                self.faults.append(Skipped(channel.where, "there twice"))
            else:
                admitted[channel.id] = channel
        return list(admitted.values())

    def _find_days(self) -> dict[str, list[str]]:
        known = {channel.folder: channel.folder for channel in self.channels}
        by_id = {channel.id: channel.folder for channel in self.channels}
        found: dict[str, list[str]] = {}
        unknown: dict[str, str] = {}
        for name in sorted(self._archive.names):
            day = _DAY.fullmatch(name)
            if not day:
                if "/" not in name and name.endswith(".json") and name not in _TOP:
                    self.faults.append(Skipped(f"{self._archive.shown(name)}:1", "an unknown file"))
                continue
            folder = known.get(day["folder"]) or by_id.get(day["folder"])
            if folder:
                found.setdefault(folder, []).append(name)
            elif day["folder"] not in self._dropped:
                unknown.setdefault(day["folder"], name)
        for folder, name in unknown.items():
            self.faults.append(Skipped(f"{self._archive.shown(name)}:1", _why_out(folder)))
        return found


_TOP = {"users.json", "channels.json", "groups.json", *DIRECT, *PASSED_BY}


def _why_out(folder: str) -> str:
    if folder.startswith("mpdm-") or re.fullmatch(r"D[A-Z0-9]{6,}", folder):
        return "direct messages are never brought in"
    return "this folder is in no list of channels, so nobody can tell whether it is private"


def _user(raw: Raw, found: str) -> User:
    profile = fields.within(raw, "profile")
    username = fields.text(raw, "name", 60).strip()
    shown = [fields.text(profile, "real_name", 160), fields.text(raw, "real_name", 160)]
    shown += [fields.text(profile, "display_name", 160), username, found]
    email = fields.text(profile, "email", 255).strip() or fields.text(raw, "email", 255).strip()
    ranks = {"is_primary_owner": 3, "is_owner": 2, "is_admin": 1}
    return User(
        id=found,
        team=fields.person_id(raw.get("team_id")),
        username=username,
        name=next(name for name in shown if name.strip()),
        email=email if len(email) <= 254 and _ADDRESS.fullmatch(email) else "",
        function=fields.text(profile, "title", 120).strip(),
        time_zone=fields.text(raw, "tz", 64),
        bot_id=fields.person_id(profile.get("bot_id")),
        is_bot=fields.is_set(raw, "is_bot") or fields.is_set(raw, "is_app_user") or found == "USLACKBOT",
        is_active=not fields.is_set(raw, "deleted"),
        is_guest=fields.is_set(raw, "is_restricted") or fields.is_set(raw, "is_ultra_restricted"),
        rank=max((rank for flag, rank in ranks.items() if fields.is_set(raw, flag)), default=0),
    )
