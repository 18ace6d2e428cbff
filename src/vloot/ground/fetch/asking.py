"""One request, and the answer to it."""

from __future__ import annotations

import re
import ssl
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from functools import cache
from typing import NamedTuple
from urllib.parse import urljoin

import certifi
import httpcore

from vloot.ground import clock
from vloot.ground.fetch.errors import BadAddress, Busy, FetchError, NoAnswer, TooMuch
from vloot.ground.fetch.line import Deadline, Line
from vloot.ground.fetch.pace import LONGEST_CALM, PACES, Pace
from vloot.ground.fetch.places import Place, place_of

_LEADS_ON = {301, 302, 303, 307, 308}
_ASKS_FOR_CALM = {429, 503}
_DIGITS = re.compile(r"[0-9]{1,18}")
_CALM = 60.0  # seconds, for a host that asks for calm and does not say how long


class Limits(NamedTuple):
    """What one request may cost at most."""

    octets: int = 2_000_000  # of the answer's body
    seconds: float = 15.0  # for everything, redirects too
    hops: int = 3  # redirects followed; only for GET


class Answer(NamedTuple):
    """What came back. `headers` have lower-case names; `url` is where it came from in the end."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


def fetch(
    address: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
    limits: Limits | None = None,
    pace: Pace | None = None,
) -> Answer:
    """Ask an address. Any status is an answer, but 429 and 503, which are raised as Busy.

    Raises BadAddress for one that is never asked, NoAnswer, TooMuch, and Busy for a host that wants to be asked later.
    """
    limits = limits or Limits()
    deadline = Deadline(limits.seconds)
    place = place_of(address)
    for _hop in range(limits.hops + 1):
        PACES.take(place.host, pace or Pace())
        answer = _ask(place, method, {**(headers or {})}, body, limits, deadline)
        if method != "GET" or answer.status not in _LEADS_ON or "location" not in answer.headers:
            return answer
        onward = place_of(urljoin(place.url, answer.headers["location"]))
        if onward.origin != place.origin:
            headers = {
                name: value for name, value in (headers or {}).items() if name.lower() != "authorization"
            }
        place = onward
    raise TooMuch("hops", "The address leads on and on.")


def _ask(
    place: Place, method: str, headers: dict[str, str], body: bytes | None, limits: Limits, deadline: Deadline
) -> Answer:
    sent = {"User-Agent": "Vloot", "Accept-Encoding": "identity", **headers}
    try:
        with (
            httpcore.ConnectionPool(ssl_context=_trust(), network_backend=Line(deadline), retries=0) as pool,
            pool.stream(method, place.url, headers=list(sent.items()), content=body) as response,
        ):
            got = {
                name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers
            }
            if response.status in _ASKS_FOR_CALM:
                raise _calm(place, got.get("retry-after", ""))
            return Answer(response.status, got, _body(response, got, limits.octets), place.url)
    except FetchError:
        raise
    except httpcore.TimeoutException as error:
        raise TooMuch("slow", f"{place.host} was too slow.") from error
    except (httpcore.LocalProtocolError, httpcore.UnsupportedProtocol) as error:
        raise BadAddress("malformed", "The address or a header cannot be sent.") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError, OSError) as error:
        raise NoAnswer("broken", f"{place.host} could not be reached: {error}") from error


def _body(response: httpcore.Response, headers: Mapping[str, str], most: int) -> bytes:
    if headers.get("content-encoding", "identity").lower() not in ("", "identity"):
        raise TooMuch("packed", "The answer is packed, and nothing is unpacked.")
    length = headers.get("content-length", "0")
    if _DIGITS.fullmatch(length) and int(length) > most:
        raise TooMuch("large", f"The answer is larger than {most} octets.")
    read = bytearray()
    for piece in response.iter_stream():
        read += piece
        if len(read) > most:
            raise TooMuch("large", f"The answer is larger than {most} octets.")
    return bytes(read)


def _calm(place: Place, asked: str) -> Busy:
    seconds = _CALM
    if _DIGITS.fullmatch(asked):
        seconds = float(asked)
    elif asked:
        try:
            until = parsedate_to_datetime(asked)
            seconds = ((until if until.tzinfo else until.replace(tzinfo=UTC)) - clock.now()).total_seconds()
        except (ValueError, OverflowError, TypeError):
            pass
    seconds = min(max(1.0, seconds), LONGEST_CALM)
    PACES.calm(place.host, seconds)
    return Busy(f"{place.host} asked for calm.", after=seconds)


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certifi.where())
