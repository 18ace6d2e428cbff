"""All that an administrator sets, on one page: what each does, who may change it, and what it was before."""

from __future__ import annotations

from typing import NamedTuple

from django.conf import settings as config
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from vloot.company import rules
from vloot.company.audit import reads as audit
from vloot.company.audit import rules as audit_rules
from vloot.company.audit.reads import AuditLine
from vloot.company.settings import acts, reads
from vloot.company.settings.declared import SETTINGS
from vloot.ground.errors import NotFound, Refused, require
from vloot.notices.groups import GROUPS
from vloot.people.actor import Actor
from vloot.talk.spaces import reads as spaces
from vloot.web.company import audit_words as words
from vloot.web.shell.door import signed_in


class Section(NamedTuple):
    """Something to set: what it is, what it does, the name of its page's address, and what of the audit log is its history."""

    title: object
    what: object
    url: str
    kinds: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()  # how the names of its settings begin
    who: object = _("administrators")


# A room that brings a page of settings adds its line here.
SECTIONS = [
    Section(
        _("Name"),
        _("What this company is called, at the top of every page."),
        "company:page",
        (),
        ("company.name",),
    ),
    Section(
        _("Top team"),
        _("Who leads formally. Everybody reads it; nobody sees more because of it."),
        "company:page",
        ("TopTeamChanged",),
    ),
    Section(
        _("Confidential counsellor"),
        _("Whom every page of the promise names for what is not for everybody's ears."),
        "company:page",
        ("CounsellorNamed",),
    ),
    Section(
        _("Roles"),
        _("Who hosts, who administers, who reads the audit log. Given on a person's own page."),
        "people:index",
        ("RoleGiven", "RoleTaken"),
    ),
    Section(
        _("Invitations"),
        _("Who is brought aboard, and by whom."),
        "people:invite",
        ("PersonInvited",),
        who=_("hosts and administrators"),
    ),
    Section(
        _("Rooms"), _("What is on here, why, and who looks after it."), "company:rooms", ("RoomSwitched",)
    ),
    Section(
        _("Agreements"),
        _("What was agreed with the people, with its date and document."),
        "company:agreements",
        ("AgreementRecorded",),
    ),
    Section(
        _("How fast people may go"),
        _("Limits that a lively day never meets and a flood does."),
        "company:limits",
        (),
        ("limits.",),
    ),
    Section(
        _("How all are told"),
        _("What reaches those who have not chosen, by which way, and when they are left alone."),
        "company_notices",
        (),
        ("notices.hours", *(f"notices.{group}." for group in GROUPS)),
    ),
    Section(
        _("Company holidays"),
        _("Days on which the company is closed: nothing is sent to anybody."),
        "company_notices",
        (),
        ("notices.holidays",),
    ),
    Section(
        _("Push services"),
        _("Which services may bring a notice to people's phones and computers."),
        "company:push",
        (),
        ("notices.push_relays",),
    ),
    Section(
        _("Watched words"),
        _("Words after which a host looks at a post, and why each is there. Nothing is stopped by them."),
        "order:words",
        ("WordWatched", "WordUnwatched"),
        who=_("hosts and administrators"),
    ),
]
HISTORY = 5


class Told(NamedTuple):
    """A line of history in words."""

    line: AuditLine
    said: str


@require_GET
@signed_in
def index(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Every setting with its history; for administrators, and for the works council to read."""
    require(audit_rules.may_read(actor))
    rows = [(section, reverse(section.url), _history(actor, section)) for section in SECTIONS]
    own = [
        (name, declared, reads.value(name), _told(actor, audit.history(actor, (), (name,), HISTORY)))
        for name, declared in SETTINGS.items()
    ]
    context = {"rows": rows, "own": own, "given": _given(), "can_change": rules.may_change(actor).ok}
    return render(request, "company/settings.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def setting(request: HttpRequest, actor: Actor, name: str) -> HttpResponseBase:
    """Change one setting, and say why."""
    require(rules.may_change(actor))
    if name not in SETTINGS:
        raise NotFound
    values = {"value": str(reads.value(name)), "why": ""}
    errors: dict[str, str] = {}
    if request.method == "POST":
        values = {field: request.POST.get(field, "") for field in values}
        try:
            acts.choose(by=actor, name=name, value=values["value"], why=values["why"])
        except Refused as refusal:
            errors |= refusal.by_field
        else:
            messages.success(request, gettext("Saved."))
            return redirect("company:settings")
    context = {
        "name": name,
        "declared": SETTINGS[name],
        "is_text": isinstance(SETTINGS[name].default, str),
        "values": values,
        "errors": errors,
        "history": _told(actor, audit.history(actor, (), (name,), 50)),
    }
    return render(request, "company/setting.html", context, status=422 if errors else 200)


def _history(actor: Actor, section: Section) -> list[Told]:
    return _told(actor, audit.history(actor, section.kinds, section.settings, HISTORY))


def _told(actor: Actor, lines: list[AuditLine]) -> list[Told]:
    known = spaces.names_of(actor, {line.space_id for line in lines if line.space_id})
    return [Told(line, words.sentence(line, known)) for line in lines]


def _given() -> list[tuple[str, str, str]]:
    """What stands in the program's own settings, and can only be changed there: what, its value, its name."""
    mail = gettext("on") if config.CONFIG.mail_host else gettext("off")
    account = gettext("on") if config.CONFIG.oidc_issuer else gettext("off")
    language = str(get_language_info(config.LANGUAGE_CODE)["name_local"]).capitalize()
    return [
        (gettext("Language for who has not chosen one"), language, "language"),
        (gettext("Time zone for who has not chosen one"), config.VLOOT_TIME_ZONE, "time_zone"),
        (gettext("Sign-in with the company's account"), account, "oidc_issuer"),
        (gettext("Mail going out"), mail, "mail_host"),
    ]
