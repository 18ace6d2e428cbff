"""French as it is set: ’ in a word, « » around what is said, and a narrow space that does not break before : ; ? ! and inside « »."""

import re

THIN = "\u202f"
_SPACE = "[ \u00a0\u202f]"
# Marks, placeholders and addresses are no words; `'` and `"` in a tag are code.
_CODE = re.compile(r"(</?\w[^>]*>|https?://\S+)")
_RULES = (
    (re.compile(r"(?<=\w)'(?=[\w%{<«])"), "’"),
    (re.compile(rf"“{_SPACE}*(.*?){_SPACE}*”"), rf"«{THIN}\1{THIN}»"),
    (re.compile(rf"«{_SPACE}*"), f"«{THIN}"),
    (re.compile(rf"{_SPACE}*»"), f"{THIN}»"),
    # A sign stands at the end of a word or a placeholder, and before a space or the end.
    (re.compile(rf"(?<=[\w)»}}’*]){_SPACE}*([:;?!]+)(?=\s|$|<|{THIN}|\))"), rf"{THIN}\1"),
)


def set_in_type(text: str) -> str:
    """The text with French apostrophes, quotes and spaces; what is right already stays as it is."""
    return "".join(part if n % 2 else _set(part) for n, part in enumerate(_CODE.split(text)))


def _set(words: str) -> str:
    for found, as_set in _RULES:
        words = found.sub(as_set, words)
    return words
