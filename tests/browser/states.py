"""Everything that can happen to what is written, once each, in a space of its own: so that the round of pages meets it."""

from io import BytesIO

import msgspec
from PIL import Image

from tests.browser import leading
from tests.browser.story import poll
from tests.world import FOUNDED, IMPORTER, World
from vloot.people.actor import Actor
from vloot.people.models import Person
from vloot.talk.files import acts as files
from vloot.talk.models import Space
from vloot.talk.polls import acts as polls
from vloot.talk.posts import acts as posts
from vloot.talk.proposals import acts as proposals
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.reading import acts as reading
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import JoinDraft, SpaceDraft
from vloot.talk.thanks import acts as thanks


def bring_about(world: World) -> None:
    """The space Deck, with every state of a post in it; requests and proposals that wait."""
    leading.bring_about(world)
    deck = spaces.open_many(
        by=IMPORTER, drafts=[SpaceDraft(name="Deck", hosts=[world.chris.id], at=FOUNDED)]
    )[0]
    members = (world.anna, world.bram, world.hanne)
    spaces.join_many(by=IMPORTER, drafts=[JoinDraft(deck.id, person.id, FOUNDED) for person in members])
    anna, bram, chris, hanne = (
        world.actor(who) for who in (world.anna, world.bram, world.chris, world.hanne)
    )
    _asked_and_answered(deck, anna, bram, chris)
    _written(deck, anna, bram, chris)
    _voted(deck, anna, bram, chris)
    oona = world.actor(Person.objects.get(username="oona"))
    spaces.request_entry(by=oona, space=world.slip, why="I paint her name on the bow.")
    proposals.propose(by=hanne, to=world.anna.id, way="coffee", suggestion="After lunch")
    proposals.propose(by=anna, to=world.chris.id, way="call")
    agreed = proposals.propose(by=bram, to=world.hanne.id, way="coffee", suggestion="On Monday")
    proposals.accept(by=hanne, proposal=agreed)


def _asked_and_answered(deck: Space, anna: Actor, bram: Actor, chris: Actor) -> None:
    asked = questions.ask(
        by=anna, space=deck, wording=Wording(title="How thick is the ice?", needed="A number I can trust.")
    )
    answer = questions.answer(
        by=bram, question=asked, body="Two fingers. `drill` and see:\n\n- here\n- there"
    )
    posts.comment(by=anna, under=answer, body="> Two fingers\n\nThank you!")
    questions.accept(by=anna, answer=answer)
    questions.mark_helped(by=chris, answer=answer)
    closed = questions.ask(by=anna, space=deck, wording=Wording(title="Who was that?", needed="A name."))
    questions.close(by=anna, question=closed, reason="It was the postman.")


def _written(deck: Space, anna: Actor, bram: Actor, chris: Actor) -> None:
    picture = BytesIO()
    Image.new("RGB", (900, 600), "navy").save(picture, "PNG")
    kept = [
        files.put(by=anna, name="bow.png", content=picture.getvalue(), alt="A blue bow").id,
        files.put(by=anna, name="tides.csv", content=b"6:12,4.1\n", alt="The tides of May").id,
    ]
    shown = posts.write(by=anna, space=deck, title="The bow", body="Painted, #safety and all.", files=kept)
    posts.edit(by=anna, post=shown, body="Painted **twice**, #safety and all. https://vloot.example/bow")
    posts.pin(by=chris, post=shown)
    for actor in (bram, chris):
        thanks.appreciate(by=actor, post=shown)
    reading.bookmark(by=bram, post=shown)
    reading.bookmark(by=anna, post=shown)
    away = posts.write(by=anna, space=deck, body="Never mind.")
    posts.comment(by=bram, under=away, body="I do mind.")
    posts.remove(by=anna, post=away)
    shut = posts.write(by=bram, space=deck, body="Who wants my old boots?")
    posts.comment(by=chris, under=shut, body="They are gone.")
    posts.close(by=bram, thread=shut, reason="They found new feet.")


def _voted(deck: Space, anna: Actor, bram: Actor, chris: Actor) -> None:
    for is_hidden in (True, False):
        draft = msgspec.structs.replace(poll(deck, chris.person_id), is_hidden=is_hidden, is_multiple=True)
        opened = polls.open(by=chris, draft=draft)
        choices = list(opened.poll.choices.values_list("id", flat=True))
        polls.vote(by=anna, poll=opened, choice_ids=choices)
        polls.vote(by=bram, poll=opened, choice_ids=choices[:1])
        if not is_hidden:
            polls.close(by=chris, poll=opened)
