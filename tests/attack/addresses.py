"""Every address of the web door, with values in it that nobody should send."""

import re
from collections.abc import Iterator, Sequence

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern
from hypothesis import settings

_PLACE = re.compile(r"<(?:\w+:)?(\w+)>")
# allauth's own patterns are regular expressions: these two take something.
_BY_HAND = ("account/password/reset/key/{0}-{0}/", "account/confirm-email/{0}/")


def routes(patterns: Sequence[URLPattern | URLResolver] | None = None, before: str = "") -> Iterator[str]:
    """The route of every address, with places like `{id}`."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if not isinstance(pattern.pattern, RoutePattern):
            continue
        route = before + _PLACE.sub(r"{\1}", str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


def filled(value: str) -> Iterator[str]:
    """Every address that takes something, with this value in each of its places."""
    for route in routes():
        if "{" in route:
            yield "/" + re.sub(r"\{\w+\}", value, route)
    for route in _BY_HAND:
        yield "/" + route.format(value)


def some(found: Sequence[str], turn: int, of: int) -> Sequence[str]:
    """Of many addresses every so manieth, others at each turn; all of them where `make long` asks for the full counts."""
    is_full = bool(settings.default and settings.default.max_examples > 1000)
    return found if is_full else found[turn % of :: of]


def plain() -> list[str]:
    """Every address that takes nothing."""
    return ["/" + route for route in routes() if "{" not in route]


def named(**values: object) -> list[str]:
    """Every address whose places have these names, filled in."""
    wanted = set(values)
    found = []
    for route in routes():
        places = set(re.findall(r"\{(\w+)\}", route))
        if places and places <= wanted:
            found.append("/" + route.format(**values))
    return found
