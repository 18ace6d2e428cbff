"""Names of what is kept about somebody, as their own page of data shows them."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

register = template.Library()

NAMES = {
    "person": _("About me"),
    "roles": _("Roles"),
    "ways_to_sign_in": _("Ways to sign in"),
    "company_accounts": _("Company accounts"),
    "addresses": _("E-mail addresses"),
    "sessions": _("Devices I am signed in on"),
    "invitations_made": _("Invitations I made"),
    "invitations_accepted": _("Invitations I accepted"),
    "sign_in_codes": _("Sign-in codes"),
    "erasure": _("My wish to be forgotten"),
    "newcomers": _("Newcomers I am the buddy of"),
    "is_counsellor": _("I am the confidential counsellor"),
    "has_top_seat": _("I am in the top team"),
    "has_start_link": _("I can found this company"),
    "notices": _("Notices I got"),
    "notice_choices": _("How I want to be told"),
    "notice_hearing": _("Spaces and threads I follow or mute"),
    "quiet_hours": _("My quiet hours"),
    "holidays": _("My holidays"),
    "outbox": _("What was sent to me"),
    "spaces": _("Spaces I am in"),
    "requests": _("Spaces I asked to be let into"),
    "posts": _("What I wrote"),
    "former_versions": _("What it said before"),
    "threads_closed": _("Threads I closed"),
    "questions_owned": _("Questions I look after"),
    "named_in": _("Where I am named"),
    "thanked_in": _("Where I am thanked"),
    "appreciated": _("What I thanked for"),
    "helped_by": _("Answers that helped me"),
    "votes": _("What I chose in polls"),
    "choices_offered": _("Choices I offered in polls"),
    "proposals": _("Proposals to talk"),
    "follows": _("Whom I follow"),
    "tags": _("Tags I follow"),
    "guides_owned": _("How-to pages I look after"),
    "guides_written": _("What I wrote in how-to pages"),
    "guides_that_helped": _("How-to pages that helped me"),
    "guides_confirmed": _("How-to pages I said are still true"),
    "note": _("What I changed"),
    "files": _("Files"),
    "drafts": _("Drafts"),
    "bookmarks": _("What I keep"),
    "read_marks": _("How far I have read"),
    "home_visit": _("When I last looked at home"),
    "name": _("Name"),
    "username": _("User name"),
    "email": _("E-mail address"),
    "ask_me_about": _("Ask me about"),
    "learning": _("I am learning"),
    "how_to_work": _("How to work with me"),
    "languages": _("Languages"),
    "working_hours": _("Working hours"),
    "tenure": _("How long I am here"),
    "function": _("Function"),
    "team_name": _("Team"),
    "manager_name": _("Manager"),
    "buddy_name": _("Buddy"),
    "joined_on": _("Joined on"),
    "left_on": _("Left on"),
    "is_active": _("Has access"),
    "locale": _("Language of the pages"),
    "time_zone": _("Time zone"),
    "last_login": _("Last signed in"),
    "has_face": _("Has a picture"),
    "kind": _("Kind"),
    "title": _("Title"),
    "source": _("Words"),
    "parts": _("What I know and tried"),
    "space__name": _("Space"),
    "is_host": _("Host"),
    "link": _("Link"),
    "key": _("Where"),
    "fields": _("Words"),
    "size": _("Size"),
    "alt": _("Description"),
    "way": _("Way"),
    "suggestion": _("Suggestion"),
    "why": _("Why"),
}


@register.filter
def kept_name(key: str) -> str:
    """A key of the data in plain words, in the reader's language; the few without a word of their own as they are called inside."""
    plain = key.replace("__", " ").replace("_", " ")
    return gettext(NAMES[key]) if key in NAMES else plain[:1].upper() + plain[1:]
