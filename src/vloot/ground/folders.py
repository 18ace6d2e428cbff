"""Folders that nobody else on the machine can enter."""

from pathlib import Path


def make_closed(folder: Path) -> None:
    """Make a folder and those above it that are missing, each for its owner alone. Raises OSError."""
    # `mkdir(parents=True)` gives its mode to the last one only.
    for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)
