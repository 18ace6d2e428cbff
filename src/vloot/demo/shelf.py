"""The how-to pages of the demo: planned in the diary, each some time after the answer it grew from."""

import tomllib
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from vloot.demo.telling import Teller
from vloot.ground import clock
from vloot.talk.guides import acts, reads
from vloot.talk.guides.acts import GuideDraft, Wording

PLACE = Path(__file__).parent / "cast" / "guides.toml"


def plan(teller: Teller) -> None:
    """Plan all pages of people who are in this company, with what happened to them since."""
    with PLACE.open("rb") as file:
        for number, page in enumerate(tomllib.load(file)["g"]):
            if page["by"] in teller.people:
                _plan(teller, f"guide-{number}", page)


def _plan(teller: Teller, key: str, page: dict[str, Any]) -> None:
    days, _, hours = page["at"].partition(" ")
    hour, _, minute = hours.partition(":")
    at = teller.calendar.ago(int(days), int(hour), int(minute))
    source = next((one for one in teller.written if one.key == page.get("of")), None)
    if "of" in page:
        if source is None:
            return
        answered = [one.at for one in teller.written if one.key.startswith(f"{source.key}/")]
        at = max([at, *(moment + timedelta(hours=1) for moment in answered)])
        if at >= teller.calendar.now:
            return
    space = source.thread.space if source else page["space"]
    if space not in teller.places:
        return
    teller.diary.plan(at, partial(_write, teller, key, page, space, at))
    for edit in page.get("edits", ()):
        later = max(teller.calendar.ago(edit["days"], 10, 30), at + timedelta(hours=2))
        if edit["by"] in teller.people and later < teller.calendar.now:
            teller.diary.plan(later, partial(_edit, teller, key, edit, later))
    for number, helped in enumerate(page.get("helped", "").split()):
        later = at + timedelta(days=number + 1, hours=1)
        if helped in teller.people and later < teller.calendar.now:
            teller.diary.plan(later, partial(_help, teller, key, helped, later))
    if "obsolete" in page:
        by, days, why = page["obsolete"].split(" ", 2)
        later = teller.calendar.ago(int(days), 11, 15)
        teller.diary.plan(later, partial(_end, teller, key, by, why, later))


def _write(teller: Teller, key: str, page: dict[str, Any], space: str, at: datetime) -> None:
    actor = teller.diary.actor(teller.people[page["by"]], at)
    question_id = teller.placed.get(page.get("of", ""))
    answer = reads.answer_for(actor, question_id)[1] if question_id else None
    draft = GuideDraft(
        space_id=teller.places[space],
        author_id=teller.people[page["by"]],
        wording=Wording(page["title"], page["text"]),
        question_id=question_id,
        answer_id=answer.id if answer else None,
        months=page.get("months", 6),
        at=clock.now(),
    )
    teller.placed[key] = acts.write_many(by=actor, drafts=[draft])[0].id


def _edit(teller: Teller, key: str, edit: dict[str, Any], at: datetime) -> None:
    actor = teller.diary.actor(teller.people[edit["by"]], at)
    guide = reads.get(actor, teller.placed[key])
    if edit["old"] not in guide.source:
        raise ValueError(f"{key} does not say {edit['old']!r}")
    wording = Wording(guide.title, guide.source.replace(edit["old"], edit["new"]), edit["note"])
    acts.edit(by=actor, guide=guide, wording=wording, over=guide.number)


def _help(teller: Teller, key: str, who: str, at: datetime) -> None:
    actor = teller.diary.actor(teller.people[who], at)
    acts.mark_helped(by=actor, guide=reads.get(actor, teller.placed[key]))


def _end(teller: Teller, key: str, by: str, why: str, at: datetime) -> None:
    actor = teller.diary.actor(teller.people[by], at)
    acts.mark_obsolete(by=actor, guide=reads.get(actor, teller.placed[key]), why=why)
