"""The languages somebody can say they speak: codes, each with its own name for itself."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf.locale import LANG_INFO
from django.utils.translation import gettext

# The three of the house first, then those spoken on the shop floors of Europe, by their own names.
_HOUSE = ("nl", "fr", "en")
_OTHERS = (
    *(
        "ar",
        "bg",
        "bs",
        "ca",
        "cs",
        "cy",
        "da",
        "de",
        "el",
        "es",
        "et",
        "eu",
        "fa",
        "fi",
        "ga",
        "he",
        "hi",
        "hr",
    ),
    *(
        "hu",
        "hy",
        "id",
        "is",
        "it",
        "ja",
        "ka",
        "ko",
        "lt",
        "lv",
        "mk",
        "nb",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
    ),
    *("sq", "sr", "sv", "sw", "ta", "th", "tr", "uk", "ur", "vi", "zh-hans"),
)


# Where Django's list has an English name, or the form that goes with a verb.
_BETTER = {"eu": "euskara", "cs": "čeština", "sk": "slovenčina", "lt": "lietuvių", "nb": "norsk"}


def _own_name(code: str) -> str:
    return _BETTER.get(code) or str(LANG_INFO[code]["name_local"])


SPOKEN: dict[str, str] = {code: _own_name(code) for code in _HOUSE} | {
    code: _own_name(code) for code in sorted(_OTHERS, key=lambda code: _own_name(code).casefold())
}


def choices(ticked: Iterable[str]) -> list[tuple[str, str]]:
    """Every language as its speakers call it and, where that is another word, as the reader does; those ticked first."""
    first = [code for code in SPOKEN if code in set(ticked)]
    rest = [code for code in SPOKEN if code not in first]
    return [(code, _both_names(code)) for code in [*first, *rest]]


def _both_names(code: str) -> str:
    own = SPOKEN[code]
    here = gettext(LANG_INFO[code]["name"])
    both = own if here.casefold() == own.casefold() else f"{own} · {here}"
    return both[:1].upper() + both[1:]


def spoken_names(codes: list[str]) -> list[str]:
    """The names of these languages in themselves; an unknown code stands for itself."""
    return [SPOKEN.get(code, code) for code in codes]
