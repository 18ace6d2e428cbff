"""Compile the Dutch and French catalogues: when the package is built, and by `make` when one has changed.

Pure Python, because GNU gettext cannot be counted on.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = Path(__file__).parent / "src" / "vloot" / "locale"


def compile_catalogues(locale: Path = LOCALE) -> list[Path]:
    """Write each `.po` that is newer than its `.mo` as `.mo`; return those written."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    written = []
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parts[-3])
        # Beside and then renamed: a server that starts meanwhile reads the old file or the new one, never half of it.
        unfinished = target.with_suffix(".mo.part")
        with unfinished.open("wb") as file:
            write_mo(file, catalogue)
        unfinished.replace(target)
        written.append(target)
    return written


class CatalogueHook(BuildHookInterface[Any]):
    """What hatchling calls before it makes a wheel or an editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_catalogues(Path(self.root) / "src" / "vloot" / "locale")


if __name__ == "__main__":
    for path in compile_catalogues():
        print(f"compiled {path.parts[-3]}")
