"""A first look through the whole archive: how much there is, who spoke without an account, when people joined."""

import re
from collections.abc import Callable
from datetime import datetime

from vloot.importers.slack import markup
from vloot.importers.slack.fields import person_id
from vloot.importers.slack.parse import Channel, Export
from vloot.importers.slack.records import Joined, Message

_WORKSPACE = re.compile(r"https://([a-z0-9-]{2,60})\.slack\.com/")
_ACCOUNT = re.compile(r"[UW][A-Z0-9]{2,31}")


class Survey:
    """What must be known before the first post is placed."""

    def __init__(self) -> None:
        self.total = 0
        self.workspace = ""
        self.people: dict[str, str] = {}  # by id: everybody who is spoken of, with a name where there is one
        self.bots: dict[str, str] = {}  # the same for bots that have no account
        self.joined: dict[tuple[str, str], datetime] = {}  # by channel and person

    def see(self, channel: Channel, record: object) -> None:
        """Take one record into account."""
        self.total += 1
        if isinstance(record, Joined):
            self.joined.setdefault((channel.id, record.person), record.at)
            self._meet(record.person)
        if isinstance(record, Message):
            self._see_message(record)
        if isinstance(record, Joined | Message):
            for reaction in record.reactions:
                for person in reaction.people:
                    self._meet(person)

    def _see_message(self, message: Message) -> None:
        if message.is_bot:
            self.bots[message.author] = self.bots.get(message.author) or message.author_name
        else:
            self._meet(message.author, message.author_name)
        for found, name in markup.mentioned(message.text):
            if _ACCOUNT.fullmatch(person_id(found)):
                self._meet(found, markup.unescape_slack(name))
        if not self.workspace:
            links = " ".join([message.text, *(ref.link for ref in message.files)])
            self.workspace = next(iter(_WORKSPACE.findall(links)), "")

    def _meet(self, person: str, name: str = "") -> None:
        self.people[person] = self.people.get(person) or name.strip()


def survey(export: Export, progress: Callable[[int, int], None]) -> Survey:
    """Look through every file once; `progress` hears how many of them are done."""
    seen = Survey()
    days = [(channel, day) for channel in export.channels for day in export.days(channel)]
    for done, (channel, day) in enumerate(days, 1):
        for record in export.records(day):
            seen.see(channel, record)
        progress(done, len(days))
    return seen
