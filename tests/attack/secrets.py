"""A closed space and one on request, full of words that nobody outside may ever read."""

from dataclasses import dataclass
from datetime import timedelta

from tests.world import World
from vloot.ground import clock
from vloot.talk.files import acts as files
from vloot.talk.models import Post, Space
from vloot.talk.polls import acts as polls
from vloot.talk.polls.acts import PollDraft
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import Terms
from vloot.talk.thanks import acts as thanks


@dataclass(frozen=True)
class Hidden:
    """A space with something of everything in it; `word` stands in all that is said there."""

    space: Space
    word: str
    post_ids: list[int]
    file_id: int


def fill(world: World, space: Space, word: str) -> Hidden:
    """Say and do one of everything there, by Chris, who hosts it."""
    chris = world.actor(world.chris)
    shut = Terms(
        name=space.name,
        purpose=space.purpose,
        access=space.access,
        reason="Because",
        review_on=space.review_on,
    )
    spaces.change(by=chris, space=space, terms=shut)
    file = files.put(by=chris, name=f"{word}.txt", content=word.encode(), alt=f"About {word}")
    update = posts.write(by=chris, space=space, body=f"The {word} is here, @bram #{word}", files=[file.id])
    wording = Wording(title=f"Who knows about {word}?", known=word, tried=word, needed=f"All of {word}")
    question = questions.ask(by=chris, space=space, wording=wording)
    answer = questions.answer(by=chris, question=question, body=f"{word} it is")
    comment = posts.comment(by=chris, under=update, body=f"And more {word}")
    given = thanks.give(by=chris, space=space, to=[world.anna.id], reason=f"For the {word}")
    draft = PollDraft(
        space_id=space.id,
        author_id=chris.person_id,
        title=f"Which {word}?",
        choices=[f"{word} one", f"{word} two"],
    )
    poll = polls.open(by=chris, draft=draft)
    posts.edit(by=chris, post=update, body=f"The {word} is there, @bram @dana @anna #{word}")
    posts.close(by=chris, thread=Post.objects.get(id=given.id), reason=f"Enough {word}")
    posts.pin(by=chris, post=update)
    made = [post.id for post in (update, question, answer, comment, given, poll)]
    return Hidden(space=space, word=word, post_ids=made, file_id=file.id)


def closed(world: World) -> Hidden:
    """The Bridge, of which outsiders do not even know the name."""
    terms = Terms(
        name="Mercurium deck",
        purpose="All of mercurium",
        access=Space.CLOSED,
        reason="Mercurium is not for all",
        review_on=clock.now().date() + timedelta(days=90),
    )
    spaces.change(by=world.actor(world.chris), space=world.bridge, terms=terms)
    return fill(world, world.bridge, "mercurium")


def on_request(world: World) -> Hidden:
    """The Slip, whose name and purpose everybody but a guest may read."""
    return fill(world, world.slip, "quicksand")
