"""Promise 13: no ranks, badges or counters of likes; lists of people are alphabetical."""

import importlib
import inspect
import pkgutil
import re
import typing
from collections.abc import Callable, Iterator
from datetime import timedelta
from types import ModuleType
from typing import Any

import msgspec
import pytest
from django.apps import apps

import vloot
from tests.promise.leading import named_in_a_round
from tests.promise.meeting import at_one_table, kept_apart, who_lead
from tests.stage import Clock
from tests.world import FOUNDED, IMPORTER, World
from vloot.company import acts as company
from vloot.company import reads as companies
from vloot.experts import acts as crafts
from vloot.experts import reads as crafts_kept
from vloot.ground import clock as clocks
from vloot.ground.text import sort_key
from vloot.people import acts as people
from vloot.people import directory, portrait, tree
from vloot.people import reads as persons
from vloot.people.acts import PersonDraft
from vloot.people.cards import PersonCard
from vloot.people.models import Person
from vloot.talk.events import acts as events
from vloot.talk.events import reads as planned
from vloot.talk.events.acts import EventDraft, Meeting
from vloot.talk.events.reads import Said
from vloot.talk.following import acts as follow
from vloot.talk.following import reads as following
from vloot.talk.guides import acts as guides
from vloot.talk.guides import reads as shelf
from vloot.talk.guides.acts import Wording as GuideWording
from vloot.talk.guides.models import Guide
from vloot.talk.models import Choice, Post
from vloot.talk.order import reads as order
from vloot.talk.polls import acts as polls
from vloot.talk.polls.acts import PollDraft
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.questions import reads as answers
from vloot.talk.questions.acts import Wording
from vloot.talk.search import meaning
from vloot.talk.search import query as search
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces import reads as rooms
from vloot.talk.spaces.acts import JoinDraft
from vloot.talk.thanks import acts as thanks
from vloot.talk.thanks import reads as thanking
from vloot.talk.timeline import reads as timeline

RANKING = {
    "score", "scores", "rank", "ranks", "ranking", "points", "badge", "badges", "likes", "karma", "streak", "level",
    "stars", "reputation", "leaderboard", "popularity", "followers", "views",
}  # fmt: skip
COUNTING = {"count", "counts", "total", "number", "amount", "sum", "average", "score"}
# A thread says how many replies it has, so that one knows what is waiting.
# How many replies a thread has, and how much of something anybody may do in a while: neither is about a person.
COUNTED = {
    "Post.reply_count", "PostCard.replies", "Guide.number", "GuidePage.number", "GuideVersion.number", "VersionLine.number",
    "Shelf.number", "Part.number", "Published.total", "Published.counts", "Allowance.amount", "LimitCard.amount", "Limit.amount",
}  # fmt: skip


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(vloot.__path__, "vloot."):
        # The roof starts when it is imported, and the doors only pass on.
        if not found.name.startswith(
            ("vloot.cli", "vloot.__main__", "vloot.web", "vloot.demo", "vloot.importers")
        ):
            yield importlib.import_module(found.name)


def structs() -> dict[str, type[msgspec.Struct]]:
    return {
        name: value
        for module in modules()
        for name, value in inspect.getmembers(module, inspect.isclass)
        if issubclass(value, msgspec.Struct) and value.__module__ == module.__name__
    }


def words(name: str) -> set[str]:
    return set(re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower().split("_"))


def test_no_table_keeps_a_rank() -> None:
    for model in apps.get_models():
        if model.__module__.startswith("vloot."):
            assert not words(model.__name__) & RANKING
            for field in model._meta.get_fields():
                name = f"{model.__name__}.{field.name}"
                # The reverse of a tie that is asked for by its own side alone is no column.
                if field.concrete and name not in COUNTED:
                    assert not words(field.name) & (RANKING | COUNTING), name


def test_no_card_shows_a_rank_or_a_count() -> None:
    found = structs()
    assert {"PostCard", "PersonCard", "Portrait", "SpaceCard", "NoticeCard"} <= found.keys()
    for struct in found.values():
        for field in msgspec.structs.fields(struct):
            name = f"{struct.__name__}.{field.name}"
            if name not in COUNTED:
                assert not words(field.name) & (RANKING | COUNTING), name


# Everybody in the order they came in, so that no list is alphabetical by chance.
NAMES = ("Zoë Vos", "Ömer Aydın", "Mara Smit", "Éva Blom", "de Wit", "Bo Jansen", "Åsa Lund", "Ab Kok")


@pytest.fixture
def crowd(world: World) -> list[int]:
    drafts = [
        PersonDraft(
            external_key=name,
            name=name,
            manager_key="anna" if number % 2 else "",
            joined_on=world.bram.joined_on,
        )
        for number, name in enumerate(NAMES)
    ]
    ids = list(people.place_many(by=IMPORTER, drafts=drafts).values())
    spaces.join_many(by=IMPORTER, drafts=[JoinDraft(world.quay.id, person_id) for person_id in ids])
    return ids


def is_alphabetical(cards: list[PersonCard]) -> bool:
    assert len(cards) >= 4, "too few to tell an order"
    return [card.name for card in cards] == sorted((card.name for card in cards), key=sort_key)


Read = Callable[[World, list[int]], list[PersonCard]]


def members(world: World, crowd: list[int]) -> list[PersonCard]:
    return rooms.members_of(world.actor(world.anna), world.quay)


def hosts(world: World, crowd: list[int]) -> list[PersonCard]:
    for person_id in crowd:
        spaces.appoint_host(by=world.actor(world.chris), space=world.quay, person_id=person_id)
    return rooms.card(world.actor(world.anna), world.quay).hosts


def followed(world: World, crowd: list[int]) -> list[PersonCard]:
    for person_id in crowd:
        follow.follow_person(by=world.actor(world.anna), person_id=person_id)
    return following.followed_persons(world.actor(world.anna))


def thanked(world: World, crowd: list[int]) -> list[PersonCard]:
    post = thanks.give(by=world.actor(world.anna), space=world.quay, to=crowd, reason="For all")
    assert is_alphabetical(timeline.cards(world.actor(world.bram), [post.id])[0].thanks_to)
    return thanking.thanked_in([post.id])[post.id]


def update(world: World) -> Post:
    return posts.write(by=world.actor(world.anna), space=world.quay, body="The tide turns")


def appreciating(world: World, crowd: list[int]) -> list[PersonCard]:
    post = update(world)
    for person_id in crowd:
        thanks.appreciate(by=persons.actor_for(person_id), post=post)
    assert is_alphabetical(timeline.cards(world.actor(world.bram), [post.id])[0].appreciated_by)
    return thanking.appreciated_by([post.id])[post.id]


def helped(world: World, crowd: list[int]) -> list[PersonCard]:
    question = questions.ask(
        by=world.actor(world.anna), space=world.quay, wording=Wording(title="When is it high?")
    )
    answer = questions.answer(by=world.actor(world.bram), question=question, body="At one")
    for person_id in crowd:
        questions.mark_helped(by=persons.actor_for(person_id), answer=answer)
    assert is_alphabetical(answers.helped([answer.id])[answer.id])
    return timeline.cards(world.actor(world.anna), [answer.id])[0].helped


def voting(world: World, crowd: list[int]) -> list[PersonCard]:
    draft = PollDraft(
        space_id=world.quay.id, author_id=world.anna.id, title="Soup or bread?", choices=("Soup", "Bread")
    )
    poll = polls.open(by=world.actor(world.anna), draft=draft)
    soup = Choice.objects.get(poll=poll.pk, text="Soup").id
    for person_id in crowd:
        polls.vote(by=persons.actor_for(person_id), poll=poll, choice_ids=[soup])
    part = timeline.cards(world.actor(world.bram), [poll.id])[0].poll
    assert part is not None
    return part.choices[0].voters


def seated(world: World, crowd: list[int]) -> list[PersonCard]:
    company.set_top_team(by=world.actor(world.hanne), person_ids=crowd)
    return companies.card().top_team


def everybody(world: World, crowd: list[int]) -> list[PersonCard]:
    return [row.card for row in directory.listed(world.actor(world.anna), directory.Wanted()).rows]


def newcomers(world: World, crowd: list[int]) -> list[PersonCard]:
    Person.objects.update(joined_on=persons.first_day_of_newcomers())
    return directory.newcomers(world.actor(world.anna))


def reports(world: World, crowd: list[int]) -> list[PersonCard]:
    return portrait.portrait(world.actor(world.bram), world.anna.id).reports


def led(world: World, crowd: list[int]) -> list[PersonCard]:
    for person_id in crowd:
        place = people.Place(team_id=world.bram.team_id)
        people.change_place(by=IMPORTER, person_id=person_id, place=place)
        drafts = [
            PersonDraft(
                external_key=f"under {person_id}", name="Someone", manager_key=NAMES[crowd.index(person_id)]
            )
        ]
        people.place_many(by=IMPORTER, drafts=drafts)
    top = tree.tree(world.actor(world.anna))[0]
    return next(branch for branch in [top, *top.below] if branch.name == "Hull").leads


def suggested(world: World, crowd: list[int]) -> list[PersonCard]:
    people.place_many(
        by=IMPORTER,
        drafts=[PersonDraft(external_key=f"b{n}", name=f"B{name}") for n, name in enumerate("zeéa")],
    )
    return [card for _, card in persons.suggest(world.actor(world.anna), "b")]


def asked_to_look(world: World, crowd: list[int]) -> list[PersonCard]:
    for person_id in crowd:
        spaces.join_many(by=IMPORTER, drafts=[JoinDraft(world.quay.id, person_id, FOUNDED)])
        spaces.appoint_host(by=world.actor(world.chris), space=world.quay, person_id=person_id)
    post = posts.write(by=world.actor(world.anna), space=world.quay, body="Hello")
    return order.who_reads(world.actor(world.bram), post)


def invited(world: World, crowd: list[int], answer: str, capacity: int | None = None) -> Said:
    starts = clocks.now() + timedelta(days=1)
    held = Meeting(
        starts_at=starts, ends_at=starts + timedelta(hours=1), zone="UTC", place="Hall", capacity=capacity
    )
    draft = EventDraft(space_id=world.quay.id, author_id=world.anna.id, title="Lunch", meeting=held)
    event = events.plan(by=world.actor(world.anna), draft=draft)
    events.reply_many(by=IMPORTER, event=event, answers=[(person, answer) for person in crowd])
    return planned.said_to(planned.get(world.actor(world.anna), event.id))


def coming(world: World, crowd: list[int]) -> list[PersonCard]:
    found = invited(world, crowd, "yes").coming
    (card,) = (card for card in timeline.home(world.actor(world.anna)).cards if card.event)
    assert card.event
    assert card.event.coming == found[: planned.SHOWN]
    return found


def waiting(world: World, crowd: list[int]) -> list[PersonCard]:
    return invited(world, crowd, "yes", capacity=1).waiting


def unsure(world: World, crowd: list[int]) -> list[PersonCard]:
    return invited(world, crowd, "maybe").maybe


def staying(world: World, crowd: list[int]) -> list[PersonCard]:
    return invited(world, crowd, "no").no


def guide_of(world: World) -> Guide:
    wording = GuideWording("How to moor at low tide", "Bow first, and fenders out.")
    return guides.write(by=world.actor(world.anna), space=world.quay, wording=wording)


def guide_helped(world: World, crowd: list[int]) -> list[PersonCard]:
    guide = guide_of(world)
    for person_id in crowd:
        guides.mark_helped(by=persons.actor_for(person_id), guide=guide)
    return shelf.page(world.actor(world.bram), guide).helped


def guide_writers(world: World, crowd: list[int]) -> list[PersonCard]:
    guide = guide_of(world)
    for person_id in crowd:
        more = GuideWording(guide.title, f"Fenders out, says {person_id}.")
        guides.edit(by=persons.actor_for(person_id), guide=guide, wording=more, over=guide.number)
    return shelf.page(world.actor(world.bram), guide).writers


def called(world: World, crowd: list[int]) -> list[PersonCard]:
    """Whom somebody means who types the beginning of a name."""
    suggested(world, crowd)
    return persons.called(world.actor(world.anna), "b")


def asked_for(world: World, crowd: list[int]) -> list[PersonCard]:
    """Whom a search names."""
    suggested(world, crowd)
    query = search.parse("from:b")
    return meaning.of(world.actor(world.anna), query, today=clocks.now().date(), zone=None).persons


def confirming(world: World, crowd: list[int]) -> list[PersonCard]:
    """Who says so too; and whose craft it is, in the same order."""
    craft = crafts.take_up(by=world.actor(world.anna), name="Mooring")
    for person_id in crowd:
        by = persons.actor_for(person_id)
        crafts.confirm(by=by, holding=crafts_kept.holding(by, craft, world.anna.id))
    confirmed = crafts_kept.holders(world.actor(world.bram), craft)[0].confirmed_by
    for person_id in crowd:
        crafts.take_up(by=persons.actor_for(person_id), name="mooring")
    assert is_alphabetical([one.person for one in crafts_kept.holders(world.actor(world.bram), craft)])
    return confirmed


LISTS: dict[str, Read] = {
    "MyTable.company": at_one_table,
    "meet.coffee.reads.apart": kept_apart,
    "meet.walks.reads.leaders": who_lead,
    "meet.reads.apart": kept_apart,
    "OpenRound.named": named_in_a_round,
    "Holder.confirmed_by": confirming,
    "people.reads.called": called,
    "Meaning.persons": asked_for,
    "GuidePage.helped": guide_helped,
    "GuidePage.writers": guide_writers,
    "order.reads.who_reads": asked_to_look,
    "spaces.reads.members_of": members,
    "SpaceCard.hosts": hosts,
    "following.reads.followed_persons": followed,
    "thanks.reads.thanked_in": thanked,
    "PostCard.thanks_to": thanked,
    "thanks.reads.appreciated_by": appreciating,
    "PostCard.appreciated_by": appreciating,
    "questions.reads.helped": helped,
    "PostCard.helped": helped,
    "ChoicePart.voters": voting,
    "EventPart.coming": coming,
    "Said.coming": coming,
    "Said.waiting": waiting,
    "Said.maybe": unsure,
    "Said.no": staying,
    "CompanyCard.top_team": seated,
    "people.directory.newcomers": newcomers,
    "people.directory.listed": everybody,
    "Portrait.reports": reports,
    "Branch.leads": led,
    "people.reads.suggest": suggested,
}
# In the order of time, told to one person about their own affairs; and one list of at most the newcomers one looks after.
IN_TIME = {"NoticeCard.actors", "spaces.reads.requests_for", "Portrait.newcomers"}


@pytest.mark.parametrize("read", dict.fromkeys(LISTS.values()), ids=lambda read: read.__name__)
def test_every_list_of_people_is_alphabetical(
    world: World, crowd: list[int], read: Read, clock: Clock
) -> None:
    assert is_alphabetical(read(world, crowd))


def holds_persons(kind: Any) -> bool:
    """Whether a type is a list of persons, in whatever it stands."""
    if typing.get_origin(kind) is list:
        return "PersonCard" in str(kind) or "Row" in str(kind)
    return any(holds_persons(part) for part in typing.get_args(kind))


def lists_of_people() -> Iterator[str]:
    for module in modules():
        short = module.__name__.removeprefix("vloot.").removeprefix("talk.")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            is_read = module.__name__.endswith((".reads", ".directory", ".portrait", ".tree"))
            if is_read and function.__module__ == module.__name__ and not name.startswith("_"):
                returned = typing.get_type_hints(function).get("return")
                if holds_persons(returned):
                    yield f"{short}.{name}"
    for struct in structs().values():
        for field, kind in typing.get_type_hints(struct).items():
            if holds_persons(kind) and "PersonCard" in str(kind):
                yield f"{struct.__name__}.{field}"


def test_every_list_of_people_is_tested() -> None:
    assert set(lists_of_people()) - LISTS.keys() - IN_TIME == set()
