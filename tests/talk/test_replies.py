"""A reply to a question is an answer, a reply to anything else a comment."""

from tests.talk.ways import logged, refused
from tests.world import World
from vloot.talk.models import Post
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.replies import acts


def test_what_a_reply_becomes(world: World) -> None:
    anna, bram = world.actor(world.anna), world.actor(world.bram)
    question = questions.ask(by=anna, space=world.quay, wording=Wording(title="When is it high?"))
    update = posts.write(by=anna, space=world.quay, body="It is high")
    with logged("Answered"):
        answer = acts.respond(by=bram, to=question, body="At one")
    with logged("Commented"):
        comment = acts.respond(by=anna, to=answer, body="Thanks")
    with logged("Commented"):
        other = acts.respond(by=bram, to=update, body="Indeed")
    assert [post.kind for post in (answer, comment, other)] == [Post.ANSWER, Post.COMMENT, Post.COMMENT]
    assert comment.root_id == question.id


def test_a_reply_is_refused_as_what_it_becomes(world: World) -> None:
    anna, bram = world.actor(world.anna), world.actor(world.bram)
    question = questions.ask(by=anna, space=world.quay, wording=Wording(title="When is it high?"))
    questions.close(by=anna, question=question)
    question.refresh_from_db()
    with refused("closed"):
        acts.respond(by=bram, to=question, body="At one")
    update = posts.write(by=anna, space=world.quay, body="It is high")
    with refused("empty", "body"):
        acts.respond(by=bram, to=update, body="")
