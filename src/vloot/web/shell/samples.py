"""Made-up cards for the styleguide: the cast in every state."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from vloot.ground import clock
from vloot.people.reads import PersonCard
from vloot.talk.files.reads import FileCard
from vloot.talk.polls.reads import ChoicePart, PollPart
from vloot.talk.questions.reads import QuestionLine, QuestionPart
from vloot.talk.spaces.reads import SpaceRef
from vloot.talk.timeline.cards import PostCard

SPACE = SpaceRef(id=1, name="Workshop", slug="workshop", access="open")


def person(number: int, name: str, function: str = "", team: str = "", **marks: Any) -> PersonCard:
    """A person of the cast; `number` chooses the hue too."""
    first, _space, last = name.partition(" ")
    fields: dict[str, Any] = {
        "id": number,
        "name": name,
        "first_name": first,
        "face_url": "",
        "initials": (first[:1] + last.rpartition(" ")[2][:1]).upper(),
        "hue": number % 12,
        "function": function,
        "team_name": team,
        "is_guest": False,
        "is_bot": False,
        "is_placeholder": False,
        "is_active": True,
    }
    return PersonCard(**(fields | marks))


ANNA = person(0, "Anna de Vries", "Planner", "Planning")
BRAM = person(4, "Bram Jacobs", "Electrician", "Workshop")
CHRIS = person(8, "Chris Okafor", "Team lead", "Workshop")
DANA = person(2, "Dana Lemaire", "Advisor", "", is_guest=True)
EVA = person(9, "Eva Peeters", "Buyer", "", is_active=False)
FINN = person(6, "Finn Maes", "", "", is_placeholder=True)
ELS = person(11, "Els van Damme", "Driver", "Logistics")
ROBOT = person(7, "Rooster", "", "", is_bot=True)
CAST = [ANNA, BRAM, CHRIS, DANA, EVA, FINN, ELS, ROBOT]

MAY = frozenset({"reply", "appreciate", "bookmark", "unread", "talk"})
MAY_ALL = MAY | {"edit", "pin", "close", "remove"}


def post(number: int, author: PersonCard, **fields: Any) -> PostCard:
    """A post of the cast, an update unless said otherwise."""
    plain: dict[str, Any] = {
        "id": number,
        "kind": "update",
        "space": SPACE,
        "author": author,
        "title": "",
        "html": "",
        "language": "en",
        "at": clock.now() - timedelta(minutes=3 * number - 297),
        "edited_at": None,
        "is_removed": False,
        "is_pinned": False,
        "is_closed": False,
        "closed_reason": "",
        "origin": "web",
        "thread_id": fields.get("parent_id") or number,
        "parent_id": None,
        "replies": 0,
        "last_reply_at": None,
        "is_bookmarked": False,
        "is_unread": False,
        "is_mine": False,
        "tags": [],
        "files": [],
        "appreciated_by": [],
        "is_appreciated": False,
        "helped": [],
        "has_helped_me": False,
        "is_accepted": False,
        "can": MAY,
    }
    return PostCard(**(plain | fields))


def question(owner: PersonCard, state: str, accepted: int | None = None) -> QuestionPart:
    """What a question card shows beyond a post's."""
    return QuestionPart(
        owner=owner,
        state=state,
        accepted_id=accepted,
        known="<p>It is the tall one beside the paint line, and it stops when it rains.</p>",
        tried="<p>Switched it off and on. Asked it nicely.</p>",
    )


def poll(*, is_hidden: bool = False, is_closed: bool = False, has_voted: bool = False) -> PollPart:
    """A poll with names about where the summer party goes."""
    rows = [("On the boat", [BRAM, ELS, CHRIS]), ("In the workshop, doors open", [DANA]), ("At the lake", [])]
    return PollPart(
        choices=[
            ChoicePart(number, text, [] if is_hidden else voters, has_voted and number == 1)
            for number, (text, voters) in enumerate(rows, 1)
        ],
        closes_at=clock.now() + timedelta(days=-1 if is_closed else 3),
        is_closed=is_closed,
        is_multiple=False,
        is_hidden=is_hidden,
        has_voted=has_voted,
    )


def secret_poll(*, ballots: int | None = None) -> PollPart:
    """A secret poll: still open, counted with so many ballots, or (0) with too few."""
    rows = [("Roses", 14, True), ("Herbs", 7, False), ("Nothing", None, False)]
    is_shown = bool(ballots)
    return PollPart(
        choices=[
            ChoicePart(number, text, [], False, least if is_shown else None, is_most and is_shown)
            for number, (text, least, is_most) in enumerate(rows, 1)
        ],
        closes_at=clock.now() + timedelta(days=3 if ballots is None else -1),
        is_closed=ballots is not None,
        is_multiple=False,
        is_hidden=True,
        has_voted=False,
        box_id=1,
        is_counted=ballots is not None,
        ballots=ballots or None,
    )


FILE = FileCard(
    5,
    "crane-manual.pdf",
    "/files/5/",
    "application/pdf",
    860_000,
    None,
    None,
    "The manual, 2019 edition",
    False,
)
LINES = [
    QuestionLine(id=41, title="Who may switch the crane off?", state="answered"),
    QuestionLine(id=42, title="Why does the hall door stop halfway?", state="open"),
]
