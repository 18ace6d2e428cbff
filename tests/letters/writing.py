"""Mails as people send them, for tests."""

from email.message import EmailMessage
from typing import Any

from tests.world import World
from vloot.ground.mail import reply
from vloot.people.models import Person
from vloot.talk.models import Post
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording

QUOTE = "\n\nOn Mon, 2 Mar 2026 at 09:00, Chris (Vloot) <{to}> wrote:\n\n> How high may it go?\n"


def ask(world: World, **where: Any) -> Post:
    """Chris asks something."""
    space = where.get("space", world.quay)
    return questions.ask(
        by=world.actor(world.chris), space=space, wording=Wording(title="How high may it go?")
    )


def mail(
    to: str, sender: str = "bram@vloot.example", body: str = "Three metres.", **headers: str
) -> EmailMessage:
    """A mail from somebody's program."""
    made = EmailMessage()
    given = {
        "From": f"Bram <{sender}>",
        "To": to,
        "Subject": "Re: How high?",
        "Message-ID": "<1@phone.example>",
    }
    for name, value in {**given, **{key.replace("_", "-"): value for key, value in headers.items()}}.items():
        if value:
            made[name] = value
    made.set_content(body + QUOTE.format(to=to))
    return made


def reply_of(person: Person, post: Post, **more: Any) -> EmailMessage:
    """Somebody's answer by mail to a post they were told of."""
    return mail(reply.address_for(person.id, post.id), f"{person.username}@vloot.example", **more)
