"""Exports full of nonsense: never a crash, the dry run tells the truth, and twice is once."""

import json
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importers.slack.export import ANNA, BRAM, CREW, QUAY, bring, state
from vloot.importers.report import Report
from vloot.importers.slack import conversation
from vloot.importers.slack.archive import ArchiveError

pytestmark = pytest.mark.django_db
STAMPS = [f"17000001{n:02}.000{n:03}" for n in range(8)]
WORDS = st.text(alphabet="ab *_`~<>@#|!&;:\n\x00\ud800é😀", max_size=30) | st.sampled_from(
    [f"<@{BRAM}>", "<@U0GONE|gus>", "<#C0QUAY|quay>", "@anna", "> x\ny", "```\nx", "x" * 25_000, "\ue000"]
)
WHO = st.sampled_from([ANNA, BRAM, "U0GONE", "USLACKBOT", "B00BOT"])
JUNK = (
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.lists(st.none() | WORDS, max_size=2)
)
REACTIONS = st.lists(
    st.fixed_dictionaries(
        {"name": st.sampled_from(["+1", "thumbsup", "our_logo"]), "users": st.lists(WHO, max_size=2)},
        optional={"count": st.integers(0, 9) | JUNK},
    ),
    max_size=2,
)
RECORD = st.fixed_dictionaries(
    {"type": st.just("message"), "ts": st.sampled_from(STAMPS)},
    optional={
        "user": WHO | JUNK,
        "text": WORDS | JUNK,
        "thread_ts": st.sampled_from(STAMPS) | JUNK,
        "subtype": st.sampled_from(
            ["channel_join", "thread_broadcast", "bot_message", "file_share", "me_message", "nonsense"]
        ),
        "bot_id": st.just("B00BOT") | JUNK,
        "username": WORDS,
        "reactions": REACTIONS | JUNK,
        "files": st.lists(
            st.fixed_dictionaries({"id": st.just("F00PLAN1")}, optional={"title": WORDS}), max_size=2
        )
        | JUNK,
        "edited": st.fixed_dictionaries({"ts": st.sampled_from(STAMPS)}) | JUNK,
    },
)
DAY = st.lists(RECORD | JUNK, max_size=12)
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {"id": WHO | JUNK},
        optional={
            "name": WORDS | JUNK,
            "deleted": st.booleans() | JUNK,
            "is_bot": st.booleans(),
            "team_id": JUNK,
            "profile": st.fixed_dictionaries(
                {}, optional={"email": WORDS | st.just("a@b.example"), "real_name": WORDS}
            )
            | JUNK,
        },
    )
    | JUNK,
    max_size=4,
)
CHANNELS = st.lists(
    st.sampled_from(
        [QUAY, {"id": "C0OTHER", "name": "x", "members": [ANNA, 7], "created": "1e9"}, {**QUAY, "purpose": 3}]
    )
    | JUNK,
    max_size=3,
)


def written(folder: str, **lists: Any) -> Path:
    path = Path(folder) / "x.zip"
    with zipfile.ZipFile(path, "w") as zipped:
        for name, records in lists.items():
            zipped.writestr(f"{name.replace('__', '/')}.json", json.dumps(records, indent=2))
    return path


def thrice(path: Path) -> None:
    """Dry, for real, and again; all undone."""
    with transaction.atomic():
        dry: Report | None = None
        try:
            dry = bring(path, is_dry_run=True).report
            first = bring(path).report
        except ArchiveError:
            assert dry is None
            return
        assert first == dry
        before = state()
        again = bring(path).report
        assert state() == before
        assert not again.has_news
        assert again.already_present == first.posts
        transaction.set_rollback(True)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=settings().max_examples)
@given(day=DAY, other=DAY, batch=st.sampled_from([1, 3, 500]))
def test_any_day_comes_in_once(day: list[Any], other: list[Any], batch: int) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(conversation, "BATCH", batch)
        thrice(written(folder, users=CREW, channels=[QUAY], quay__1=day, quay__2=other))


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=settings().max_examples)
@given(people=PEOPLE, channels=CHANNELS, day=DAY)
def test_any_people_and_channels_come_in_once(people: list[Any], channels: list[Any], day: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        thrice(written(folder, users=people, channels=channels, quay__1=day, x__1=day))
