"""Whom questions concern, and what follows for them from what happened elsewhere."""

from collections.abc import Sequence

from django.db.models import Q

from vloot.logbook.models import Entry
from vloot.notices import acts as notices
from vloot.talk.posts import jobs as posts
from vloot.talk.posts.models import Post
from vloot.talk.questions import owners
from vloot.talk.questions.models import Question


def tell_owner(entries: Sequence[Entry]) -> None:
    """Who looks after a new question gets to know."""
    asked = posts.news(entries)
    for question in Question.objects.filter(post__in=asked):
        notices.tell_many([posts.note("owner", asked[question.post_id], question.owner_id)])


def tell_new_owner(entries: Sequence[Entry]) -> None:
    """To whom a question was handed over gets to know."""
    for entry in entries:
        post = Post.objects.filter(pk=entry.object_id).first()
        if post and entry.is_news:
            owner_id = int(entry.details["owner_id"])
            notices.tell_many([posts.note("handed_over", post, owner_id, actor_id=entry.actor_id)])


def tell_asker(entries: Sequence[Entry]) -> None:
    """Who asked gets to know of an answer, and so do those who wrote in the thread."""
    for answer in posts.news(entries).values():
        if answer.root and answer.author_id != answer.root.author_id:
            told = posts.readers(answer, [answer.root.author_id])
            notices.tell_many(posts.note("answered", answer, person) for person in told)


def tell_answerer(entries: Sequence[Entry]) -> None:
    """Whose answer was accepted, or helped, gets to know."""
    kinds = {"AnswerAccepted": "accepted", "Helped": "helped"}
    answers = posts.news(entries)
    for entry in entries:
        if entry.object_id in answers:
            answer = answers[entry.object_id]
            told = posts.readers(answer, [answer.author_id])
            notices.tell_many(
                posts.note(kinds[entry.kind], answer, person, actor_id=entry.actor_id) for person in told
            )


def find_new_owners(entries: Sequence[Entry]) -> None:
    """Somebody left the company: their open questions get another owner."""
    _tell_successors(owners.replace([entry.object_id for entry in entries]))


def find_owners_after_hosts(entries: Sequence[Entry]) -> None:
    """Somebody hosts no longer or left a space: the questions they looked after there get another owner."""
    for entry in entries:
        person = entry.details.get("person_id") or entry.actor_id
        if person is not None and entry.space_id is not None:
            _tell_successors(owners.replace_in_space(person, entry.space_id))


def find_owners_who_read(entries: Sequence[Entry]) -> None:
    """A space has changed who gets in, or a person what they may: no question stays with somebody who cannot read it."""
    for entry in entries:
        where = Q(post__space_id=entry.space_id) if entry.space_id else Q(owner_id=entry.object_id)
        _tell_successors(owners.replace_unfit(where))


def forget_accepted(entries: Sequence[Entry]) -> None:
    """An answer was removed: the question whose asker had accepted it is open again."""
    Question.objects.filter(accepted__in=[entry.object_id for entry in entries]).update(accepted=None)


def _tell_successors(questions: Sequence[Question]) -> None:
    notices.tell_many(posts.note("owner", question.post, question.owner_id) for question in questions)
