"""What may be wrong with one translation."""

import re
from collections import Counter

from babel.messages.catalog import Message

# `%(name)s`, `%s` and `%d` of Python's formatting; `{name}` of str.format; a literal `%%` is no placeholder.
PLACEHOLDER = re.compile(r"%%|%\(\w+\)[a-z]|%[sdrf]|\{\w*\}")
TAG = re.compile(r"</?\w+")


def faults(message: Message) -> list[str]:
    """What is wrong with the translation of a text; nothing for the catalogue's own header."""
    if not message.id:
        return []
    sources, strings = forms(message.id), forms(message.string)
    if len(strings) != len(sources):
        return [f"wants {len(sources)} forms"]
    if not all(strings):
        return ["not translated"]
    found = ["marked doubtful"] if message.fuzzy else []
    for source, string in zip(sources, strings, strict=True):
        found += compare(source, string, is_plural=len(sources) > 1, fullest=sources[-1])
    return found


def forms(text: object) -> list[str]:
    """The text alone, or its singular and plural."""
    return [str(form or "") for form in text] if isinstance(text, tuple | list) else [str(text or "")]


def compare(source: str, string: str, *, is_plural: bool, fullest: str) -> list[str]:
    """Differences that show on the page; in a plural the singular may leave the number out, or say it."""
    found = []
    wanted, given, allowed = placeholders(source), placeholders(string), placeholders(fullest)
    if given != wanted and not (is_plural and given <= allowed):
        found.append(f"placeholders {sorted(given.elements())} instead of {sorted(wanted.elements())}")
    if Counter(TAG.findall(source)) != Counter(TAG.findall(string)):
        found.append("other tags")
    if (source[:1] == "\n", source[-1:] == "\n") != (string[:1] == "\n", string[-1:] == "\n"):
        found.append("begins or ends with another line break")
    return found


def placeholders(text: str) -> Counter[str]:
    return Counter(found for found in PLACEHOLDER.findall(text) if found != "%%")
