"""Every door through which an answer can come, in one shape. A new door is one more function in `DOORS`."""

from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from django.test import Client
from django.urls import reverse

from vloot.ground.errors import NotFound, Refused
from vloot.people.models import Person
from vloot.people.reads import actor_for
from vloot.talk.models import Post
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import AnswerDraft


@dataclass(frozen=True)
class Outcome:
    """What a door says: that it is done, that there is no such thing, or why not, in words."""

    is_done: bool = False
    is_found: bool = True
    text: str = ""

    def says(self, words: str) -> bool:
        """Whether the refusal is given in these words."""
        return not self.is_done and words in self.text


Door = Callable[[Person, Post, str], Outcome]


def web(who: Person, question: Post, body: str) -> Outcome:
    """The form under a question."""
    client = Client()
    client.force_login(who, backend="django.contrib.auth.backends.ModelBackend")
    response = client.post(reverse("answer_create", args=(question.id,)), {"body": body})
    if response.status_code == 404:
        return Outcome(is_found=False)
    if response.status_code == 422:
        return Outcome(text=unescape(response.content.decode()))
    assert response.status_code == 302, response.status_code
    return Outcome(is_done=True)


def importer(who: Person, question: Post, body: str) -> Outcome:
    """What an importer calls with the drafts it has made of an archive."""
    draft = AnswerDraft(
        question_id=question.id, author_id=who.id, body=body, external_key=f"test:{question.id}:1"
    )
    try:
        questions.answer_many(by=actor_for(who.id, "import:test"), drafts=[draft])
    except Refused as refused:
        return Outcome(text=refused.text)
    except NotFound:
        return Outcome(is_found=False)
    return Outcome(is_done=True)


DOORS: dict[str, Door] = {"web": web, "importer": importer}
ORIGINS = {"web": "web", "importer": "import:test"}
