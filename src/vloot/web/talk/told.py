"""Cards as JSON, for programs. Ids are words: JavaScript's numbers are too short for them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec
from msgspec.structs import asdict

from vloot.people.reads import PersonCard
from vloot.talk.spaces.reads import SpaceRef
from vloot.talk.timeline.reads import Page, PostCard

_encode = msgspec.json.Encoder().encode


def page(shown: Page) -> bytes:
    """A page of cards: `cards`, and `older`, what to send as `?before=` for the next page."""
    return _encode({"cards": [_card(card) for card in shown.cards], "older": _id(shown.older)})


def _card(card: PostCard) -> dict[str, Any]:
    told = asdict(card)
    told["id"] = str(card.id)
    told["thread_id"] = str(card.thread_id)
    told["parent_id"] = _id(card.parent_id)
    told["space"] = _small(card.space)
    told["author"] = _small(card.author)
    told["can"] = _in_order(card.can)
    for name in ("appreciated_by", "helped", "thanks_to"):
        if told[name]:
            told[name] = [_small(person) for person in told[name]]
    if card.files:
        told["files"] = [_with_id(file) for file in card.files]
    if card.question is not None:
        told["question"] = asdict(card.question) | {
            "owner": _small(card.question.owner),
            "accepted_id": _id(card.question.accepted_id),
        }
    if card.poll is not None:
        choices = [_with_id(one) | {"voters": [_small(p) for p in one.voters]} for one in card.poll.choices]
        told["poll"] = asdict(card.poll) | {"choices": choices}
    if card.event is not None:
        told["event"] = asdict(card.event) | {"coming": [_small(person) for person in card.event.coming]}
    return told


@lru_cache(4096)
def _small(card: PersonCard | SpaceRef) -> msgspec.Raw:
    return msgspec.Raw(_encode(_with_id(card)))


@lru_cache(4096)
def _in_order(can: frozenset[str]) -> msgspec.Raw:
    return msgspec.Raw(_encode(sorted(can)))


def _with_id(thing: Any) -> dict[str, Any]:
    return asdict(thing) | {"id": str(thing.id)}


def _id(id: int | None) -> str | None:
    return None if id is None else str(id)
