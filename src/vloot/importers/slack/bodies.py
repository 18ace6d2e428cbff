"""What a message of Slack's says here."""

import re
from collections.abc import Collection

from django.utils.translation import gettext as _

from vloot.ground.text import LIMIT
from vloot.importers.slack import markup
from vloot.importers.slack.files import FileRef
from vloot.importers.slack.markup import Names
from vloot.importers.slack.records import Message

ROOM = LIMIT - 500  # what is longer is cut, and attached as a whole
_TICKS = re.compile("`+")


def compose(message: Message, names: Names, attached: Collection[str] = ()) -> str:
    """The body in Markdown; "" when nothing is left of the message. Files that are not `attached` get a line."""
    said = markup.markdown(message.text, names)
    if message.is_deed and said and "\n" not in said:
        said = f"*{said}*"
    if message.about:
        said = f"{_('About %(file)s:') % {'file': _named(message.about)}}\n\n{said}"
    lines = [_elsewhere(ref) for ref in message.files if ref.id not in attached]
    return "\n\n".join(part for part in (said, *lines) if part.strip())


def shortened(body: str) -> str:
    """As much of a body as fits, with a word about the rest."""
    cut = body[:ROOM].rsplit("\n", 1)[0] or body[:ROOM]
    return f"{cut}\n\n{_('The whole text is in the attached file.')}"


def _elsewhere(ref: FileRef) -> str:
    line = "📎 " + _("%(file)s (this file stayed in Slack)") % {"file": _named(ref)}
    return f"{line}\n\n{_fenced(ref.preview)}" if ref.preview.strip() else line


def _named(ref: FileRef) -> str:
    title = markup.unescape_slack(ref.title)
    return markup.link(title, ref.link) if ref.link else markup.label(title)


def _fenced(text: str) -> str:
    fence = "`" * max(3, 1 + max((len(run) for run in _TICKS.findall(text)), default=0))
    return f"{fence}\n{text.strip(chr(10))}\n{fence}"
