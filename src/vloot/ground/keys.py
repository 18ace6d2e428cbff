"""The program's own secret, made once, readable by nobody else on the machine."""

import os
import secrets
from pathlib import Path


def secret_key(path: Path) -> str:
    """The secret kept in `path`; made there, mode 0600, when there is none. Raises OSError."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(50), "ascii")
        try:
            # A link fails when another process was first, and never shows a half-written key.
            os.link(made, path)
        except FileExistsError:
            pass
        finally:
            made.unlink()
    return path.read_text("ascii").strip()
