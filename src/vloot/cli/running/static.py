"""Static files, gathered in the data folder under names made from their content, so that browsers may keep them."""

import hashlib
import os
import shutil
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.test.utils import override_settings

from vloot import __version__

_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"
_STAMP = "made-from.txt"


def collect() -> bool:
    """Gather the static files when they have changed; tells whether it did. The web server starts after it."""
    root = Path(settings.STATIC_ROOT)
    stamp = _fingerprint()
    if (root / "staticfiles.json").is_file() and _read(root / _STAMP) == stamp:
        return False
    fresh = root.with_name(f"static.{os.getpid()}")
    shutil.rmtree(fresh, ignore_errors=True)
    storages = {**settings.STORAGES, "staticfiles": {"BACKEND": _STORAGE}}
    with override_settings(STATIC_ROOT=fresh, STORAGES=storages):
        call_command("collectstatic", verbosity=0, interactive=False)
    (fresh / _STAMP).write_text(stamp, "ascii")
    shutil.rmtree(root, ignore_errors=True)
    fresh.rename(root)
    return True


def _fingerprint() -> str:
    digest = hashlib.sha256(__version__.encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            facts = Path(storage.path(path)).stat()
            digest.update(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _read(path: Path) -> str:
    try:
        return path.read_text("ascii")
    except OSError:
        return ""
