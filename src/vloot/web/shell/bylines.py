"""The small sentences on a card: what the author does and where, where it came from, how large a file is."""

from __future__ import annotations

from collections.abc import Sequence

from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vloot.ground import clock
from vloot.notices.reads import NoticeCard
from vloot.talk.polls.reads import ChoicePart
from vloot.web.shell import faces

SYSTEMS = {"slack": "Slack", "zulip": "Zulip", "mattermost": "Mattermost", "mbox": "e-mail"}


def greeting(name: str) -> str:
    """A greeting that fits the hour where the reader is."""
    hour = timezone.localtime(clock.now()).hour
    if hour < 5:
        return _("Still up, {name}?").format(name=name)
    if hour < 12:
        return _("Good morning, {name}").format(name=name)
    if hour < 18:
        return _("Good afternoon, {name}").format(name=name)
    return _("Good evening, {name}").format(name=name)


def told(notice: NoticeCard) -> SafeString:
    """ "Bram and Anna answered your question": the names strong."""
    who = faces.joined([format_html("<b>{}</b>", faces.called(person)) for person in notice.actors])
    before, place, after = notice.sentence.partition("%(who)s")
    return format_html("{}{}{}", before, who if place else "", after)


def origin_words(origin: str) -> str:
    """ "brought along from Slack" for an import; empty for what was written here."""
    door, _colon, system = origin.partition(":")
    if door != "import":
        return ""
    return _("brought along from {system}").format(system=SYSTEMS.get(system, system))


def size(octets: int) -> str:
    """Octets in words of the reader's language."""
    return filesizeformat(octets)


def share(part: ChoicePart, choices: Sequence[ChoicePart]) -> int:
    """The part of all votes that this choice has, 0 to 100."""
    total = sum(len(choice.voters) for choice in choices)
    return round(100 * len(part.voters) / total) if total else 0
