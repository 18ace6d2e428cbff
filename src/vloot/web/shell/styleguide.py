"""`/styleguide/`, in debug and in the demo: every component in every state."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vloot.ground import clock
from vloot.talk.timeline.cards import PostCard
from vloot.web.shell import icons, samples
from vloot.web.shell.samples import ANNA, BRAM, CHRIS, DANA, ELS, EVA, FINN, MAY, MAY_ALL, ROBOT, post


def show(request: HttpRequest) -> HttpResponse:
    """The page that shows them all."""
    context: dict[str, Any] = {
        "me": ANNA,
        "cast": samples.CAST,
        "cards": _cards(),
        "head": _question_head(),
        "replies": _replies(),
        "composer": {
            "action": "#",
            "key": "guide",
            "kind": "update",
            "is_open": True,
            "values": {},
            "errors": {},
        },
        "refused": _refused(),
        "similar": samples.LINES,
        "figure": _figure(),
        "few": {"title": "Climate in a team of three", "too_few": True},
        "helper": CHRIS,
        "icons": icons.NAMES,
        "hues": range(12),
        "swatches": "sail paper mist ink sea coral buoy lamp moss".split(),
    }
    return render(request, "styleguide.html", context)


def _cards() -> list[PostCard]:
    hour_ago = clock.now() - timedelta(hours=1)
    crowd = [BRAM, ELS, CHRIS, DANA, FINN]
    return [
        post(101, BRAM, html="<p>The new crane is up. Come and look, there is <strong>coffee</strong> too.</p>", is_unread=True,
             appreciated_by=[ANNA], is_appreciated=True, replies=2, last_reply_at=hour_ago, is_bookmarked=True),
        post(102, CHRIS, title="What to do when the hall floods", is_pinned=True, can=MAY_ALL, edited_at=hour_ago,
             html="<ol><li>Power off at the red box.</li><li>Call Bram.</li><li>Then the pumps.</li></ol>", files=[samples.FILE]),
        post(103, ANNA, kind="question", title="Who knows the old crane?", question=samples.question(CHRIS, "open"),
             html="<p>Somebody who can tell me why it stops when it rains, before Friday.</p>", can=MAY | {"answer"}),
        post(104, ELS, kind="question", title="Where do the blue pallets go?", question=samples.question(CHRIS, "answered", 1),
             replies=1, last_reply_at=hour_ago, html="<p>One place is enough.</p>"),
        post(105, DANA, kind="question", title="May guests use the workshop?", question=samples.question(CHRIS, "closed")),
        post(106, ANNA, kind="thanks", thanks_to=[BRAM, ELS], appreciated_by=crowd,
             html="<p>You stayed until the last box was in the truck. I will not forget it.</p>"),
        post(107, CHRIS, kind="poll", title="Where do we have the summer party?", poll=samples.poll(), can=MAY | {"vote"}),
        post(108, CHRIS, kind="poll", title="And who cooks?", poll=samples.poll(is_hidden=True, has_voted=True), can=MAY | {"vote"}),
        post(190, CHRIS, kind="poll", title="Shall the horn sound at noon?", poll=samples.secret_poll(), can=MAY),
        post(191, CHRIS, kind="poll", title="What shall we plant at the gate?", poll=samples.secret_poll(ballots=23)),
        post(192, CHRIS, kind="poll", title="Who names the new crane?", poll=samples.secret_poll(ballots=0)),
        post(109, CHRIS, kind="poll", title="Which colour for the door?", poll=samples.poll(is_closed=True, has_voted=True)),
        post(110, ANNA, html="<p>Thank you all for the cake!</p>", is_mine=True, appreciated_by=[BRAM, ELS],
             can=MAY_ALL - {"appreciate", "talk"}),
        post(111, EVA, html="<p>My last day: it was good to sail with you.</p>", origin="import:slack"),
        post(112, ROBOT, html="<p>The canteen opens at half past eleven.</p>", is_closed=True,
             closed_reason="This is on the board in the hall now."),
        post(113, FINN, html="", is_removed=True),
    ]  # fmt: skip


def _question_head() -> PostCard:
    return post(
        201,
        ANNA,
        kind="question",
        title="Who knows the old crane?",
        html="<p>Somebody who can tell me why it stops when it rains, before Friday.</p>",
        question=samples.question(CHRIS, "answered", 202),
        can=MAY_ALL | {"answer", "close_question", "hand_over"},
    )


def _replies() -> list[PostCard]:
    may = MAY | {"comment", "accept", "helped"}
    return [
        post(202, BRAM, kind="answer", parent_id=201, thread_id=201, is_accepted=True, helped=[ANNA, ELS], can=may,
             html="<p>Water gets into the switch on the north side. I can show you, it takes a minute.</p>"),
        post(203, ANNA, kind="comment", parent_id=202, thread_id=201, html="<p>That was it. You are a treasure.</p>"),
        post(204, ELS, kind="answer", parent_id=201, thread_id=201, is_unread=True, can=may,
             html="<p>It did the same in 2021. There is a note about it in the red binder.</p>"),
        post(205, CHRIS, kind="comment", parent_id=204, thread_id=201, is_removed=True),
    ]  # fmt: skip


def _refused() -> dict[str, Any]:
    return {
        "action": "#",
        "key": "guide-refused",
        "kind": "question",
        "is_fixed": True,
        "is_open": True,
        "space": samples.SPACE,
        "values": {"title": "", "body": "Somebody who knows cranes"},
        "errors": {"title": "There is no question yet. Put it in one line, as you would ask a colleague."},
        "similar": samples.LINES,
        "is_draft": True,
    }


def _figure() -> dict[str, Any]:
    rows = [("Openness", 4.1, 3.8, 4.4), ("Trust", 3.7, 3.4, 4.0), ("Safety", 3.9, 3.5, 4.3)]
    return {
        "title": "Climate, this spring",
        "unit": "Mean, 1 to 5",
        "note": "With the interval in which it lies, nineteen times out of twenty.",
        "n": 84,
        "height": 10 * len(rows),
        "rows": [
            {
                "label": label, "y": 10 * number, "value_text": str(value), "low_text": str(low), "high_text": str(high),
                "x": _place(value), "x_low": _place(low), "x_high": _place(high),
            }
            for number, (label, value, low, high) in enumerate(rows)
        ],
    }  # fmt: skip


def _place(value: float) -> float:
    return round((value - 1) * 25, 1)
