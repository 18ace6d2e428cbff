"""What is written for the demo is complete: everybody who speaks exists, every file can be made, nothing repeats."""

import io
import tomllib
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from vloot.demo import attachments, cast, faces, script
from vloot.demo.people_to_be import PICKABLE

COMPANY = cast.read(140, script.speakers())
THREADS = script.threads()


def test_the_company_has_140_people_in_16_teams() -> None:
    assert len(COMPANY.members) == 140
    teams = {member.team for member in COMPANY.members.values() if member.team}
    assert teams == {team.key for team in COMPANY.teams}
    assert len(teams) == 16
    assert {team.lead for team in COMPANY.teams} <= COMPANY.members.keys()
    assert {pick.key for pick in PICKABLE} <= COMPANY.members.keys()


def test_one_team_is_of_three() -> None:
    sizes = Counter(member.team for member in COMPANY.members.values())
    assert sizes["ict"] == 3


def test_who_chose_a_tenure_band_are_mostly_long_timers() -> None:
    bands = Counter(member.tenure for member in COMPANY.members.values())
    assert bands["10plus"] > bands["2to9"] + bands["under2"]


def test_at_least_220_threads_are_written_by_hand_and_no_two_alike() -> None:
    assert len(THREADS) >= 220
    bodies = Counter(thread.title + thread.text for thread in THREADS)
    replies = Counter(line.text for thread in THREADS for line in thread.lines if len(line.text) > 40)
    assert not [text for text, times in (bodies + replies).items() if times > 1]


@pytest.mark.parametrize("thread", THREADS, ids=lambda thread: thread.key)
def test_who_speaks_and_what_hangs_on_it_exists(thread: script.Thread) -> None:
    spaces = {space.key: COMPANY.in_space(space) for space in COMPANY.spaces}
    inside = spaces[thread.space]
    speakers = [thread.by, *(line.by for line in thread.lines), *thread.words("to"), *thread.words("kept")]
    assert set(speakers) <= COMPANY.members.keys()
    shut = {space.key for space in COMPANY.spaces if space.access != "open"}
    if thread.space in shut:
        assert set(speakers) <= set(inside), "only members write in a space that is not open"
    guests = {key for key, member in COMPANY.members.items() if "guest" in member.marks}
    assert not guests & set(speakers) - set(inside), "a guest writes only where they are invited"
    delays = [line.after for line in thread.lines]
    assert delays == sorted(delays)
    assert delays[:1] >= [timedelta(minutes=1)] or not delays
    assert all(line.kind == "comment" for line in thread.lines) or thread.kind == "question"
    for name in thread.words("files"):
        made = attachments.make(name)
        assert made["content"]
        assert made["alt"] or not name.endswith("png"), "a picture is described for who does not see it"
    if thread.kind == "poll":
        assert len(thread.more["choices"]) == len(thread.more["weights"])


@pytest.mark.parametrize(
    "key", sorted(key for key, member in COMPANY.members.items() if "face" in member.marks)
)
def test_a_drawn_face_is_a_square_picture_and_the_same_each_time(key: str) -> None:
    drawn = faces.draw(key)
    with Image.open(io.BytesIO(drawn)) as image:
        assert image.size == (320, 320)
    assert faces.draw(key) == drawn


def test_a_table_a_paper_and_a_photo_are_what_their_names_say() -> None:
    assert attachments.make("ndt.pdf")["content"].startswith(b"%PDF-1.4")
    assert "kabel;van;naar" in attachments.make("kabellijst.csv")["content"].decode("utf-8-sig")
    with Image.open(io.BytesIO(attachments.make("meuse.png")["content"])) as image:
        assert image.width > 800


@pytest.mark.parametrize("people", [20, 60, 141, 700])
def test_the_company_can_be_smaller_and_larger(people: int) -> None:
    company = cast.read(people, script.speakers())
    assert len(company.members) == people
    assert {"anna", "bram", "chris", "dana", "eva", "leyla", "lieve"} <= company.members.keys()
    known = set(company.members)
    for space in company.spaces:
        assert set(company.in_space(space)) <= known


def test_a_company_of_19_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 20"):
        cast.read(19, [])


def test_a_line_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(ValueError, match="no time"):
        script.delay("tomorrow")


def test_what_one_may_be_asked_about_are_short_topics() -> None:
    with (Path(script.__file__).parent / "cast" / "profiles.toml").open("rb") as file:
        profiles = tomllib.load(file)
    asked = [
        topic.strip() for one in _tables(profiles) for topic in one.get("ask", "").split(",") if topic.strip()
    ]
    assert len(asked) > 80
    assert [topic for topic in asked if len(topic) > 45 or topic.endswith((".", "?", "!"))] == []


def _tables(node: object) -> list[dict[str, Any]]:
    """Every table of a page of profiles, wherever it stands."""
    if isinstance(node, list):
        return [found for one in node for found in _tables(one)]
    if not isinstance(node, dict):
        return []
    return [node, *(found for one in node.values() for found in _tables(one))]
