"""What nobody outside may know of leaks through no result, completion, highlight, facet, error or time; and no words break search."""

from collections.abc import Callable
from datetime import UTC, date
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.attack import secrets
from tests.attack.secrets import Hidden
from tests.attack.test_closed_doors import ANYWAY, enter, words_of
from tests.world import World
from vloot.talk.posts import acts as posts
from vloot.talk.search import completing, query, reads
from vloot.talk.search.reads import When

WHEN = When(date(2026, 3, 2), UTC)
ODD = st.text(max_size=80) | st.lists(
    st.sampled_from(
        [
            '"', "-", "#", "from:", "van:@", "in:", "kind:", "is:", "has:", "before:", "after:", "on:", "0001-01-01", "99999",
            "31/12", "\\", "'", "&", "|", "!", "(", ")", "<->", ":*", "%", "_", "\x00", "é", "crane", "n:crane", "by:1", "🦀", "<b>", "и",
        ]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@pytest.fixture
def told(world: World, work: Callable[[], int]) -> tuple[Hidden, Hidden]:
    """Both spaces, indexed."""
    found = secrets.closed(world), secrets.on_request(world)
    work()
    return found


NEVER = "thulemium"  # as long as the hidden word, and nobody's


@pytest.mark.parametrize("who", ["anna", "dana"])
def test_a_hidden_space_is_answered_like_one_that_never_was(
    world: World, told: tuple[Hidden, Hidden], who: str
) -> None:
    """The same page but for the word itself, after the same number of questions to the database."""
    client, hidden = enter(getattr(world, who)), told[0]
    assert hidden.word in hidden.space.name.lower()
    for asked in (
        "{0}", '"{0}"', "in:{0}", "in:{0}-deck tide", "{0} order -x", "#{0}", "kind:question {0}", "has:file {0}", "from:chris {0}",
        "{0} is:open", "{0} after:2020", "-in:{0} crane", "-{0}", "from:chris", "kind:question", "has:file", "after:2020",
    ):  # fmt: skip
        for order in ("", "&order=fitting"):
            answers, costs = [], []
            for word in (hidden.word, NEVER):
                address = f"/search/?q={quote(asked.format(word))}{order}"
                client.get(address)
                with CaptureQueriesContext(connection) as questions:
                    answers.append(
                        ANYWAY.sub(b"", words_of(client.get(address)).replace(word.encode(), b"*"))
                    )
                costs.append(len(questions))
            assert answers[0] == answers[1], asked
            assert costs[0] == costs[1], asked
            assert not any(str(post).encode() in answers[0] for post in hidden.post_ids)
            assert hidden.space.slug.encode() not in answers[0]
    for start in ("{0}", "in:{0}", "#{0}", "x #{0}", "from:{0}"):
        listed = [
            client.get(f"/search/complete/?q={quote(start.format(word[:5]))}").json()
            for word in (hidden.word, NEVER)
        ]
        assert listed == [[], []]


def test_marks_are_the_only_marks(world: World, work: Callable[[], int]) -> None:
    body = "Look: <script>alert(1)</script> & `<img src=x onerror=alert(1)>` <mark>crane</mark> crane"
    posts.write(by=world.actor(world.bram), space=world.quay, body=body)
    work()
    page = enter(world.anna).get("/search/?q=crane").content.decode()
    assert "<mark>crane</mark>" in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    hit = page[page.index('class="hit"') : page.index("</ol>")]
    assert hit.count("<mark>") == hit.count("</mark>") == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(typed=ODD)
def test_no_words_break_it(world: World, typed: str) -> None:
    actor = world.actor(world.anna)
    found = reads.search(actor, typed, WHEN)
    assert len(found.query.terms) <= query.MOST
    assert isinstance(found.said, str)
    reads.search(actor, typed, WHEN, is_fitting=True, before=1)
    completing.complete(actor, typed)
    reads.similar(actor, typed)
    again = query.parse(query.without(found.query))
    assert [term.key for term in again.terms] == [term.key for term in found.query.terms][: len(again.terms)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(typed=ODD)
def test_no_words_break_its_page(world: World, typed: str) -> None:
    client = Client()
    client.force_login(world.anna, backend="django.contrib.auth.backends.ModelBackend")
    for address in (
        "/search/?q=",
        "/search/complete/?q=",
        "/search/?order=fitting&before=7&q=",
        "/search/?before=x&q=",
    ):
        assert client.get(address + quote(typed, safe="", errors="replace")).status_code in (200, 400)
