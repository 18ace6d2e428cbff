"""The groups of events somebody chooses for, the channels, and what holds where nobody has chosen anything."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

PAGE, MAIL, PUSH = "page", "mail", "push"
OFF, AT_ONCE, HOURLY, DAILY, WEEKLY = "off", "at_once", "hourly", "daily", "weekly"

GROUPS = {
    "named": _("I am named, or asked for something"),
    "answers": _("Answers to my questions"),
    "replies": _("Replies in threads I am in"),
    "thanks": _("Thanks, and answers of mine that helped"),
    "hosting": _("What I look after: questions, spaces, newcomers"),
    "following": _("People, spaces, threads and tags I follow"),
    "announcements": _("Announcements"),
    "invitations": _("Invitations: talks, events, coffee, walks"),
    "coffee": _("Coffee rounds that open, and their last day"),
    "reminders": _("Reminders of events I said yes or maybe to"),
    "order": _("Moderation that concerns me"),
}

CHANNELS = {
    PAGE: _("On this page"),
    MAIL: _("By mail"),
    PUSH: _("On my devices"),
}

RHYTHMS = {
    OFF: pgettext_lazy("notices", "not"),
    AT_ONCE: pgettext_lazy("notices", "at once"),
    HOURLY: pgettext_lazy("notices", "every hour"),
    DAILY: pgettext_lazy("notices", "once a day"),
    WEEKLY: pgettext_lazy("notices", "once a week"),
}
YES_NO = {AT_ONCE: pgettext_lazy("notices", "yes"), OFF: pgettext_lazy("notices", "no")}
# From the one that comes first to the one that comes last.
SPEED = (AT_ONCE, HOURLY, DAILY, WEEKLY)

# What a channel can do: only mail gathers.
OFFERED = {PAGE: (AT_ONCE, OFF), MAIL: (AT_ONCE, HOURLY, DAILY, WEEKLY, OFF), PUSH: (AT_ONCE, OFF)}
# What would come too late in a digest comes at once or not at all.
TIMELY = frozenset({"reminders"})

_MAIL = {
    "named": AT_ONCE,
    "answers": DAILY,
    "hosting": DAILY,
    "announcements": DAILY,
    "invitations": DAILY,
    "reminders": AT_ONCE,
    "order": AT_ONCE,
}


# What one click on "Tell me on this browser" brings, where nothing was chosen before: what waits for this person and no other.
PUSHED = ("named", "answers", "invitations", "reminders", "order")


def offered(group: str, channel: str) -> tuple[str, ...]:
    """The rhythms one chooses among; none for a channel there is not."""
    return (AT_ONCE, OFF) if group in TIMELY and channel in OFFERED else OFFERED.get(channel, ())


def built_in(group: str, channel: str) -> str:
    """The rhythm while neither a person nor an administrator has chosen: all on the page, by mail what asks something, no push."""
    if channel == PAGE:
        return AT_ONCE
    return _MAIL.get(group, OFF) if channel == MAIL else OFF
