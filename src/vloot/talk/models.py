"""The tables of every storey, where Django looks for them."""

from vloot.talk.announcements.models import Announcement, Confirmation
from vloot.talk.drafts.models import Draft
from vloot.talk.events.models import CalendarKey, Event, EventReply
from vloot.talk.files.models import File
from vloot.talk.following.models import PersonFollow, TagFollow
from vloot.talk.guides.models import Guide, GuideHelped, GuideQuestion, GuideVersion
from vloot.talk.order.models import Case, CaseNote, Report, Sealed, WatchWord
from vloot.talk.polls.models import Choice, Poll, Vote
from vloot.talk.posts.models import Mention, Post, PostTag, Revision
from vloot.talk.proposals.models import Proposal
from vloot.talk.questions.models import Helped, Outdated, Question
from vloot.talk.reading.models import Bookmark, HomeVisit, ReadMark
from vloot.talk.roster.models import Absence, Swap, Turn
from vloot.talk.search.models import Document, Shelf
from vloot.talk.spaces.models import EntryRequest, Membership, Space
from vloot.talk.thanks.models import Appreciation, ThanksTo

__all__ = [
    "Absence",
    "Announcement",
    "Appreciation",
    "Bookmark",
    "CalendarKey",
    "Case",
    "CaseNote",
    "Choice",
    "Confirmation",
    "Document",
    "Draft",
    "EntryRequest",
    "Event",
    "EventReply",
    "File",
    "Guide",
    "GuideHelped",
    "GuideQuestion",
    "GuideVersion",
    "Helped",
    "HomeVisit",
    "Membership",
    "Mention",
    "Outdated",
    "PersonFollow",
    "Poll",
    "Post",
    "PostTag",
    "Proposal",
    "Question",
    "ReadMark",
    "Report",
    "Revision",
    "Sealed",
    "Shelf",
    "Space",
    "Swap",
    "TagFollow",
    "ThanksTo",
    "Turn",
    "Vote",
    "WatchWord",
]  # fmt: skip
