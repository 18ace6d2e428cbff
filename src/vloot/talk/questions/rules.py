"""Who may answer, accept, hand over and close."""

from django.utils.translation import gettext as _

from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard
from vloot.talk.posts import rules as posts
from vloot.talk.posts.models import Post
from vloot.talk.questions.models import Question
from vloot.talk.spaces import readers
from vloot.talk.spaces import rules as spaces

visible = posts.visible


def may_answer(actor: Actor, question: Post) -> Verdict:
    """Whoever may write in the space answers its open questions."""
    if question.kind != Post.QUESTION:
        return no("no_question", _("This is no question. Reply with a comment."))
    return posts.may_reply(actor, question)


def may_accept(actor: Actor, question: Question) -> Verdict:
    """Only the asker says which answer solved it."""
    if actor.is_importer or question.post.author_id == actor.person_id:
        return yes()
    return no(
        "not_asker", _("Only who asked can say which answer solved it. You can say that it helped you.")
    )


def may_help_be_marked(actor: Actor, answer: Post) -> Verdict:
    """Everybody who reads an answer says whether it helped them, except its writer."""
    if actor.is_read_only:
        return spaces.may_say(actor)
    if answer.kind != Post.ANSWER or answer.removed_at:
        return no("no_answer", _("Only an answer can have helped."))
    if answer.author_id == actor.person_id:
        return no("own_answer", _("This is your own answer. Let others say whether it helped."))
    return yes()


def may_judge(actor: Actor, answer: Post) -> Verdict:
    """Who wrote an answer says whether it still holds; once they have left, who looks after its question, or a host."""
    if actor.is_read_only:
        return spaces.may_say(actor)
    if answer.kind != Post.ANSWER or answer.removed_at or answer.root is None:
        return no("no_answer", _("Only an answer can hold or not."))
    if actor.person_id == answer.author_id:
        return yes()
    looks_after = actor.person_id == answer.root.question.owner_id or spaces.is_host(actor, answer.space)
    if looks_after and not answer.author.is_active:
        return yes()
    return no(
        "not_writer",
        _("Only who wrote this answer says whether it still holds. Write a comment under it instead."),
    )


def may_hand_over(actor: Actor, question: Question) -> Verdict:
    """The owner and the hosts of the space hand an open question over."""
    if question.closed_at:
        return no("closed", _("This question is closed. There is nothing to look after any more."))
    if actor.person_id == question.owner_id or spaces.is_host(actor, question.post.space):
        return yes()
    return no("not_owner", _("Only who sees to this question, or a host of this space, can hand it over."))


def may_own(question: Question, person: PersonCard) -> Verdict:
    """An owner is an active human who can read the question."""
    if readers.among(question.post.space_id, [person.id]):
        return yes()
    return no("cannot_own", _("This person cannot see to the question: choose somebody who can read it."))


def may_close(actor: Actor, question: Question) -> Verdict:
    """Only the asker closes a question; when the asker has left, a host does."""
    if actor.is_read_only:
        return spaces.may_say(actor)
    if actor.is_importer or question.post.author_id == actor.person_id:
        return yes()
    if not question.post.author.is_active and spaces.is_host(actor, question.post.space):
        return yes()
    return no("not_asker", _("Only who asked closes the question. Until then somebody looks after it."))
