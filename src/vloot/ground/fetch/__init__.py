"""The one way out to an address that somebody entered.

Only https, only to addresses that the whole internet can reach, with a limit to everything: octets, seconds, redirects, requests per host.
It carries no cookies, follows no settings of the machine's environment, and unpacks nothing. Each name is looked up once: what was found is
what is judged, and what was judged is what is connected to, so that a name cannot change its mind in between.
"""

from vloot.ground.fetch.asking import Answer, Limits, fetch
from vloot.ground.fetch.errors import BadAddress, Busy, FetchError, NoAnswer, TooMuch
from vloot.ground.fetch.pace import Pace
from vloot.ground.fetch.places import Place, place_of

__all__ = [
    "Answer", "BadAddress", "Busy", "FetchError", "Limits", "NoAnswer", "Pace", "Place", "TooMuch", "fetch", "place_of",
]  # fmt: skip
