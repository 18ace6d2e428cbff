"""The laws of templates and style sheets: budgets, nothing inline, no text without its translations."""

import re
from collections.abc import Iterator
from pathlib import Path

from breach import Breach

TEMPLATE_LINES = 120
CSS_LINES = 250
# `<script type="application/json">` is text for a script, not a script.
INLINE = {
    r"<style[\s>]": "a <style> block",
    r"<script(?![^>]*\b(?:src|type=\"application/json\"))[^>]*>": "a script inside the page",
    r"<[^>]*\sstyle\s*=": "a style attribute",
    r"<[^>]*\son[a-z]+\s*=\s*[\"']": "an event attribute",
    r"(?:href|action|src)\s*=\s*[\"']?javascript:": "a javascript: address",
}
TRANSLATED = re.compile(r"{%-?\s*blocktrans(?:late)?\b.*?{%-?\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
SILENT = re.compile(
    r"{#.*?#}|{%\s*comment\b.*?{%\s*endcomment\s*%}"
    # A block that fills a class attribute of the page it extends holds no words.
    r"|{%\s*block \w*class\w*\s*%}.*?{%\s*endblock\b.*?%}|{%.*?%}|{{.*?}}|<!--.*?-->"
    r"|<(script|style|svg|code|kbd|math)\b.*?</\1>",
    re.DOTALL,
)
# What a reader meets in an attribute: hints, alternative texts, the words a screen reader says.
SPOKEN = re.compile(r"\b(?:title|placeholder|alt|aria-label|aria-description)\s*=\s*\"([^\"]*)\"")
WORD = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
NAMES = {"Vloot", "English", "Nederlands", "Français", "Markdown", "Slack"}


def breaches(path: Path, text: str) -> Iterator[Breach]:
    lines = text.count("\n")
    if lines > TEMPLATE_LINES:
        yield Breach("template-length", 1, f"{lines} lines, {TEMPLATE_LINES} allowed")
    markup = blank(re.compile(r"{#.*?#}|{%\s*comment\b.*?{%\s*endcomment\s*%}", re.DOTALL), text)
    for pattern, what in INLINE.items():
        for found in re.finditer(pattern, markup, re.IGNORECASE):
            yield Breach("inline", line_of(markup, found.start()), what)
    yield from untranslated(text)


def css_breaches(path: Path, text: str) -> Iterator[Breach]:
    lines = text.count("\n")
    if lines > CSS_LINES:
        yield Breach("css-length", 1, f"{lines} lines, {CSS_LINES} allowed")


def untranslated(text: str) -> Iterator[Breach]:
    bare = blank(SILENT, blank(TRANSLATED, text))
    for found in SPOKEN.finditer(bare):
        yield from unknown_words(found[1], line_of(bare, found.start()))
    # Attributes first: their values may hold ">", and a template may be nothing but attributes of another's tag.
    without_attributes = blank(re.compile(r"[\w:-]*\s*=\s*(\"[^\"]*\"|'[^']*')"), bare)
    without_tags = blank(re.compile(r"<[^>]*>"), without_attributes)
    without_tags = re.sub(r"&[a-z]+;", lambda entity: " " * len(entity[0]), without_tags)
    for number, line in enumerate(without_tags.splitlines(), 1):
        yield from unknown_words(line, number)


def unknown_words(text: str, line: int) -> Iterator[Breach]:
    if words := [word for word in WORD.findall(text) if word not in NAMES]:
        yield Breach("untranslated", line, f"“{' '.join(words)[:50]}”")


def blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with each find turned into spaces, so that what remains keeps its line."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
