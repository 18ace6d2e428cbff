"""Promise 22: one click shows all that is kept about me, one click deletes it."""
# law: name because "my data" is what the promise and its page say

import ast
import inspect
from collections.abc import Callable, Iterator
from datetime import timedelta
from types import ModuleType

import pytest
from django.apps import apps
from django.db import connection, models

from tests.stage import Clock
from tests.world import World
from vloot import wiring
from vloot.experts import acts as crafts
from vloot.ground import clock as clocks
from vloot.meet.coffee import acts as meet
from vloot.meet.coffee.models import Round, Seat, Table
from vloot.people import acts as people
from vloot.people.actor import Actor
from vloot.people.models import Person
from vloot.talk.drafts import acts as drafts
from vloot.talk.files import acts as files
from vloot.talk.following import acts as following
from vloot.talk.guides import acts as guides
from vloot.talk.guides.acts import Wording as Page
from vloot.talk.models import File, Post, Space
from vloot.talk.polls import acts as polls
from vloot.talk.polls.acts import PollDraft
from vloot.talk.posts import acts as posts
from vloot.talk.proposals import acts as proposals
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.reading import acts as reading
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import Terms
from vloot.talk.spaces.reads import hosts_of
from vloot.talk.thanks import acts as thanks

WORD = "zyzzyva"
# Kept on purpose, and said on the page: the key of an import, without which the same import would bring the person back.
STAYS = {("people_person", "external_key")}


class Words:
    """Gives a word nobody else uses, another one each time, and remembers them all."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def __call__(self) -> str:
        self.given.append(f"{WORD}{len(self.given):02}q")
        return self.given[-1]


def live(world: World, work: Callable[[], int], word: Words) -> Actor:
    """Let somebody leave words in every place there is."""
    chris = world.actor(world.chris)
    token = people.invite(by=chris, name=f"Gil {WORD}inv", email=f"{WORD}inv@vloot.example")
    gil = people.accept_invitation(
        token=token,
        name=f"Gil {word()}",
        username=word(),
        password="a quiet harbour",
        email=f"{word()}@vloot.example",
    )
    by = world.actor(gil)
    people.change_profile(
        by=by,
        person_id=gil.id,
        ask_me_about=word(),
        learning=word(),
        how_to_work=word(),
        working_hours=word(),
    )
    spaces.join(by=by, space=world.quay)
    spaces.request_entry(by=by, space=world.slip, why=word())
    drafts.save(by=by, key="home", fields={"body": word()})
    following.follow_tag(by=by, tag=word())
    proposals.propose(by=by, to=world.bram.id, way="coffee", suggestion=word())
    write(world, by, word)
    work()
    host_a_space(world, by, word)
    work()
    return by


def _have_coffee(world: World, by: Actor) -> None:
    """Comes to a round, sits at a table of another, and would rather not with somebody."""
    day = clocks.now().date()
    monday = day + timedelta(days=14 - day.weekday())
    round = meet.open_round(by=world.actor(world.chris), until=day, week=monday)
    meet.come(by=by, round=round, when=["mon-am-here"], languages=["nl"])
    meet.keep_apart(by=by, other=world.chris.id)
    over = Round.objects.create(
        until=day - timedelta(days=9), week=monday - timedelta(days=14), seated_at=clocks.now()
    )
    Seat.objects.create(table=Table.objects.create(round=over, slots=[]), person_id=by.person_id)


def write(world: World, by: Actor, word: Words) -> None:
    """Posts of every kind, with what others make of them."""
    bram = world.actor(world.bram)
    file = files.put(by=by, name=f"{word()}.txt", content=WORD.encode(), alt=word())
    update = posts.write(
        by=by, space=world.quay, title=word(), body=f"{word()} #{word()} @bram", files=[file.id]
    )
    posts.edit(by=by, post=update, title=word(), body=f"{word()} #{word()} @bram")
    reply = posts.comment(by=bram, under=update, body="@anna read this")
    thanks.appreciate(by=world.actor(world.anna), post=reply)
    posts.comment(by=by, under=reply, body=f"{word()} @anna")
    posts.close(by=by, thread=update, reason=word())
    question = questions.ask(
        by=by, space=world.quay, wording=Wording(title=word(), known=word(), tried=word(), needed=word())
    )
    questions.answer(by=bram, question=question, body="No idea")
    questions.close(by=by, question=question, reason=word())
    thanks.give(by=by, space=world.quay, to=[world.anna.id], reason=word())
    draft = PollDraft(
        space_id=world.quay.id, author_id=by.person_id, title=word(), choices=(word(), word()), body=word()
    )
    polls.open(by=by, draft=draft)
    others = questions.ask(by=bram, space=world.quay, wording=Wording(title="When is it high?"))
    answer = questions.answer(by=by, question=others, body=word())
    questions.accept(by=bram, answer=answer)
    questions.mark_helped(by=by, answer=questions.answer(by=bram, question=others, body="At one"))
    crafts.take_up(by=by, name=f"{word()} craft")
    crafts.keep_away(by=by, topic=word())
    _have_coffee(world, by)
    guides.write(by=by, space=world.quay, wording=Page(f"How to {word()}", f"{word()} #{word()}", word()))
    shared = guides.write(by=bram, space=world.quay, wording=Page("How it is done", "So"))
    guides.edit(by=by, guide=shared, wording=Page("How it is done", word(), word()), over=1)
    guides.mark_helped(
        by=by, guide=guides.write(by=bram, space=world.quay, wording=Page("How to sail", "On"))
    )
    reading.bookmark(by=by, post=others)
    reading.mark_read(by=by, thread=others, upto_id=others.id)
    reading.look_home(by=by)


def host_a_space(world: World, by: Actor, word: Words) -> None:
    """A host's reason for closing somebody else's thread is the host's words too."""
    pier = spaces.open(by=by, terms=Terms(name="Pier"))
    thread = posts.write(by=world.actor(world.bram), space=pier, body="The pier creaks")
    posts.close(by=by, thread=thread, reason=word())


@pytest.fixture
def word() -> Words:
    return Words()


@pytest.fixture
def gil(world: World, work: Callable[[], int], word: Words) -> Actor:
    return live(world, work, word)


def found(sought: str) -> dict[tuple[str, str], str]:
    """Where in the whole database a word stands, by table and column."""
    places = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            for column in connection.introspection.get_table_description(cursor, table):
                cursor.execute(
                    f'select string_agg("{column.name}"::text, \' \') from "{table}" where "{column.name}"::text ilike %s',
                    [f"%{sought}%"],
                )
                if (hit := cursor.fetchone()) and hit[0]:
                    places[table, column.name] = hit[0]
    return places


def everything(person_id: int) -> str:
    return str({name: kept for room in wiring.CARE for name, kept in room.mine(person_id).items()})


def forget(by: Actor, clock: Clock, work: Callable[[], int]) -> None:
    people.ask_to_be_forgotten(by=by)
    clock.move(days=7)
    assert people.forget_due(rooms=wiring.CARE) == 1
    work()


def test_one_click_shows_everything(gil: Actor, word: Words) -> None:
    shown = everything(gil.person_id)
    assert len(word.given) > 25
    assert [given for given in word.given if given not in shown] == []


def test_nobody_is_shown_what_others_wrote(world: World, gil: Actor) -> None:
    for person in (world.anna, world.bram, world.chris, world.hanne):
        kept = {
            name: kept
            for room in wiring.CARE
            for name, kept in room.mine(person.id).items()
            if name not in ("notices", "proposals", "newcomers", "invitations_made", "tags")
        }
        assert WORD not in str(kept)


def test_nothing_is_left_when_somebody_is_forgotten(
    world: World,
    gil: Actor,
    clock: Clock,
    work: Callable[[], int],
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:
    assert len(found(WORD)) > 25
    place = File.objects.get(owner_id=gil.person_id).place()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        forget(gil, clock, work)
    left = {where: said for where, said in found(WORD).items() if where not in STAYS}
    assert left == {}
    assert not place.exists()
    assert found("a quiet harbour") == {}


def test_the_threads_of_others_stay_whole(
    world: World, gil: Actor, clock: Clock, work: Callable[[], int]
) -> None:
    forget(gil, clock, work)
    assert Post.objects.filter(author=world.bram, removed_at=None).count() == 5
    assert Post.objects.filter(author_id=gil.person_id).exclude(source="", html="", title="").count() == 0
    stone = Person.objects.get(pk=gil.person_id)
    assert (stone.name, stone.is_active) == ("Former colleague", False)
    assert [space.name for space in Space.objects.all() if not hosts_of(space.id)] == []


def test_seven_days_to_think_again(gil: Actor, clock: Clock, work: Callable[[], int], word: Words) -> None:
    people.ask_to_be_forgotten(by=gil)
    clock.move(days=6, hours=23)
    assert people.forget_due(rooms=wiring.CARE) == 0
    people.stay(by=gil)
    clock.move(days=9)
    assert people.forget_due(rooms=wiring.CARE) == 0
    shown = everything(gil.person_id)
    assert all(given in shown for given in word.given)


def tables_about_people() -> Iterator[tuple[type[models.Model], str]]:
    """Every table of any app with a column that points at a person."""
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, models.ForeignKey) and field.related_model is Person:
                yield model, field.name


def words_in(function: Callable[..., object]) -> set[str]:
    tree = ast.parse(inspect.getsource(function))
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} | {
        node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)
    }


def named_by(care: ModuleType, verb: str) -> set[str]:
    """The names a room's `mine` or `forget` uses, those of the functions beside it included."""
    used = words_in(getattr(care, verb))
    for name, function in inspect.getmembers(care, inspect.isfunction):
        if name in used and function.__module__ == care.__name__:
            used |= words_in(function)
    return used


# Going with the person's row itself, or pointing at a person who is kept as a stone.
LEFT_ALONE = {
    ("forget", "UserSession"): "ended with all sessions",
    ("forget", "Post"): "emptied, so that the threads of others stay whole",
    ("forget", "Question"): "looked after by somebody else, through questions.owners",
    ("forget", "Person"): "the stone",
}


@pytest.mark.parametrize("verb", ["mine", "forget"])
def test_every_table_with_a_person_in_it_is_cared_for(verb: str) -> None:
    used = {name for care in wiring.CARE for name in named_by(care, verb)}
    tables = {model.__name__ for model, _field in tables_about_people()}
    assert {"Membership", "Notice", "TopSeat", "Role"} <= tables
    uncared = {table for table in tables if table not in used and (verb, table) not in LEFT_ALONE}
    assert uncared == set()
