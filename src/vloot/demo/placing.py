"""Putting heads and replies of the script into the world: many at once for what is history, one at a time for what is news."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import msgspec

from vloot.demo import attachments
from vloot.demo.script import Line, Thread
from vloot.people.actor import Actor
from vloot.talk.files import acts as files
from vloot.talk.polls import acts as polls
from vloot.talk.polls.acts import PollDraft
from vloot.talk.posts import acts as posts
from vloot.talk.posts.acts import PostDraft
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import AnswerDraft
from vloot.talk.thanks import acts as thanks
from vloot.talk.thanks.acts import ThanksDraft

Ids = Mapping[str, int]


class Head(msgspec.Struct, frozen=True):
    """A thread to begin, and when."""

    thread: Thread
    at: datetime


class Reply(msgspec.Struct, frozen=True):
    """A line to write: its own key, the key of what it replies to, where and when."""

    key: str
    under: str
    line: Line
    space: str
    at: datetime


def begin(by: Actor, heads: Sequence[Head], people: Ids, places: Ids) -> dict[str, int]:
    """Begin threads; returns the ids of their heads by key."""
    kinds: dict[str, list[Head]] = {"question": [], "poll": [], "thanks": [], "update": []}
    for head in heads:
        kinds[head.thread.kind].append(head)
    common = [
        (kinds["question"], questions.ask_many, _post),
        (kinds["update"], posts.place_many, _post),
        (kinds["poll"], polls.open_many, _poll),
        (kinds["thanks"], thanks.give_many, _thanks),
    ]
    placed: dict[str, int] = {}
    for chosen, act, draft in common:
        if chosen:
            made = act(by=by, drafts=[draft(by, head, people, places) for head in chosen])  # type: ignore[operator]
            placed |= {head.thread.key: post.id for head, post in zip(chosen, made, strict=True)}
    return placed


def reply(by: Actor, replies: Sequence[Reply], people: Ids, places: Ids, placed: Ids) -> dict[str, int]:
    """Write replies, answers first so that comments can hang under them; returns their ids by key."""
    answers = [one for one in replies if one.line.kind == "answer"]
    comments = [one for one in replies if one.line.kind == "comment"]
    made = questions.answer_many(
        by=by,
        drafts=[
            AnswerDraft(
                question_id=placed[one.under], author_id=people[one.line.by], body=one.line.text, at=one.at
            )
            for one in answers
        ],
    )
    found = {one.key: post.id for one, post in zip(answers, made, strict=True)}
    above = {**placed, **found}
    made = posts.place_many(
        by=by,
        drafts=[
            PostDraft(
                kind="comment",
                space_id=places[one.space],
                author_id=people[one.line.by],
                body=one.line.text,
                parent_id=above[one.under],
                at=one.at,
            )
            for one in comments
        ],
    )
    return found | {one.key: post.id for one, post in zip(comments, made, strict=True)}


def _post(by: Actor, head: Head, people: Ids, places: Ids) -> PostDraft:
    thread = head.thread
    parts = {"known": thread.more.get("know", ""), "tried": thread.more.get("tried", "")}
    # What was edited later is first written as it stood before.
    first = thread.more["edited"].partition(" ")[2] if "edited" in thread.more else thread.text
    return PostDraft(
        kind=thread.kind,
        space_id=places[thread.space],
        author_id=people[thread.by],
        title=thread.title,
        body=first,
        parts={name: part for name, part in parts.items() if part},
        files=_files(by, thread, people),
        at=head.at,
    )


def _poll(by: Actor, head: Head, people: Ids, places: Ids) -> PollDraft:
    thread = head.thread
    return PollDraft(
        space_id=places[thread.space],
        author_id=people[thread.by],
        title=thread.title,
        body=thread.text,
        choices=thread.more["choices"],
        closes_at=head.at.replace(hour=17, minute=0) + timedelta(days=thread.more["closes"]),
        is_multiple=thread.more.get("multiple", False),
        is_hidden=thread.more.get("hidden", False),
        files=_files(by, thread, people),
        at=head.at,
    )


def _thanks(by: Actor, head: Head, people: Ids, places: Ids) -> ThanksDraft:
    thread = head.thread
    return ThanksDraft(
        space_id=places[thread.space],
        author_id=people[thread.by],
        to=[people[key] for key in thread.words("to") if key in people],
        reason=thread.text,
        files=_files(by, thread, people),
        at=head.at,
    )


def _files(by: Actor, thread: Thread, people: Ids) -> tuple[int, ...]:
    owner = people[thread.by]
    names = thread.words("files")
    return tuple(files.put(by=by, owner_id=owner, **attachments.make(name)).id for name in names)
