"""A piece of a page that is kept says to nobody what was made for somebody else, and never says it too long."""

from datetime import UTC, datetime, timedelta
from itertools import product

import msgspec
import pytest
from django.test import Client
from django.utils import timezone, translation
from django.utils.safestring import SafeString

from tests.world import World
from vloot.ground import clock
from vloot.talk.polls import acts as polls
from vloot.talk.polls.acts import PollDraft
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.thanks import acts as thanks
from vloot.talk.timeline import reads as timeline
from vloot.web.shell import cards, moments, pieces, samples, styleguide
from vloot.web.shell.cards import whole

WRITTEN = datetime(2025, 12, 30, 12, 0, tzinfo=UTC)
LATER = [
    timedelta(seconds=5), timedelta(seconds=59), timedelta(seconds=60), timedelta(seconds=119), timedelta(minutes=59),
    timedelta(hours=1), timedelta(hours=23, minutes=59), timedelta(days=1), timedelta(days=6, hours=23),
    timedelta(days=7), timedelta(days=8), timedelta(days=400), timedelta(seconds=-30), timedelta(hours=-2),
]  # fmt: skip


@pytest.fixture
def spoken(world: World) -> list[int]:
    """One of each kind, with something said and thanked by several people."""
    anna, bram, chris = world.actor(world.anna), world.actor(world.bram), world.actor(world.chris)
    update = posts.write(by=anna, space=world.quay, body="Crane 4 is free.")
    asked = questions.ask(by=bram, space=world.quay, wording=Wording(title="Who has the key?"))
    answer = questions.answer(by=anna, question=asked, body="It hangs at the gate.")
    thanked = thanks.give(by=chris, space=world.quay, to=[world.anna.id], reason="For the grease.")
    draft = PollDraft(
        space_id=world.quay.id,
        author_id=anna.person_id,
        title="Which day?",
        body="",
        choices=["Monday", "Friday"],
        closes_at=clock.now() + timedelta(days=300),
    )
    poll = polls.open(by=anna, draft=draft)
    thanks.appreciate(by=bram, post=update)
    questions.mark_helped(by=chris, answer=answer)
    questions.accept(by=bram, answer=answer)
    return [update.id, asked.id, answer.id, thanked.id, poll.id]


def test_every_reader_gets_what_would_be_made_for_them_alone(world: World, spoken: list[int]) -> None:
    readers = [world.actor(person) for person in (world.anna, world.bram, world.chris, world.hanne)]
    for language, zone, reader in product(("en", "nl", "fr"), ("UTC", "Asia/Tokyo"), readers):
        with translation.override(language), timezone.override(zone):
            for card in timeline.cards(reader, spoken):
                for is_thread in (False, True):
                    alone = whole.card(card, csrf="token of one", is_thread=is_thread)
                    for _ in range(2):
                        shown = pieces.fill(
                            cards.card(card, is_thread=is_thread), {"csrf_token": "token of one"}
                        )
                        assert shown == alone
                assert cards.reply(card) == cards.with_form(card)


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati"])
def test_a_kept_card_grows_older_as_a_new_one_does(zone: str) -> None:
    shown = [
        msgspec.structs.replace(card, at=WRITTEN, last_reply_at=WRITTEN + timedelta(seconds=30))
        for card in styleguide._cards()
    ]
    with timezone.override(zone):
        for span in LATER:
            with clock.freeze(WRITTEN + span):
                for card in shown:
                    assert cards.card(card) == whole.card(card, csrf=pieces.TOKEN), span
                    assert cards.reply(card) == cards.with_form(card), span


def test_words_for_a_moment_change_only_with_its_age() -> None:
    said: dict[int, set[str]] = {}
    for minutes in range(0, 9 * 24 * 60, 7):
        with clock.freeze(WRITTEN + timedelta(minutes=minutes)):
            said.setdefault(moments.age(WRITTEN), set()).add(moments.ago(WRITTEN))
    assert all(len(words) == 1 for words in said.values())


def test_the_token_and_the_writer_of_a_form_are_the_readers_own(world: World, spoken: list[int]) -> None:
    tokens: list[str] = []
    for person in (world.anna, world.bram):
        client = Client()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        for path in ("/", f"/t/{spoken[1]}/", f"/t/{spoken[0]}/"):
            response = client.get(path)
            page = response.content.decode()
            token, writer = str(response.context["csrf_token"]), str(response.context["writer"])
            assert f'name="csrfmiddlewaretoken" value="{token}"' in page
            assert f'name="writer" value="{writer}"' in page
            assert pieces.TOKEN not in page
            assert pieces.WRITER not in page
            assert person is world.anna or not [other for other in tokens if other in page]
            tokens += [token, writer] if path == "/" and person is world.anna else []
    assert len(tokens) == 2
    assert not [kept for kept in pieces._kept.values() for token in tokens if token in kept]


def test_what_is_safe_is_not_taken_for_what_only_looks_like_it() -> None:
    template = "components/form_error.html"
    marked = pieces.piece(template, {"text": SafeString("<b>bold</b>")})
    plain = pieces.piece(template, {"text": "<b>bold</b>"})
    assert "<b>bold</b>" in marked
    assert "&lt;b&gt;bold&lt;/b&gt;" in plain


def test_a_piece_gets_nothing_but_its_values() -> None:
    with pytest.raises(TypeError):
        pieces.piece("components/form_error.html", {"text": object()})


def test_only_so_many_pieces_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "MOST", 5)
    for number in range(20):
        cards.card(samples.post(number, samples.ANNA))
    assert len(pieces._kept) == 5
    monkeypatch.setattr(pieces, "LARGEST", 10)
    before = list(pieces._kept)
    cards.card(samples.post(99, samples.ANNA))
    assert list(pieces._kept) == before
