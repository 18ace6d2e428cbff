"""What each kind of notice says, why its reader gets it, and to which group of events it belongs.

A new kind needs a line in SENTENCES, REASONS and GROUPS.
"""

from django.utils.translation import gettext_lazy as _

# What no person did: a day has come, or it fell to somebody.
NOBODYS = frozenset({"guide_due", "guide_yours", "own_address_failed"})

SENTENCES = {
    "mentioned": _("%(who)s named you"),
    "team_mentioned": _("%(who)s named your team"),
    "replied": _("%(who)s replied to you"),
    "replied_in_thread": _("%(who)s replied in a thread you are in"),
    "answered": _("%(who)s answered your question"),
    "accepted": _("%(who)s accepted your answer"),
    "helped": _("Your answer helped %(who)s"),
    "owner": _("%(who)s asked a question that you look after"),
    "handed_over": _("%(who)s asked you to look after a question"),
    "thanked": _("%(who)s thanked you"),
    "appreciated": _("%(who)s thanked you for what you wrote"),
    "talk_proposed": _("%(who)s would like to talk with you"),
    "talk_accepted": _("%(who)s would like to talk too"),
    "entry_requested": _("%(who)s asks to be let into a space"),
    "admitted": _("%(who)s let you into a space"),
    "host": _("%(who)s made you a host of a space"),
    "swap_asked": _("%(who)s asks you to take a week of the roster"),
    "swap_accepted": _("%(who)s takes your week of the roster"),
    "buddy": _("%(who)s is new here and you are their buddy"),
    "newcomer": _("%(who)s is new here and wrote for the first time"),
    "closed": _("%(who)s closed a thread you are in"),
    "guide_due": _("A how-to page you look after wants to be looked at again"),
    "guide_yours": _("You look after a how-to page from now on"),
    "guide_grown": _("%(who)s made a how-to page of what you wrote"),
    "guide_edited": _("%(who)s changed a how-to page you look after"),
    "guide_helped": _("A how-to page of yours helped %(who)s"),
    "followed": _("%(who)s wrote something new"),
    "case": _("%(who)s wrote something that a host should look at"),
    "case_appeal": _("%(who)s asks for another look at a decision"),
    "taken_away": _("%(who)s took away something you wrote, and says why"),
    "warned": _("%(who)s has a serious word with you"),
    "read_only": _("%(who)s lets you read only for a while, and says why"),
    "report_seen": _("%(who)s looked at what you reported. Thank you for saying it"),
    "appeal_answered": _("%(who)s looked again at a decision about you"),
    "decision_seen": _("%(who)s looked again at what you decided"),
    "announced": _("%(who)s announced something"),
    "announced_asking": _("%(who)s asks you to read an announcement"),
    "event_changed": _("%(who)s changed an event you said yes to"),
    "event_cancelled": _("%(who)s cancelled an event you said yes to"),
    "event_moved_up": _("There is a place for you now: %(who)s made room"),
    "address_failed": _("Mail to %(who)s comes back"),
    "own_address_failed": _("Mail to you comes back, so none is sent to your address any more"),
}

REASONS = {
    "mentioned": _("because your name stands in it"),
    "team_mentioned": _("because your team's name stands in it"),
    "replied": _("because you wrote what it replies to"),
    "replied_in_thread": _("because you wrote in this thread"),
    "answered": _("because you asked"),
    "accepted": _("because you answered"),
    "helped": _("because you answered"),
    "owner": _("because you host this space"),
    "handed_over": _("because it was handed over to you"),
    "thanked": _("because your name stands in it"),
    "appreciated": _("because you wrote it"),
    "talk_proposed": _("because you were asked"),
    "talk_accepted": _("because you asked"),
    "entry_requested": _("because you host this space"),
    "admitted": _("because you are in this space now"),
    "host": _("because you host this space now"),
    "swap_asked": _("because you host this space"),
    "swap_accepted": _("because you asked"),
    "buddy": _("because you know the way here"),
    "newcomer": _("because you host this space"),
    "closed": _("because you wrote in this thread"),
    "guide_due": _("because its review day has come"),
    "guide_yours": _("because it was handed over to you"),
    "guide_grown": _("because it grew from your question or answer"),
    "guide_edited": _("because you look after it"),
    "guide_helped": _("because you wrote in it"),
    "followed": _("because you follow this"),
    "case": _("because you keep order here"),
    "case_appeal": _("because you keep order here"),
    "taken_away": _("because you wrote it"),
    "warned": _("because it is about you"),
    "read_only": _("because it is about you"),
    "report_seen": _("because you reported it"),
    "appeal_answered": _("because you asked"),
    "decision_seen": _("because you decided it"),
    "announced": _("because it is for everybody here"),
    "announced_asking": _("because it is for everybody here"),
    "event_changed": _("because you said yes"),
    "event_cancelled": _("because you said yes"),
    "event_moved_up": _("because you were on the waiting list"),
    "address_failed": _("because you are an administrator"),
    "own_address_failed": _("because it is your address"),
}

# The same with the name of the space, where there is one to name.
IN_SPACE = {
    "owner": _("because you host the space %(space)s"),
    "entry_requested": _("because you host the space %(space)s"),
    "newcomer": _("because you host the space %(space)s"),
    "host": _("because you host the space %(space)s now"),
    "admitted": _("because you are in the space %(space)s now"),
}

# For what comes from following, by what is followed.
FOLLOWED = {
    "person": _("because you follow %(person)s"),
    "space": _("because you follow the space %(space)s"),
    "thread": _("because you follow this thread"),
    "tag": _("because you follow #%(tag)s"),
}

# The group (notices/groups.py) in which people choose for each kind.
GROUPS = {
    "mentioned": "named",
    "team_mentioned": "named",
    "own_address_failed": "named",
    "handed_over": "named",
    "answered": "answers",
    "replied": "replies",
    "replied_in_thread": "replies",
    "closed": "replies",
    "thanked": "thanks",
    "appreciated": "thanks",
    "accepted": "thanks",
    "helped": "thanks",
    "owner": "hosting",
    "entry_requested": "hosting",
    "host": "hosting",
    "swap_asked": "hosting",
    "swap_accepted": "hosting",
    "buddy": "hosting",
    "newcomer": "hosting",
    "address_failed": "hosting",
    "guide_due": "hosting",
    "guide_yours": "hosting",
    "guide_edited": "hosting",
    "guide_grown": "thanks",
    "guide_helped": "thanks",
    "followed": "following",
    "announced": "announcements",
    "announced_asking": "announcements",
    "event_changed": "invitations",
    "event_cancelled": "invitations",
    "event_moved_up": "invitations",
    "talk_proposed": "invitations",
    "talk_accepted": "invitations",
    "admitted": "invitations",
    "case": "order",
    "case_appeal": "order",
    "taken_away": "order",
    "warned": "order",
    "read_only": "order",
    "report_seen": "order",
    "appeal_answered": "order",
    "decision_seen": "order",
}

# What is addressed to a person by name, and reaches them from a space or thread they have muted too; so does what is decided about them.
# A name that is their whole team's does not.
DIRECT = frozenset({"mentioned", "handed_over", "thanked", "case", "case_appeal"}) | {
    kind for kind, group in GROUPS.items() if group == "order"
}
