"""Pieces of pages, kept by everything they are made from.

A piece gets its values and nothing else: no request, no reader. Its key is those values in full, with the language, the time zone and how
long ago what it shows is; so it can only be shown again where it would be made the same again, and nothing need ever be thrown out
because something changed. What is one reader's own in every form (its token, its writer) is a mark in the piece, filled in last.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any

import msgspec
from django.template import Context
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


def piece(template: str, values: Mapping[str, Any]) -> SafeString:
    """The template with these values; `fill` puts the reader's own into its forms."""
    plain = {name: _plain(value) for name, value in values.items()}
    return kept((template,), plain, lambda: rendered(template, plain))


def rendered(template: str, values: Mapping[str, Any]) -> SafeString:
    """The template with these values, made anew, with marks for what is the reader's own."""
    return SafeString(get_template(template).render({**values, "csrf_token": TOKEN, "writer": WRITER}))


def fill(made: str, own: Context | Mapping[str, Any]) -> SafeString:
    """Pieces, as the reader gets them: `csrf_token` and `writer` are only asked for where there is a form for them."""
    for mark, name in ((TOKEN, "csrf_token"), (WRITER, "writer")):
        if mark in made:
            made = made.replace(mark, str(own.get(name) or ""))
    return SafeString(made)


def around() -> tuple[str | None, str]:
    """What every piece depends on beside its values: language and time zone. To be asked once for many pieces."""
    return get_language(), timezone.get_current_timezone_name()


def kept(
    name: tuple[Any, ...],
    values: Any,
    make: Callable[[], SafeString],
    where: tuple[str | None, str] | None = None,
) -> SafeString:
    """What `make` makes of `values` alone, from before if it has been made.

    `name` says by which maker, and at what age; `where` is `around()`, if that has been asked already.
    """
    encoded = _encode(values)
    if len(encoded) > LARGEST:
        return make()
    key = (*name, where or around(), encoded)
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
