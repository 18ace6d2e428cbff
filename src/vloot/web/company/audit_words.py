"""Plain words for every kind in the audit log, and for what a line of it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from vloot.company.audit.reads import AuditLine
from vloot.company.settings.declared import SETTINGS
from vloot.company.switches import rooms
from vloot.ground import limits
from vloot.web.company import setting_words
from vloot.web.shell import moments


class Telling(NamedTuple):
    """What a kind is called in lists, and the sentence of a line.

    Its places: actor, who, person, people, space, role, page, setting, was, is_, moment, why, room, state, subject.
    """

    name: str
    sentence: str


KINDS = {
    "PersonInvited": Telling(_("Invitations"), _("{actor} invited somebody.")),
    "PlaceChanged": Telling(_("Changes in the chart"), _("{actor} changed the place of {who} in the chart.")),
    "SignInNamesChanged": Telling(
        _("Changes of sign-in names"), _("{actor} changed the user name or the e-mail address of {who}.")
    ),
    "PersonDeactivated": Telling(_("Access ended"), _("{actor} ended the access of {who}.")),
    "PersonReactivated": Telling(_("Access given again"), _("{actor} gave {who} access again.")),
    "SignInCodeMade": Telling(_("Sign-in codes"), _("{actor} made a sign-in code for {who}.")),
    "RoleGiven": Telling(_("Roles given"), _("{actor} gave {who} the role “{role}”.")),
    "RoleTaken": Telling(_("Roles taken"), _("{actor} took the role “{role}” from {who}.")),
    "PeopleImported": Telling(_("People imported"), _("{actor} brought people in from a list.")),
    "StartLinkMade": Telling(_("Start links"), _("{actor} made a link to found the company.")),
    "CompanyFounded": Telling(_("Founding"), _("{actor} founded the company here.")),
    "CompanyCameBack": Telling(
        _("Backups brought back"),
        _("{actor} brought the company back out of a backup of {moment}; what happened after that is gone."),
    ),
    "SettingChanged": Telling(
        _("Settings changed"), _("{actor} changed “{setting}” from “{was}” to “{is_}”.")
    ),
    "SensitiveViewed": Telling(_("Sensitive pages viewed"), _("{actor} looked at {page}.")),
    "RoomSwitched": Telling(_("Rooms switched"), _("{actor} decided about “{room}”: {state}.")),
    "AgreementRecorded": Telling(
        _("Agreements recorded"), _("{actor} recorded what was agreed on “{subject}”.")
    ),
    "TopTeamChanged": Telling(_("Top team changed"), _("{actor} made this the top team: {people}.")),
    "CounsellorNamed": Telling(
        _("Counsellor named"), _("{actor} named the confidential counsellor: {people}.")
    ),
    "ImportFinished": Telling(_("Imports"), _("{actor} finished an import.")),
    "PrivateImported": Telling(
        _("Private talk imported"), _("{actor} brought private talk in. The ground: {why}")
    ),
    "HostAppointed": Telling(_("Hosts appointed"), _("{actor} made {person} a host of {space}.")),
    "HostDismissed": Telling(_("Hosts dismissed"), _("{actor} ended the hosting of {person} in {space}.")),
    "WaveAnnounced": Telling(_("Climate surveys announced"), _("{actor} announced a survey of the climate.")),
    "WaveReminded": Telling(
        _("Climate surveys: reminders"), _("{actor} had everybody reminded of the survey of the climate.")
    ),
    "WaveCodesPrinted": Telling(
        _("Climate surveys: codes printed"), _("{actor} printed the codes for answering on paper.")
    ),
    "WaveStopped": Telling(_("Climate surveys stopped"), _("{actor} stopped a survey of the climate.")),
    "CaseDecided": Telling(_("Decisions of hosts"), _("{actor} decided about a case in the hosts' queue.")),
    "AppealAnswered": Telling(_("Appeals answered"), _("{actor} looked again at somebody else's decision.")),
    "SealedRead": Telling(_("Sealed words read"), _("{actor} read sealed words, for an appeal.")),
    "WordWatched": Telling(_("Words watched"), _("{actor} put a word on the list of watched words.")),
    "WordUnwatched": Telling(
        _("Words no longer watched"), _("{actor} took a word off the list of watched words.")
    ),
}

PAGES = {
    "audit": _("the audit log"),
    "audit_file": _("the audit log, as a file"),
    "audit_person": _("the lines of the audit log about {who}"),
    "standing": _("the roles and the access of {who}"),
}

ROLES = {
    "guest": _("guest"),
    "host": _("host"),
    "administrator": _("administrator"),
    "council": _("works council"),
}

NAMES = {
    "company.name": _("The company's name"),
    "notices.hours": _("Quiet hours, working days and the hour of the overview"),
    "notices.holidays": _("Company holidays"),
    "notices.push_relays": _("Push services"),
}


def kinds(chosen: Iterable[str]) -> list[tuple[str, str]]:
    """These kinds with their names, in the order of the reader's alphabet."""
    return sorted(((kind, name_of(kind)) for kind in chosen), key=lambda pair: pair[1].casefold())


def name_of(kind: str) -> str:
    """What a kind is called."""
    return gettext(KINDS[kind].name)


def sentence(line: AuditLine, spaces: Mapping[int, str]) -> str:
    """What a line says. `spaces` are the names the reader may know."""
    details, name = line.details, str(line.details.get("setting", ""))
    who = _name(line, line.object_id)
    page = gettext(PAGES.get(str(details.get("page", "")), str(details.get("page", ""))))
    known = {
        "actor": line.actor.name if line.actor else gettext("Vloot itself"),
        "who": who,
        "person": _name(line, details.get("person_id")),
        "people": _names(line),
        "space": _space(line, spaces),
        "role": gettext(ROLES.get(str(details.get("role", "")), str(details.get("role", "")))),
        "page": page.format(who=who),
        "setting": setting(name),
        "room": room(str(details.get("room", ""))),
        "subject": str(details.get("subject", "")),
        "state": value(details.get("is")),
        "was": setting_words.value(name, details.get("was")) or value(details.get("was")),
        "is_": setting_words.value(name, details.get("is")) or value(details.get("is")),
        "moment": moments.exact(datetime.fromisoformat(str(details["made_at"])))
        if "made_at" in details
        else "",
        "why": str(details.get("ground") or details.get("why") or ""),
    }
    said = gettext(KINDS[line.kind].sentence).format(**known)
    why = str(details.get("why") or "")
    return f"{said} {gettext('Why:')} {why}" if why and "{why}" not in KINDS[line.kind].sentence else said


def value(raw: Any) -> str:
    """A value of a setting in words."""
    if raw is None or raw in ("", []):
        return gettext("nothing")
    if isinstance(raw, bool):
        return gettext("on") if raw else gettext("off")
    if isinstance(raw, list):
        return ", ".join(map(str, raw))
    return str(raw)


def setting(name: str) -> str:
    """What a setting is called; those of the limits say it themselves."""
    if name in NAMES:
        return gettext(NAMES[name])
    if name in SETTINGS:
        return str(SETTINGS[name].title)
    limit = limits.DECLARED.get(name.removeprefix("limits."))
    return str(limit.says) if limit else setting_words.name(name) or name


def room(name: str) -> str:
    """What a room is called."""
    return str(rooms.DECLARED[name].title) if name in rooms.DECLARED else name


def _space(line: AuditLine, spaces: Mapping[int, str]) -> str:
    return spaces.get(line.space_id or 0) or gettext("a space that is not open to you")


def _name(line: AuditLine, person_id: Any) -> str:
    found = line.people.get(person_id) if isinstance(person_id, int) else None
    return found.name if found else gettext("somebody who is gone")


def _names(line: AuditLine) -> str:
    listed = line.details.get("top_team")
    wanted = listed if listed is not None else [line.details.get("counsellor")]
    return ", ".join(_name(line, one) for one in wanted if one) or gettext("nobody")
