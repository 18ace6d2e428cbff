"""Every door through which an answer can come, in one shape. A new door is one more function in `DOORS`."""

from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from html import unescape

from django.core import mail as post_office
from django.test import Client, override_settings
from django.urls import reverse

from vloot.ground.errors import NotFound, Refused
from vloot.ground.mail import reply
from vloot.letters.arriving import taking
from vloot.mailroom.models import Excuse
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


def mail(who: Person, question: Post, body: str) -> Outcome:
    """An answer by mail, from their own address to the one that a letter gave them."""
    with override_settings(VLOOT_MAIL_REPLY_TO="vloot@harbour.example"):
        sent = EmailMessage()
        sent["From"], sent["To"] = str(who.email), reply.address_for(who.id, question.id)
        sent.set_content(body)
        post_office.outbox.clear()
        Excuse.objects.all().delete()  # each sender is told once an hour
        outcome = taking.take(bytes(sent))
    if outcome == "placed":
        return Outcome(is_done=True)
    [told] = post_office.outbox
    return Outcome(is_found="cannot read it any more" not in told.body, text=str(told.body))


DOORS: dict[str, Door] = {"web": web, "importer": importer}
# Through these one replies, to whatever it is; and what cannot be kept of a text is left out before it comes in.
REPLYING: dict[str, Door] = {**DOORS, "mail": mail}
ORIGINS = {"web": "web", "importer": "import:test", "mail": "mail"}
