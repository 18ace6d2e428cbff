"""Finding the texts of Vloot: in Python by Babel, in templates by Django's own reader of templates."""

import re
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.conf import settings
from django.utils.translation.template import templatize

# Which of a call's strings are the text, its plural and its context; None for the first alone.
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
    for _, message, _, context in extract(
        "python", BytesIO(text.encode()), KEYWORDS, options={"encoding": "utf-8"}
    ):
        catalogue.add(message, context=context)
