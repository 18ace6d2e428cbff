"""The link with which somebody stops a group of mail without signing in: signed, and good for as long as the mail lies about."""

from collections.abc import Sequence
from typing import NamedTuple

from django.core import signing

_SALT = "vloot.mailroom.stop"


class Stop(NamedTuple):
    """Who stops which groups of notices by mail."""

    person_id: int
    groups: list[str]


def stop_token(person_id: int, groups: Sequence[str]) -> str:
    """The signed part of the link."""
    return signing.dumps([person_id, *sorted(set(groups))], salt=_SALT)


def read_stop(token: str) -> Stop | None:
    """What a link stands for; None for one that we did not make."""
    try:
        person_id, *groups = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Stop(int(person_id), [str(group) for group in groups])
