"""Who is in an export: people with an account, bots, and people of whom it knows no more than a name."""

from collections.abc import Iterable
from zoneinfo import available_timezones

from django.utils.translation import gettext as _

from vloot.importers.slack.parse import User
from vloot.importers.slack.survey import Survey
from vloot.people import names
from vloot.people.acts import PersonDraft

SLACKBOT = "USLACKBOT"


class Cast:
    """The persons to place, by the key they get for ever; `alias` leads from every id of Slack's to such a key.

    `merged` are the keys that more than one account leads to, with how many accounts too many.
    """

    def __init__(self, users: Iterable[User], seen: Survey) -> None:
        self.drafts: dict[str, PersonDraft] = {}
        self.alias: dict[str, str] = {}
        self.merged: dict[str, int] = {}
        self.users = {user.id: user for user in users}
        self._place_users()
        for found, name in seen.people.items():
            if found not in self.alias:
                self._add(found, _stranger(found, name))
        for found, name in seen.bots.items():
            if found not in self.alias:
                self._add(found, _bot(found, name))

    def key(self, found: str) -> str:
        """The key of a person or bot by Slack's id; "" for who is not in the cast."""
        return self.alias.get(found, "")

    def founder(self, wanted: str) -> PersonDraft:
        """Who founds the company: whom `wanted` names, else the first owner Slack knows, else somebody yet to be named."""
        able = [
            user for user in self.users.values() if user.is_active and not user.is_bot and not user.is_guest
        ]
        if wanted:
            named = [user for user in able if wanted.strip().casefold() in _called(user)]
            if named:
                return self.drafts[self.alias[named[0].id]]
            email = wanted.strip() if "@" in wanted else None
            return PersonDraft(
                external_key=f"slack:founder:{names.fold_email(wanted)[:150]}",
                name=wanted.partition("@")[0],
                kind="placeholder",
                email=email,
            )
        owners = sorted((user for user in able if user.rank), key=lambda user: -user.rank)
        if owners:
            return self.drafts[self.alias[owners[0].id]]
        return PersonDraft(external_key="slack:founder", name=_("Founder"), kind="placeholder")

    def _place_users(self) -> None:
        by_email: dict[str, str] = {}
        for user in sorted(self.users.values(), key=lambda user: not user.is_active):
            email = "" if user.is_bot else names.fold_email(user.email)
            same = by_email.get(email) if email else None
            if same:
                self.alias[user.id] = same
                self.merged[same] = self.merged.get(same, 0) + 1
                continue
            key = self._add(user.id, _account(user, email))
            if email:
                by_email[email] = key
            if user.bot_id:
                self.alias.setdefault(user.bot_id, key)

    def _add(self, found: str, draft: PersonDraft) -> str:
        self.drafts[draft.external_key] = draft
        self.alias[found] = draft.external_key
        return draft.external_key


def _called(user: User) -> set[str]:
    return {name.casefold() for name in (user.id, user.username, user.name, user.email) if name}


def _account(user: User, email: str) -> PersonDraft:
    return PersonDraft(
        external_key=f"slack:user:{user.id}",
        name=user.name,
        kind="bot" if user.is_bot else "human",
        username=user.username,
        email=email or None,
        function=user.function,
        time_zone=user.time_zone if user.time_zone in _ZONES else "",
        is_active=user.is_active,
        roles=("guest",) if user.is_guest and user.is_active and not user.is_bot else (),
    )


def _stranger(found: str, name: str) -> PersonDraft:
    if found == SLACKBOT:
        return PersonDraft(external_key=f"slack:user:{found}", name="Slackbot", kind="bot")
    shown = name or _("Somebody from Slack (%(id)s)") % {"id": found}
    return PersonDraft(
        external_key=f"slack:user:{found}", name=shown, kind="placeholder", username=name or found.lower()
    )


def _bot(found: str, name: str) -> PersonDraft:
    return PersonDraft(external_key=f"slack:bot:{found}", name=name.strip() or found, kind="bot")


_ZONES = available_timezones()
