"""Taking in one mail: who answers what, then the one act of the web for it; or a kind word why not."""

from __future__ import annotations

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from vloot.ground.errors import NotFound, Refused
from vloot.ground.mail import reply
from vloot.ground.mail.message import own_address
from vloot.ground.mail.reply import ReplyTo
from vloot.letters.arriving import excusing, loops, reading, returns
from vloot.letters.arriving.outcome import Outcome
from vloot.letters.arriving.reading import Mail
from vloot.mailroom import acts as mailroom
from vloot.mailroom import engine
from vloot.mailroom import reads as arrived
from vloot.people import mailboxes
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.files import acts as files
from vloot.talk.posts import reads as posts
from vloot.talk.reading import acts as read_marks
from vloot.talk.replies import acts as replies

ORIGIN = "mail"
MOST_FILES = 10


def take(raw: bytes, *, recipient: str = "", size: int | None = None) -> Outcome:
    """Take in one mail. `recipient` is the address it was delivered to, where the mail server says so.

    Raises ground.mail's TryLater when a sender could not be told why not; then nothing has happened, and it can be taken in again.
    """
    if returned := returns.read(raw):
        return _note_return(returned)
    mail = reading.read(raw, own=reply.base(), size=size)
    if loops.is_from_a_program(reading.head_of(raw)):
        return Outcome.DROPPED
    to = reply.read([recipient, *mail.recipients])
    if to is None:
        return _from_nowhere(mail)
    key = engine.digest(f"{to.person_id} {to.object_id} {mail.key}")
    if arrived.is_known(key):
        return Outcome.KNOWN
    locale = people.locale_of(to.person_id)
    with translation.override(locale):
        return _answer(mail, to, key)


def _answer(mail: Mail, to: ReplyTo, key: str) -> Outcome:
    """Do what somebody asks for who holds a true reply address."""
    is_theirs = mail.sender in mailboxes.addresses_of(to.person_id)
    try:
        actor = people.actor_for(to.person_id, ORIGIN)
    except NotFound:
        return Outcome.DROPPED  # they left; nothing is told to anybody
    try:
        _require_readable(mail, to, is_theirs=is_theirs)
        attached = _keep_files(actor, mail, key)
        with transaction.atomic():
            if not mailroom.note_arrival(key):
                return Outcome.KNOWN
            _place(actor, mail, to, key, attached)
            mailroom.try_again(person_id=to.person_id)
    except Refused as refusal:
        return excusing.say_no(mail, key, refusal.text, to=to if is_theirs else None)
    except NotFound:
        gone = _("What you replied to is not there any more, or you cannot read it any more.")
        return excusing.say_no(mail, key, gone, to=to if is_theirs else None, is_there=False)
    return Outcome.PLACED


def _require_readable(mail: Mail, to: ReplyTo, *, is_theirs: bool) -> None:
    if not is_theirs:
        raise Refused(
            "not_theirs",
            _(
                "This reply address belongs to somebody with another e-mail address. "
                "Reply from the address that the message was sent to."
            ),
        )
    if to.is_over:
        raise Refused(
            "over", _("This message is too old to reply to by mail. Open the thread and reply there.")
        )
    if mail.fault == "big":
        raise Refused("too_big", _("Your mail is larger than 36 MB. Leave some attachments out."))
    if mail.fault:
        raise Refused(
            "unreadable", _("Your mail is packed in a way that cannot be read. Send it as plain text.")
        )
    if len(mail.files) > MOST_FILES:
        raise Refused(
            "too_many", _("A post carries at most ten files. Leave some out, or make a second post.")
        )
    if not mail.written and not mail.files:
        raise Refused(
            "empty", _("There is no text of your own in your mail. Write above the text you reply to.")
        )


def _keep_files(actor: Actor, mail: Mail, key: str) -> list[int]:
    """Store what came along, as the web does: it waits for its post, and goes when none comes."""
    return [
        files.put(by=actor, name=file.name, content=file.content, external_key=f"mail:{key}:{number}").id
        for number, file in enumerate(mail.files)
    ]


def _place(actor: Actor, mail: Mail, to: ReplyTo, key: str, attached: list[int]) -> None:
    post = posts.get(actor, to.object_id)
    made = replies.respond(by=actor, to=post, body=mail.written, files=attached, external_key=f"mail:{key}")
    thread = posts.head_of(actor, made.id)
    read_marks.mark_read(by=actor, thread=thread, upto_id=made.id)


def _from_nowhere(mail: Mail) -> Outcome:
    """A mail that answers nothing: a colleague is told how to write, a stranger hears nothing."""
    person = people.by_email(mail.sender) if mail.sender and mail.sender != own_address() else None
    if person is None:
        return Outcome.DROPPED
    with translation.override(people.locale_of(person.id)):
        words = _(
            "It is not clear what you reply to. Use the reply button under a message that is about one thread, or write on the page."
        )
        return excusing.say_no(mail, engine.digest(f"nowhere {mail.key}"), words)


def _note_return(returned: returns.Returned) -> Outcome:
    person = people.by_email(returned.address)
    if person is not None:
        mailroom.note_return(
            person_id=person.id, address=returned.address, letter=returned.letter, words=returned.words
        )
    return Outcome.RETURNED
