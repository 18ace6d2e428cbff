"""What people do with questions and answers."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from vloot.ground import clock
from vloot.ground.errors import NotFound, Refused, require
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.posts import acts as posts
from vloot.talk.posts import recording
from vloot.talk.posts.acts import PostDraft
from vloot.talk.posts.models import Post
from vloot.talk.questions import owners, rules
from vloot.talk.questions.models import Helped, Outdated, Question
from vloot.talk.roster import reads as roster
from vloot.talk.spaces.models import Space


class AnswerDraft(msgspec.Struct, frozen=True, kw_only=True):
    """An answer to place; `external_key` makes placing it twice harmless."""

    question_id: int
    author_id: int
    body: str
    files: tuple[int, ...] = ()
    at: datetime | None = None
    edited_at: datetime | None = None
    external_key: str | None = None


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """How a question is put: one line, then what I know, what I tried and what I need."""

    title: str
    known: str = ""
    tried: str = ""
    needed: str = ""


def ask(
    *, by: Actor, space: Space, wording: Wording, files: Sequence[int] = (), external_key: str | None = None
) -> Post:
    """Ask a question. It has an owner from this moment on. Refused without a title, and where the actor may not write."""
    draft = PostDraft(
        kind=Post.QUESTION,
        space_id=space.id,
        author_id=by.person_id,
        title=wording.title,
        body=wording.needed,
        parts=_parts(wording),
        files=tuple(files),
        external_key=external_key,
    )
    return ask_many(by=by, drafts=[draft])[0]


def ask_many(*, by: Actor, drafts: Sequence[PostDraft]) -> list[Post]:
    """Ask questions, each with an owner: the host on duty this week, else the host of its space who looks after the fewest."""
    with transaction.atomic():
        made = posts.place_many(by=by, drafts=drafts)
        known = set(Question.objects.filter(post__in=made).values_list("post_id", flat=True))
        fresh = [post for post in {post.id: post for post in made}.values() if post.id not in known]
        places = [(post.space_id, post.author_id) for post in fresh]
        duty = {} if by.is_importer else roster.on_duty({space_id for space_id, _asker in places})
        chosen = owners.choose_many(places, duty=duty)
        Question.objects.bulk_create(
            [Question(post=post, owner_id=owner) for post, owner in zip(fresh, chosen, strict=True)],
            batch_size=1000,
        )
    return made


def reword(*, by: Actor, question: Post, wording: Wording) -> None:
    """Ask it differently; what was asked before stays readable. Refused to all but the asker."""
    posts.edit(by=by, post=question, title=wording.title, body=wording.needed, parts=_parts(wording))


def answer(
    *, by: Actor, question: Post, body: str, files: Sequence[int] = (), external_key: str | None = None
) -> Post:
    """Answer a question. Refused when it is closed, and where the actor may not write."""
    draft = AnswerDraft(
        question_id=question.id,
        author_id=by.person_id,
        body=body,
        files=tuple(files),
        external_key=external_key,
    )
    return answer_many(by=by, drafts=[draft])[0]


def answer_many(*, by: Actor, drafts: Sequence[AnswerDraft]) -> list[Post]:
    """Answer questions. Raises Refused for the first draft that a rule refuses, NotFound for a question the actor may not see."""
    wanted = {draft.question_id for draft in drafts}
    questions = Post.objects.filter(rules.visible(by)).select_related("space").in_bulk(list(wanted))
    if wanted - questions.keys():
        raise NotFound
    for question in questions.values():
        require(rules.may_answer(by, question))
    return posts.place_many(by=by, drafts=[_as_post(draft, questions[draft.question_id]) for draft in drafts])


def accept(*, by: Actor, answer: Post, at: datetime | None = None) -> None:
    """Say that an answer solved one's question. Refused to all but the asker."""
    question = _question_of(answer)
    require(rules.may_accept(by, question))
    if answer.kind != Post.ANSWER or answer.removed_at:
        raise Refused("no_answer", _("Only an answer can be accepted."))
    if question.accepted_id == answer.id:
        return
    question.accepted = answer
    with transaction.atomic():
        question.save(update_fields=["accepted"])
        recording.changed(
            "AnswerAccepted", by, answer, {"question_id": question.post_id, "helper_id": answer.author_id}, at
        )


def withdraw_acceptance(*, by: Actor, answer: Post) -> None:
    """Take back that an answer solved one's question."""
    question = _question_of(answer)
    require(rules.may_accept(by, question))
    if question.accepted_id != answer.id:
        return
    question.accepted = None
    with transaction.atomic():
        question.save(update_fields=["accepted"])
        recording.changed("AcceptanceWithdrawn", by, answer, {"question_id": question.post_id})


def mark_helped(*, by: Actor, answer: Post) -> None:
    """Say that an answer helped oneself."""
    require(rules.may_help_be_marked(by, answer))
    with transaction.atomic():
        _helped, is_new = Helped.objects.get_or_create(answer=answer, person_id=by.person_id)
        if is_new:
            recording.changed(
                "Helped", by, answer, {"question_id": answer.root_id, "helper_id": answer.author_id}
            )


def unmark_helped(*, by: Actor, answer: Post) -> None:
    """Take back that an answer helped."""
    with transaction.atomic():
        if Helped.objects.filter(answer=answer, person_id=by.person_id).delete()[0]:
            recording.changed("HelpWithdrawn", by, answer, {"question_id": answer.root_id})


def mark_outdated(*, by: Actor, answer: Post, instead: Post | None = None) -> None:
    """Say that an answer holds no longer, and which post says what does. Refused to all but who may judge it."""
    require(rules.may_judge(by, answer))
    if instead is not None and instead.id == answer.id:
        raise Refused("itself", _("This is the answer itself. Name another post, or none."), "instead")
    with transaction.atomic():
        Outdated.objects.update_or_create(answer=answer, defaults={"instead": instead})
        recording.changed("AnswerOutdated", by, answer, {"question_id": answer.root_id})


def unmark_outdated(*, by: Actor, answer: Post) -> None:
    """Say that it holds after all."""
    require(rules.may_judge(by, answer))
    with transaction.atomic():
        if Outdated.objects.filter(answer=answer).delete()[0]:
            recording.changed("OutdatedWithdrawn", by, answer, {"question_id": answer.root_id})


def hand_over(*, by: Actor, question: Post, to: int) -> None:
    """Let somebody else look after a question. Refused to all but its owner and the hosts, and for who cannot read it."""
    asked = _get(question)
    require(rules.may_hand_over(by, asked))
    require(rules.may_own(asked, people.card(to)))
    if asked.owner_id == to:
        return
    with transaction.atomic():
        Question.objects.filter(pk=question.pk).update(owner_id=to)
        recording.changed("QuestionHandedOver", by, question, {"owner_id": to})


def close(*, by: Actor, question: Post, reason: str = "") -> None:
    """The asker is done: no more answers are needed. Refused to all but the asker (a host, when the asker has left)."""
    asked = _get(question)
    require(rules.may_close(by, asked))
    if not asked.closed_at:
        _set_closed(by, question, clock.now(), "QuestionClosed", reason.strip()[:200])


def reopen(*, by: Actor, question: Post) -> None:
    """Ask again after all; somebody looks after the question again."""
    asked = _get(question)
    require(rules.may_close(by, asked))
    if asked.closed_at:
        with transaction.atomic():
            _set_closed(by, question, None, "QuestionReopened", "")
            owners.replace_unfit(Q(pk=question.pk))


def _set_closed(by: Actor, question: Post, at: datetime | None, kind: str, reason: str) -> None:
    with transaction.atomic():
        Question.objects.filter(pk=question.pk).update(closed_at=at)
        Post.objects.filter(pk=question.pk).update(
            closed_at=at,
            closed_by_id=by.person_id if at and not by.is_importer else None,
            closed_reason=reason,
        )
        recording.changed(kind, by, question)


def _get(post: Post) -> Question:
    found = (
        Question.objects.filter(pk=post.pk)
        .select_related("post", "post__space", "post__author", "owner")
        .first()
    )
    if found is None:
        raise NotFound
    return found


def _question_of(answer: Post) -> Question:
    if answer.root is None:
        raise NotFound
    return _get(answer.root)


def _parts(wording: Wording) -> dict[str, str]:
    return {name: part for name, part in (("known", wording.known), ("tried", wording.tried)) if part.strip()}


def _as_post(draft: AnswerDraft, question: Post) -> PostDraft:
    return PostDraft(
        kind=Post.ANSWER,
        space_id=question.space_id,
        author_id=draft.author_id,
        body=draft.body,
        parent_id=question.id,
        files=draft.files,
        at=draft.at,
        edited_at=draft.edited_at,
        external_key=draft.external_key,
    )
