"""What the cast have said when the browser arrives: one of each kind of post, so that no page is empty."""

from datetime import timedelta

from tests.world import World
from vloot.ground import clock
from vloot.talk.models import Space
from vloot.talk.polls import acts as polls
from vloot.talk.polls.acts import PollDraft
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.thanks import acts as thanks

QUESTION = "Which crane is free on Thursday?"
UPDATE = "The new bollards are in. Mind the wet paint."
SECRET = "The pay talks begin on Monday."


def tell(world: World) -> None:
    """A question with an answer, an update with a comment, thanks, a poll, and something said behind a closed door."""
    anna, bram, chris, hanne = (
        world.actor(who) for who in (world.anna, world.bram, world.chris, world.hanne)
    )
    update = posts.write(by=chris, space=world.quay, title="Quay 3", body=f"{UPDATE} #safety")
    posts.comment(by=bram, under=update, body="Seen, thank you.")
    question = questions.ask(
        by=anna,
        space=world.quay,
        wording=Wording(
            title=QUESTION,
            known="Crane 2 is in repair.",
            tried="I asked the planning board.",
            needed="One crane of ten tonnes, for two hours.",
        ),
    )
    questions.answer(by=bram, question=question, body="Crane 4 is free from ten, @anna.")
    thanks.give(by=anna, space=world.quay, to=[world.bram.id], reason="For finding a crane within the hour.")
    polls.open(by=chris, draft=poll(world.quay, world.chris.id))
    posts.write(by=hanne, space=world.bridge, body=SECRET)
    posts.write(by=chris, space=world.slip, body="The Marie-Louise comes in on Wednesday.")


def poll(space: Space, author_id: int) -> PollDraft:
    """Where to eat, open for a week."""
    return PollDraft(
        space_id=space.id,
        author_id=author_id,
        title="Where shall we eat on Friday?",
        choices=("Canteen", "On the quay"),
        closes_at=clock.now() + timedelta(days=7),
    )
