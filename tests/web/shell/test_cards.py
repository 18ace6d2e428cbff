"""Cards are made without templates, so what templates would promise is promised here."""

import re
from datetime import UTC, datetime

import msgspec
import pytest
from django.utils import translation

from vloot.ground import clock
from vloot.web.shell import cards, faces, samples, styleguide

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOSTILE = '<script>alert("x")</script>'


def test_no_word_of_a_person_gets_through_unescaped() -> None:
    somebody = samples.person(1, HOSTILE, HOSTILE, HOSTILE, initials='">', face_url='"><img onerror=x>')
    file = msgspec.structs.replace(samples.FILE, name=HOSTILE, alt=HOSTILE, url='"onload="x')
    space = msgspec.structs.replace(samples.SPACE, name=HOSTILE)
    post = samples.post(
        7,
        somebody,
        title=HOSTILE,
        space=space,
        files=[file],
        is_closed=True,
        closed_reason=HOSTILE,
        origin=f"import:{HOSTILE}",
        thanks_to=[somebody],
        appreciated_by=[somebody] * 5,
        question=samples.question(somebody, "open"),
        poll=samples.poll(),
        can=samples.MAY_ALL,
    )
    answer = msgspec.structs.replace(
        post, kind="answer", parent_id=7, helped=[somebody], question=None, poll=None
    )
    for html in (cards.card(post), cards.card(post, is_thread=True), cards.reply(answer)):
        assert "<script" not in html
        assert "<img onerror" not in html
        assert ' onload="' not in html
        assert '"onload' not in html


def test_every_state_of_the_styleguide_has_its_mark() -> None:
    shown = {card.id: cards.card(card) for card in styleguide._cards()}
    assert "is-unread" in shown[101]
    assert "You thanked" in shown[101]
    assert "Pinned" in shown[102]
    assert "crane-manual.pdf" in shown[102]
    assert "edited" in shown[102]
    assert "state-open" in shown[103]
    assert "sees to it that Anna gets an answer" in shown[103]
    assert "state-answered" in shown[104]
    assert "state-closed" in shown[105]
    assert "Thank you," in shown[106]
    assert "brought along from Slack" in shown[111]
    assert "left" in shown[111]
    assert "Closed:" in shown[112]
    assert "bot" in shown[112]
    assert "it was taken away" in shown[113]
    assert "card-foot" not in shown[113]


def test_thanks_are_names_and_never_a_number() -> None:
    crowd = [samples.person(number, f"Name{chr(97 + number)} Last") for number in range(9)]
    html = cards.card(samples.post(1, samples.ANNA, appreciated_by=crowd))
    line = re.sub(r"<[^>]+>", "", html[html.index('class="appreciated"') : html.index("card-foot")])
    assert "Namea" in line
    assert "and others" in line
    assert "thanked Anna" in line
    assert not re.search(r"\d", line.partition(">")[2])


def test_a_button_stands_only_where_the_reader_may() -> None:
    nothing = cards.card(samples.post(1, samples.BRAM, can=frozenset()))
    assert "<button" not in nothing
    everything = cards.card(samples.post(1, samples.BRAM, can=samples.MAY_ALL))
    for name in ("appreciation", "bookmark", "edit", "pin", "close", "remove"):
        assert f"/p/1/{name}/" in everything


@pytest.mark.parametrize(("count", "words"), [(1, "1 reply"), (4, "4 replies")])
def test_replies_are_said_in_words(count: int, words: str) -> None:
    with clock.freeze(NOON):
        html = cards.card(samples.post(1, samples.BRAM, replies=count, last_reply_at=NOON))
    assert words in html


def test_words_follow_the_language_of_the_reader() -> None:
    post = samples.post(1, samples.BRAM)
    english = cards.card(post)
    with translation.override("nl"):
        dutch = cards.card(post)
    assert "Reply" in english
    assert "Reply" not in dutch
    assert cards.card(post) == english


def test_names_make_a_sentence() -> None:
    people = [samples.BRAM, samples.ANNA, samples.ELS]
    assert re.sub(r"<[^>]+>", "", faces.names(people)) == "Bram, Anna and Els"
    assert re.sub(r"<[^>]+>", "", faces.names(people[:1])) == "Bram"
    assert faces.names([]) == ""
