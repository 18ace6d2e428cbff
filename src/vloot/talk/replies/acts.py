"""Replying, whatever it is one replies to."""

from collections.abc import Sequence

from vloot.people.actor import Actor
from vloot.talk.posts import acts as posts
from vloot.talk.posts.models import Post
from vloot.talk.questions import acts as questions


def respond(
    *, by: Actor, to: Post, body: str, files: Sequence[int] = (), external_key: str | None = None
) -> Post:
    """Reply to a post: an answer when it is a question, else a comment. Refused as these are.

    `external_key` makes replying twice harmless, for doors through which the same words can come again.
    """
    if to.kind == Post.QUESTION:
        return questions.answer(by=by, question=to, body=body, files=files, external_key=external_key)
    return posts.comment(by=by, under=to, body=body, files=files, external_key=external_key)
