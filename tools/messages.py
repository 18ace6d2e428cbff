"""Finding the texts of Vloot: in Python by Babel, in templates by Django's own reader of templates."""

import re
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from django.conf import settings
from django.utils.translation.template import templatize

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
ENCODING = {"encoding": "utf-8"}


def gather(source: Path) -> Catalog:
    """Every text in the Python files and templates under `source`."""
    if not settings.configured:
        settings.configure(USE_I18N=False)
    catalogue = Catalog()
    for path in sorted(source.rglob("*")):
        if path.suffix in (".py", ".html", ".txt") and not {"migrations", "locale"} & set(path.parts):
            add(catalogue, path)
    return catalogue


def add(catalogue: Catalog, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # Templatize blanks what is not a text but keeps its indentation, over which Python's tokenizer stumbles.
        text = re.sub(r"^[ \t]+", "", templatize(text, origin=str(path)), flags=re.MULTILINE)
    # The first argument that is a keyword decides which of the call's strings is the text, the plural, the context.
    found = extract_python(BytesIO(text.encode()), list(KEYWORDS), [], ENCODING)
    for _, function, strings, _ in found:
        place(catalogue, KEYWORDS[function], strings if isinstance(strings, tuple) else (strings,))


def place(
    catalogue: Catalog, shape: tuple[int | tuple[int, str], ...] | None, strings: tuple[str | None, ...]
) -> None:
    """Add one call's strings by the keyword's shape; a call without a literal text says nothing to translators."""
    context = None
    texts = []
    for position in shape or (1,):
        index = position[0] if isinstance(position, tuple) else position
        if index > len(strings) or not strings[index - 1]:
            return
        if isinstance(position, tuple):
            context = strings[index - 1]
        else:
            texts.append(strings[index - 1])
    catalogue.add(tuple(texts) if len(texts) > 1 else texts[0], context=context)
