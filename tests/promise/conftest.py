import fcntl
import os
import pickle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.stage import FOLDER

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

    from tests.promise.harbour import Harbour


@pytest.fixture(scope="session")
def harbour(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> "Harbour":
    """A company in which much has happened, seen page by page by everybody; nothing of it stays.

    The workers of a run look once, for all of them. Tests that ask for it are marked `django_db`: without such a test
    there is no database.
    """
    from django.db import transaction

    from tests.conftest import MORNING
    from tests.promise.harbour import build
    from tests.stage import Clock

    kept = Path(os.environ[FOLDER]) / "harbour"
    with kept.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            with django_db_blocker.unblock(), transaction.atomic(), Clock(MORNING):
                found = build()
                transaction.set_rollback(True)
            kept.write_bytes(pickle.dumps(found))
    return pickle.loads(kept.read_bytes())  # type: ignore[no-any-return]
