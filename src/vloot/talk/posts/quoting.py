"""What somebody said, as a quote to begin a reply with."""

import re

from vloot.ground import text
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.posts import reads

LONGEST = 600  # characters of a quote
_MARKS = re.compile(r"([\\`*_{}\[\]<>#@~|!])")
_BREAKS = re.compile(r"<br\s*/?>|</(?:p|li|h[3-6]|pre|tr|blockquote)>")
_QUOTED = re.compile(r"<blockquote>.*?</blockquote>", re.DOTALL)


def quote(actor: Actor, post_id: int, part: str = "") -> str:
    """A post the actor may see, or the `part` of it, as Markdown with a link to where it stands. Raises NotFound.

    A part that is not in the post is not put in its writer's mouth: then the whole is quoted. Nobody is named anew by being quoted.
    """
    post = reads.get(actor, post_id)
    whole = _lines(post.html) or [post.title]
    chosen = text.line(part)
    is_there = bool(chosen) and chosen in text.line(" ".join(whole))
    lines = [chosen] if is_there else whole
    name = _plain(people.card(post.author_id).called)
    place = f"/t/{post.thread_id}/" + (f"#post-{post.id}" if post.root_id else "")
    said = "\n".join(f"> {_plain(line)}  " if line else ">" for line in _cut(lines))
    return f"> [{name}]({place}):\n>\n{said}\n\n"


def _lines(html: str) -> list[str]:
    """The words of a post line by line, without what it quotes itself."""
    parts = _BREAKS.split(_QUOTED.sub("", html))
    return [line for line in (text.plain(part) for part in parts) if line]


def _cut(lines: list[str]) -> list[str]:
    kept: list[str] = []
    left = LONGEST
    for line in lines:
        if len(line) > left:
            kept.append(line[: max(0, left - 1)].rsplit(" ", 1)[0] + "…")
            break
        kept.append(line)
        left -= len(line)
    return kept


def _plain(line: str) -> str:
    """Words that mean nothing to Markdown, and call nobody."""
    escaped = _MARKS.sub(r"\\\1", line)
    return re.sub(r"^(\s*)([-+]|\d+[.)])(\s)", lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}{m[3]}", escaped)
