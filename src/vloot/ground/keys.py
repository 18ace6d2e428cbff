"""The program's own secrets, each made once, readable by nobody else on the machine."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path


def secret_key(path: Path) -> str:
    """The secret kept in `path`; made there, mode 0600, when there is none. Raises OSError."""
    return kept(path, lambda: secrets.token_urlsafe(50))


def kept(path: Path, make: Callable[[], str]) -> str:
    """What is kept in `path`; made there, mode 0600, when there is nothing. Raises OSError."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        made.touch(mode=0o600)
        made.write_text(make(), "ascii")
        try:
            # A link fails when another process was first, and never shows a half-written key.
            os.link(made, path)
        except FileExistsError:
            pass
        finally:
            made.unlink()
    return path.read_text("ascii").strip()
