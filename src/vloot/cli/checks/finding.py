"""One thing that was looked at."""

from typing import Literal

import msgspec

State = Literal["ok", "note", "wrong"]


class Finding(msgspec.Struct, frozen=True):
    """What was looked at, how it is, and words that say so and what to do."""

    about: str
    state: State
    text: str
