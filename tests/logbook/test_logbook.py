"""The logbook: append-only, known kinds only, each entry read once by each reader, whatever breaks in between."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from django.db import connection, transaction

from tests.stage import Clock
from tests.world import IMPORTER, World
from vloot import wiring
from vloot.ground import ids
from vloot.logbook import acts, kinds, reads, tasks
from vloot.logbook.acts import Happening
from vloot.logbook.models import Entry, Settled
from vloot.people import acts as people
from vloot.talk.posts import acts as posts

pytestmark = pytest.mark.django_db


def happened(kind: str = "Posted", object_id: int = 1, **more: object) -> Happening:
    return Happening(kind=kind, actor_id=7, object_id=object_id, **more)  # type: ignore[arg-type]


class Readers:
    """Two readers that write down what they are handed; `first` breaks when told to."""

    def __init__(self) -> None:
        self.seen: dict[str, list[int]] = {"first": [], "second": []}
        self.is_broken = False

    def first(self, entries: Sequence[Entry]) -> None:
        if self.is_broken:
            raise RuntimeError("the lamp went out")
        self.seen["first"] += [entry.object_id for entry in entries]

    def second(self, entries: Sequence[Entry]) -> None:
        self.seen["second"] += [entry.object_id for entry in entries]

    def settle(self, entries: Sequence[Entry]) -> None:
        wanted = [entry.id for entry in entries]
        acts.settle(entry_ids=wanted, readers={"Posted": [self.first, self.second], "Asked": [self.second]})


def test_an_entry_holds_ids_and_its_moment(clock: Clock) -> None:
    past = clock.at - timedelta(days=400)
    with transaction.atomic():
        entry = acts.record_many([happened(space_id=3, details={"thread_id": 9}, at=past)])[0]
    found = Entry.objects.get()
    assert (found.kind, found.actor_id, found.object_id, found.space_id) == ("Posted", 7, 1, 3)
    assert (found.origin, found.details, ids.moment(found.id)) == ("web", {"thread_id": 9}, past)
    assert [entry.id for entry in reads.entries_about(1)] == [entry.id]


def test_an_unknown_kind_is_refused_and_nothing_kept() -> None:
    with pytest.raises(KeyError, match="Sneezed"), transaction.atomic():
        acts.record_many([happened(), happened("Sneezed")])
    assert not Entry.objects.exists()


def test_many_entries_are_read_by_few_jobs(work: Callable[[], int]) -> None:
    with transaction.atomic():
        assert acts.record_many([]) == []
        acts.record_many(happened("SettingChanged", number) for number in range(acts.JOB_SIZE + 1))
    assert work() == 2


def test_each_reader_gets_each_entry_once() -> None:
    readers = Readers()
    with transaction.atomic():
        entries = acts.record_many([happened("Posted", 1), happened("Asked", 2), happened("Posted", 3)])
    readers.settle(entries)
    readers.settle(entries)
    readers.settle([*entries, *entries])
    assert readers.seen == {"first": [1, 3], "second": [1, 2, 3]}
    with transaction.atomic():
        more = acts.record_many([happened("Posted", 4)])
    readers.settle([*entries, *more])
    assert readers.seen == {"first": [1, 3, 4], "second": [1, 2, 3, 4]}


def test_a_reader_that_breaks_reads_again_and_the_others_do_not() -> None:
    readers = Readers()
    with transaction.atomic():
        entries = acts.record_many([happened("Posted", 1), happened("Asked", 2)])
    readers.settle(entries[1:])
    readers.is_broken = True
    with pytest.raises(RuntimeError):
        readers.settle(entries)
    assert not Settled.objects.filter(reader__endswith="first").exists(), "the mark goes with the crash"
    readers.is_broken = False
    readers.settle(entries)
    assert readers.seen == {"first": [1], "second": [2, 1]}


def write_and_break(found: Sequence[Entry]) -> None:
    acts.record_many([happened("SettingChanged", 9)])
    raise RuntimeError("too late")


def test_what_a_reader_wrote_goes_when_it_breaks() -> None:
    with transaction.atomic():
        entries = acts.record_many([happened()])
    with pytest.raises(RuntimeError):
        acts.settle(entry_ids=[entry.id for entry in entries], readers={"Posted": [write_and_break]})
    assert not Entry.objects.filter(object_id=9).exists()


def test_entries_that_are_gone_are_no_trouble() -> None:
    Readers().settle([Entry(id=1)])
    tasks.settle([1, 2, 3])


def test_the_worker_reads_what_the_wiring_says(world: World, work: Callable[[], int]) -> None:
    work()
    post = posts.write(by=world.actor(world.anna), space=world.quay, body="Hello @bram")
    assert work() == 1
    entry = reads.entries_about(post.id)[0]
    names = {f"{reader.__module__}.{reader.__qualname__}" for reader in wiring.READERS["Posted"]}
    assert set(entry.settled.values_list("reader", flat=True)) == names


def test_every_wired_kind_is_known_and_every_reader_has_room_for_its_name() -> None:
    assert wiring.READERS.keys() <= kinds.KEPT.keys()
    longest = Settled._meta.get_field("reader").max_length or 0
    for readers in wiring.READERS.values():
        for reader in readers:
            assert len(f"{reader.__module__}.{reader.__qualname__}") <= longest


def test_what_is_rolled_back_never_happened(work: Callable[[], int]) -> None:
    with transaction.atomic():
        acts.record_many([happened()])
        transaction.set_rollback(True)
    assert not Entry.objects.exists()
    assert work() == 0


def test_entries_go_when_their_time_is_over(clock: Clock) -> None:
    with transaction.atomic():
        acts.record_many([happened("PersonChanged", 1), happened("Posted", 2)])
    clock.move(days=30)
    assert acts.prune() == 0
    clock.move(days=2)
    assert acts.prune() == 1
    assert [entry.kind for entry in reads.latest(["Posted", "PersonChanged"])] == ["Posted"]


def test_entries_hold_no_words(world: World, work: Callable[[], int]) -> None:
    """What was said is nowhere in the logbook, so that forgetting a person leaves history without their text."""
    anna = world.actor(world.anna)
    post = posts.write(by=anna, space=world.quay, title="Quicksilver", body="Quicksilver #quicksilver")
    posts.edit(by=anna, post=post, body="Quicksilver again")
    posts.close(by=anna, thread=post, reason="Quicksilver spilt")
    people.change_profile(by=anna, person_id=anna.person_id, learning="Quicksilver")
    work()
    with connection.cursor() as cursor:
        for table in ("logbook_entry", "logbook_settled", "procrastinate_jobs"):
            cursor.execute(f"select t::text from {table} t")
            assert "quicksilver" not in str(cursor.fetchall()).lower()


def test_whether_an_entry_is_news_hangs_on_its_door(world: World) -> None:
    doors = {"web": True, "mastodon:Ivory": True, "import:slack": False, "demo": False}
    assert {origin: Entry(origin=origin).is_news for origin in doors} == doors
    assert IMPORTER.origin.startswith("import:")
