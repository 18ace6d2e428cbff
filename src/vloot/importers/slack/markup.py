"""Slack's markup as Markdown: what Slack showed as a mention, a link or bold is one here, and nothing else becomes one."""

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote

from vloot.importers.slack.emoji import emoji

_CODE = re.compile(r"```(?P<block>.*?)```|(?<![\w`])`(?P<span>[^`\n]+)`(?![\w`])", re.DOTALL)
_TOKEN = re.compile(r"<([^<>\n]+)>")
_MARKER = re.compile("[\ue000-\ue00f]")
_KEPT = re.compile("\ue000(\\d+)\ue001")
_BOLD = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")
_ITALIC = re.compile(r"(?<![\w_])_(?=[^\s_])([^\n]*?[^\s_])_(?![\w_])")
_STRUCK = re.compile(r"(?<![\w~])~(?=[^\s~])([^~\n]*[^\s~])~(?![\w~])")
_EMOJI = re.compile(r":([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):(:skin-tone-[2-6]:)?")
_ESCAPED = re.compile(
    r"\\(?=[!-/:-@\[-`{-~\ue000\ue002-\ue004])|(?<=\])\(|\*|~(?=~)|(?<![^\W_])_|_(?![^\W_])|`|&(?=#?\w+;)|(?<![\w])@(?=\w)|^\s{0,3}\[(?=[^\]\n]*\]:)",
    re.MULTILINE,
)
_RULE = re.compile(r"^([^\S\n]*)(?=[=|:-])(?=[|: ]*[=-])([=|: -]+)$", re.MULTILINE)
_OPENING = re.compile(r"^( {0,3})(#{1,6}|\+)(?=\s|$)", re.MULTILINE)
_QUOTE_END = re.compile(r"^(>[^\n]*\n)(?=[^>\n])", re.MULTILINE)
_NOT_IN_ADDRESS = re.compile(r"[\s()<>\\\"`]")
_BULLET = re.compile(r"^([^\S\n]*)[•◦▪‣]\s+", re.MULTILINE)
_WEB = ("http://", "https://", "mailto:")
_BEFORE_NAME = re.compile(r"[\w/&@#.]$")
_AFTER_NAME = re.compile(r"[.-]*\w")


class Names(NamedTuple):
    """What Slack's ids are called here: the user name of a person, the address of a space; "" for what is not here."""

    person: Callable[[str], str]
    space: Callable[[str], str]


def markdown(text: str, names: Names) -> str:
    """A message of Slack's as Markdown."""
    text = _MARKER.sub("", text)
    made, at = [], 0
    for code in _CODE.finditer(text):
        made += [_prose(text[at : code.start()], names), _code(code, names)]
        at = code.end()
    return "".join([*made, _prose(text[at:], names)]).strip()


def plain(text: str, names: Names) -> str:
    """A message of Slack's without any marks, for places that show one line."""
    return " ".join(_literal(_MARKER.sub("", text), names).split())


def mentioned(text: str) -> list[tuple[str, str]]:
    """The ids of the people a message mentions, each time it does, with what Slack called them."""
    found = (token.partition("|") for token in _TOKEN.findall(text) if token.startswith("@"))
    return [(name.removeprefix("@"), label) for name, _bar, label in found]


def label(text: str) -> str:
    """A text that stands for itself within a line of Markdown."""
    return re.sub(r"([\\\[\]*_~`@#<&|])", r"\\\1", " ".join(text.split()))


def link(words: str, address: str) -> str:
    """A link in Markdown."""
    return f"[{label(words)}]({_safe(address)})"


def _safe(address: str) -> str:
    return _NOT_IN_ADDRESS.sub(lambda found: quote(found[0]), address)


def _prose(text: str, names: Names) -> str:
    kept: list[tuple[str, bool]] = []

    def keep(token: re.Match[str]) -> str:
        kept.append(_token(token[1], names))
        return f"\ue000{len(kept) - 1}\ue001"

    text = _TOKEN.sub(keep, text)
    text = _quotes(unescape_slack(text))
    text = _EMOJI.sub(_emoji, text)
    text = _BOLD.sub("\ue002\\1\ue002", text)
    text = _STRUCK.sub("\ue003\\1\ue003", text)
    text = _ITALIC.sub("\ue004\\1\ue004", text)
    text = _ESCAPED.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", text)
    text = _RULE.sub(r"\1\\\2", text)
    text = _OPENING.sub(r"\1\\\2", text)
    text = _BULLET.sub(r"\1- ", text)
    text = text.replace("\ue002", "**").replace("\ue003", "~~").replace("\ue004", "*")
    return _put_back(text, kept)


def unescape_slack(text: str) -> str:
    """Slack escapes three characters and no more."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _quotes(text: str) -> str:
    """ ">>>" quotes all that follows; here every line says so."""
    before, mark, after = text.partition(">>>")
    if mark and (not before or before.endswith("\n")):
        text = before + "\n".join(f"> {line}" for line in after.strip("\n").split("\n"))
    return _QUOTE_END.sub(r"\1\n", text)


def _emoji(found: re.Match[str]) -> str:
    tone = found[2].strip(":") if found[2] else ""
    return emoji(f"{found[1]}::{tone}" if tone else found[1]) or found[0]


def _put_back(text: str, kept: list[tuple[str, bool]]) -> str:
    parts = _KEPT.split(text)
    made = parts[0]
    for number, following in zip(parts[1::2], parts[2::2], strict=True):
        token, is_name = kept[int(number)]
        # Glued to a word, a name would be read as part of it.
        gap = " " if is_name and _BEFORE_NAME.search(made) else ""
        made = (
            f"{made[:-1]}\\!" if made.endswith("!") and token.startswith("[") else made
        )  # else it were a picture
        made += gap + token + (" " if is_name and _AFTER_NAME.match(following) else "") + following
    return made


def _token(token: str, names: Names) -> tuple[str, bool]:
    """What stands between angle brackets, and whether it is somebody's name."""
    target, _bar, words = token.partition("|")
    if target.startswith("@"):
        username = names.person(target[1:])
        return (
            (f"@{username}", True) if username else (label(f"@{unescape_slack(words) or target[1:]}"), False)
        )
    if target.startswith("#"):
        address = names.space(target[1:])
        name = f"#{unescape_slack(words) or target[1:]}"
        return (f"[{label(name)}]({address})" if address else label(name)), False
    if target.startswith("!"):
        return label(unescape_slack(_special(target, words))), False
    if not target.lower().startswith(_WEB):
        return label(unescape_slack(words or target)), False
    address = unescape_slack(target)
    bare = unescape_slack(words).strip()
    if bare and bare not in (address, address.removeprefix("mailto:"), address.partition("://")[2]):
        return link(bare, address), False
    safe = _safe(address)
    return (f"<{safe}>" if "://" in safe else link(bare or safe.removeprefix("mailto:"), safe)), False


def _special(target: str, words: str) -> str:
    """<!here>, <!subteam^S1|@crew>, <!date^1^{date}|yesterday>."""
    return words or f"@{target[1:].partition('^')[0]}"


def _code(code: re.Match[str], names: Names) -> str:
    if code["span"]:
        return f"`{_literal(code['span'], names)}`"
    inside = _literal(code["block"], names).strip("\n")
    longest = max((len(run) for run in re.findall("`+", inside)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"\n{fence}\n{inside}\n{fence}\n"


def _literal(text: str, names: Names) -> str:
    return unescape_slack(_TOKEN.sub(lambda token: _as_text(token[1], names), text))


def _as_text(token: str, names: Names) -> str:
    target, _bar, words = token.partition("|")
    if target.startswith("@"):
        return f"@{names.person(target[1:]) or words or target[1:]}"
    if target.startswith("#"):
        return f"#{words or target[1:]}"
    return _special(target, words) if target.startswith("!") else words or target
