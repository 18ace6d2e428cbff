"""One deed, every door: the same answer leaves the same rows and the same entry, and is refused for the same reasons."""

from typing import Any

import msgspec
import pytest
from django.db import connection, transaction

from tests.doors.doors import DOORS, ORIGINS, REPLYING, Door
from tests.world import IMPORTER, World
from vloot.ground.text import LIMIT
from vloot.logbook.models import Entry
from vloot.people.models import Person
from vloot.talk.models import Mention, Post, PostTag, Question, Space
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import AnswerDraft, Wording
from vloot.talk.spaces import acts as spaces

pytestmark = pytest.mark.django_db
BODY = "Ask @chris about the **crane**, #safety first.\r\n\r\n<b>Really</b>"
# What a door adds of its own: where it came from, and the key that makes coming twice harmless.
OWN = ("id", "origin", "external_key")

every_door = pytest.mark.parametrize("door", DOORS.values(), ids=list(DOORS))
every_way = pytest.mark.parametrize("door", REPLYING.values(), ids=list(REPLYING))


@pytest.fixture
def question(world: World) -> Post:
    return ask(world, world.quay)


def ask(world: World, space: Space) -> Post:
    asker = world.chris
    return questions.ask(by=world.actor(asker), space=space, wording=Wording(title="How high may it go?"))


def traces(door: Door, who: Person, question: Post, body: str) -> dict[str, Any]:
    """All that an answer through this door leaves, undone afterwards."""
    with transaction.atomic():
        entries = set(Entry.objects.values_list("id", flat=True))
        waiting = jobs()
        outcome = door(who, question, body)
        assert outcome.is_done, outcome
        made = Post.objects.get(root=question)
        head = Post.objects.get(id=question.id)
        (entry,) = Entry.objects.exclude(id__in=entries)
        found = {
            "row": {f.attname: getattr(made, f.attname) for f in Post._meta.fields if f.name not in OWN},
            "origin": made.origin,
            "head": (head.reply_count, head.last_reply_id == made.id, head.edited_at),
            "mentions": sorted(Mention.objects.filter(post=made).values_list("person__username", flat=True)),
            "tags": list(PostTag.objects.filter(post=made).values_list("tag", flat=True)),
            "question": Question.objects.filter(post=question).values().get(),
            "entry": (
                entry.kind,
                entry.actor_id,
                entry.object_id == made.id,
                entry.space_id,
                entry.details,
                entry.origin,
            ),
            "jobs": jobs()[len(waiting) :],
        }
        transaction.set_rollback(True)
    return found


def jobs() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select task_name from procrastinate_jobs order by id")
        return [name for (name,) in cursor.fetchall()]


@pytest.mark.parametrize("name", [name for name in REPLYING if name != "web"])
def test_the_same_answer_leaves_the_same(world: World, question: Post, name: str) -> None:
    through_web = traces(DOORS["web"], world.bram, question, BODY)
    through_it = traces(REPLYING[name], world.bram, question, BODY)
    assert through_web["entry"][0] == "Answered"
    assert through_web["mentions"] == ["chris"]
    assert "<strong>crane</strong>" in through_web["row"]["html"]
    assert "<b>" not in through_web["row"]["html"]
    assert through_web.pop("origin") == "web"
    assert through_it.pop("origin") == ORIGINS[name]
    assert through_it.pop("entry")[:-1] == through_web.pop("entry")[:-1]
    assert through_it == through_web


@every_door
@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", "There is no text yet"),
        (" \n\t ", "There is no text yet"),
        ("x" * (LIMIT + 1), "at most 20000 fit"),
        ("zero \x00 byte", "characters that cannot be kept"),
    ],
    ids=["empty", "blank", "too long", "no text"],
)
def test_a_body_that_will_not_do(world: World, question: Post, door: Door, body: str, words: str) -> None:
    assert door(world.bram, question, body).says(words)
    assert not Post.objects.filter(root=question).exists()


@every_way
def test_a_closed_question(world: World, question: Post, door: Door) -> None:
    questions.close(by=world.actor(world.chris), question=question, reason="It is clear now")
    assert door(world.bram, question, "Too late").says("This thread is closed")
    assert not Post.objects.filter(root=question).exists()


@every_way
def test_a_removed_question(world: World, question: Post, door: Door) -> None:
    posts.remove(by=world.actor(world.chris), post=question)
    assert door(world.bram, question, "Too late").says("This was removed")


@every_way
def test_an_archived_space(world: World, question: Post, door: Door) -> None:
    spaces.archive(by=world.actor(world.chris), space=world.quay)
    assert door(world.bram, question, "Too late").says("This space is archived")


@every_door
def test_what_is_no_question(world: World, door: Door) -> None:
    update = posts.write(by=world.actor(world.chris), space=world.quay, body="The crane is up")
    assert door(world.bram, update, "An answer").says("This is no question")


@every_way
def test_a_question_one_cannot_see_is_not_there(world: World, door: Door) -> None:
    for space in (world.slip, world.bridge):
        outcome = door(world.anna, ask(world, space), "Let me in")
        assert (outcome.is_done, outcome.is_found) == (False, False)
    outcome = door(world.dana, ask(world, world.quay), "A guest elsewhere")
    assert (outcome.is_done, outcome.is_found) == (False, False)
    assert not Post.objects.filter(kind="answer").exists()


def test_history_comes_in_where_nobody_writes_any_more(world: World, question: Post) -> None:
    """The one difference, and it lies in the actor: an importer writes as others and in the past, so in what is closed by now."""
    questions.close(by=world.actor(world.chris), question=question, reason="It is clear now")
    draft = AnswerDraft(
        question_id=question.id, author_id=world.bram.id, body="Long before", external_key="test:1"
    )
    (made,) = questions.answer_many(by=IMPORTER, drafts=[draft])
    assert (made.author_id, made.origin) == (world.bram.id, "import:test")
    (again,) = questions.answer_many(by=IMPORTER, drafts=[msgspec.structs.replace(draft, body="Changed")])
    assert (again.id, again.source) == (made.id, "Long before")
