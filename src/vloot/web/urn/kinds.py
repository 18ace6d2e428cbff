"""What may be cast: each kind names the act of its room, and what its page for printed codes shows.

A ballot comes as {field: [values as they were sent]}, from the browser's script and from the form alike; `content` makes of it what the
room's act takes, which says what of that is a vote, and refuses the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from vloot.climate.waves import acts as climate
from vloot.talk.polls import acts as polls
from vloot.web.climate import casting

Sent = dict[str, list[str]]


class Paper(Struct, frozen=True, kw_only=True):
    """How one votes with a printed code: `fields` is a template with the form's fields, `context` what it shows of a box.

    The page is open to everybody, so it must show nothing that is not; `cast` is the act, with box_id, code and content.
    """

    cast: Callable[..., None]
    fields: str
    context: Callable[[int], dict[str, Any]]


class Kind(Struct, frozen=True, kw_only=True):
    """`cast` is the act, with box_id, group, prepared, signature and content."""

    cast: Callable[..., None]
    content: Callable[[Sent], dict[str, Any]] = dict
    paper: Paper | None = None


KINDS = {
    # What a poll asks is for those who read its space, so it has no page that everybody sees.
    "poll": Kind(cast=polls.cast),
    "climate": Kind(
        cast=climate.cast,
        paper=Paper(cast=climate.cast_on_paper, fields=casting.FIELDS, context=casting.context),
    ),
}
