"""Pieces of pages, kept by everything they are made from.

A piece gets its values and nothing else: no request, no reader. Its key is those values in full, with the language, the time zone and how
long ago what it shows is; so it can only be shown again where it would be made the same again, and nothing need ever be thrown out
because something changed. What is one reader's own in every form (its token, its writer) is a mark in the piece, filled in last.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any

import msgspec
from django.template.loader import get_template
from django.utils import timezone
from django.utils.functional import LazyObject, Promise
from django.utils.safestring import SafeData, SafeString
from django.utils.translation import get_language

MOST = 4000  # pieces; a few kilobytes each
LARGEST = 30_000  # octets of a key that is worth keeping

# No person's words can hold these: they are drawn anew in every process.
TOKEN, WRITER = (secrets.token_hex(20) for _ in range(2))

_kept: OrderedDict[Any, SafeString] = OrderedDict()
_lock = Lock()


def piece(template: str, values: dict[str, Any], *, token: str, writer: str) -> SafeString:
    """The template with these values. `token` and `writer` are the reader's own, for the forms in it."""
    plain = {name: _plain(value) for name, value in values.items()}
    given = {**plain, "csrf_token": TOKEN, "writer": WRITER}
    made = kept((template,), plain, lambda: SafeString(get_template(template).render(given)))
    return SafeString(made.replace(TOKEN, token).replace(WRITER, writer))


def kept(name: tuple[Any, ...], values: Any, make: Callable[[], SafeString]) -> SafeString:
    """What `make` makes of `values` alone, from before if it has been made. `name` says by which maker, and at what age."""
    encoded = _encode(values)
    if len(encoded) > LARGEST:
        return make()
    key = (*name, get_language(), timezone.get_current_timezone_name(), encoded)
    found = _kept.get(key)
    if found is None:
        found = make()
        with _lock:
            _kept[key] = found
            while len(_kept) > MOST:
                _kept.popitem(last=False)
    return found


def _told(value: Any) -> Any:
    """What is no plain value, in the key: safe text is not the same as other text, and words come in one language."""
    if isinstance(value, SafeData):
        return {"safe": "".join([str(value)])}
    if isinstance(value, Promise):
        return str(value)
    raise TypeError(f"a piece of a page cannot be made from {type(value)}")


_encode = msgspec.msgpack.Encoder(order="deterministic", enc_hook=_told).encode


def _plain(value: Any) -> Any:
    """What stands behind a value that is only looked up when it is used."""
    if isinstance(value, LazyObject):
        bool(value)
        return value.__dict__["_wrapped"]
    return value
