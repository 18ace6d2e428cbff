"""The Dutch and French catalogues, without GNU gettext.

    catalogue.py update                gather the texts of src/ into both .po files; what is gone goes
    catalogue.py check                 exit 1 when a text is missing, empty or doubtful, a placeholder differs,
                                       or `update` would change a file
    catalogue.py missing nl            the texts without Dutch, as JSON: {text: "" or ["", ""]}
    catalogue.py fill nl FILE.json     merge such a JSON, filled in

In JSON a text with a context reads "context|text"; one with a plural has the list [one, many] for its value.
"""

import argparse
import json
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

sys.path.insert(0, str(Path(__file__).parent))

from french import set_in_type
from message_law import faults, forms
from messages import gather

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "vloot"
LANGUAGES = ("nl", "fr")
HEADER = "# Vloot in {language}. Texts are gathered by `make messages`; see CONTRIBUTING.md."
NAMES = {"nl": "Dutch", "fr": "French"}


def path_of(language: str) -> Path:
    return SOURCE / "locale" / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    path = path_of(language)
    if not path.exists():
        return fresh(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def fresh(language: str) -> Catalog:
    return Catalog(
        locale=language,
        domain="django",
        project="Vloot",
        header_comment=HEADER.format(language=NAMES[language]),
        fuzzy=False,
    )


def merged(language: str, template: Catalog) -> Catalog:
    """The catalogue with exactly the texts of `template`, and the translations it had for them."""
    old = read(language)
    new = fresh(language)
    for message in template:
        if message.id:
            known = old.get(message.id, message.context)
            # A text that gained or lost its plural starts anew: its old translation has the wrong shape.
            same = known is not None and not known.fuzzy and known.pluralizable == message.pluralizable
            new.add(
                message.id,
                known.string if known is not None and same else empty(message, new.num_plurals),
                context=message.context,
                flags=message.flags,
            )
    return new


def empty(message: Message, plurals: int) -> str | tuple[str, ...]:
    return ("",) * plurals if message.pluralizable else ""


def written(catalogue: Catalog) -> bytes:
    """The catalogue as a file: sorted, without line numbers and dates, so that two branches seldom collide."""
    bare = BytesIO()
    write_po(bare, catalogue, width=110, no_location=True, sort_output=True, ignore_obsolete=True)
    dated = (
        b'"POT-Creation-Date',
        b'"PO-Revision-Date',
        b'"Generated-By',
        b'"Last-Translator',
        b'"Report-Msgid',
    )
    return b"".join(line for line in bare.getvalue().splitlines(keepends=True) if not line.startswith(dated))


def key(message: Message) -> str:
    text = forms(message.id)[0]
    return f"{message.context}|{text}" if message.context else text


def is_missing(message: Message) -> bool:
    return bool(message.id) and not all(forms(message.string))


def update() -> int:
    template = gather(SOURCE)
    for language in LANGUAGES:
        path = path_of(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue = merged(language, template)
        path.write_bytes(written(catalogue))
        lacking = sum(is_missing(message) for message in catalogue)
        print(f"{language}: {len(catalogue)} texts, {lacking} to translate")
    return 0


def typeset(string: Any) -> Any:
    return tuple(map(set_in_type, string)) if isinstance(string, tuple) else set_in_type(string)


def check() -> int:
    template = gather(SOURCE)
    complaints = []
    for language in LANGUAGES:
        catalogue = merged(language, template)
        current = path_of(language).read_bytes() if path_of(language).exists() else b""
        if written(catalogue) != current:
            complaints.append(f"{language}: the texts in src/ have changed; run `make messages`")
        for message in catalogue:
            complaints += [f"{language}: {fault}: {key(message)[:80]!r}" for fault in faults(message)]
            if language == "fr" and message.id and typeset(message.string) != message.string:
                complaints.append(
                    f"fr: apostrophes, quotes or spaces, `fill` sets them: {key(message)[:80]!r}"
                )
    print("\n".join(complaints) or f"{len(template)} texts, complete in {' and '.join(LANGUAGES)}")
    return 1 if complaints else 0


def missing(language: str) -> int:
    catalogue = merged(language, gather(SOURCE))
    lacking = {key(m): forms(m.string) if m.pluralizable else "" for m in catalogue if is_missing(m)}
    print(json.dumps(lacking, ensure_ascii=False, indent=1))
    return 0


def fill(language: str, path: Path) -> int:
    """Merge translations; one that has a fault is left out and named. French is set as French is."""
    given: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    catalogue = merged(language, gather(SOURCE))
    complaints = []
    for message in catalogue:
        value = given.pop(key(message), None) if message.id else None
        if not value:
            continue
        before, message.string = message.string, tuple(value) if isinstance(value, list) else value
        if language == "fr":
            message.string = typeset(message.string)
        if found := faults(message):
            message.string = before
            complaints.append(f"{found[0]}: {key(message)[:80]!r}")
    path_of(language).parent.mkdir(parents=True, exist_ok=True)
    path_of(language).write_bytes(written(catalogue))
    complaints += [f"no such text: {text[:80]!r}" for text in given]
    print("\n".join(complaints) or "all merged")
    return 1 if complaints else 0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    command = parser.add_subparsers(dest="command", required=True)
    command.add_parser("update")
    command.add_parser("check")
    command.add_parser("missing").add_argument("language", choices=LANGUAGES)
    filling = command.add_parser("fill")
    filling.add_argument("language", choices=LANGUAGES)
    filling.add_argument("file", type=Path)
    asked = parser.parse_args()
    match asked.command:
        case "update":
            return update()
        case "check":
            return check()
        case "missing":
            return missing(asked.language)
        case _:
            return fill(asked.language, asked.file)


if __name__ == "__main__":
    sys.exit(main())
