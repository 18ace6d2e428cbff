"""Real data that may lie beside the clone; nothing of it is kept here, and tests of it say so when they cannot run."""

from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def needs(*names: str) -> pytest.MarkDecorator:
    """Leaves a test out, with a reason, where one of these files or folders under the data is not there."""
    missing = [str(DATA / name) for name in names if not (DATA / name).exists()]
    return pytest.mark.skipif(bool(missing), reason=f"real data is not there: {', '.join(missing)}")
