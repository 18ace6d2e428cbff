"""The languages somebody can say they speak: codes, each with its own name for itself."""

from __future__ import annotations

from django.conf.locale import LANG_INFO

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


def _own_name(code: str) -> str:
    return str(LANG_INFO[code]["name_local"])


SPOKEN: dict[str, str] = {code: _own_name(code) for code in _HOUSE} | {
    code: _own_name(code) for code in sorted(_OTHERS, key=lambda code: _own_name(code).casefold())
}


def spoken_names(codes: list[str]) -> list[str]:
    """The names of these languages in themselves; an unknown code stands for itself."""
    return [SPOKEN.get(code, code) for code in codes]
