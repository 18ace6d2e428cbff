from typing import TYPE_CHECKING

import pytest

from tests.stage import Clock

if TYPE_CHECKING:
    from tests.network.crew import Crew


@pytest.fixture
def crew(db: None, clock: Clock) -> "Crew":
    """Forty people of whom one is asked to be a pilot."""
    from tests.network.crew import muster

    return muster()
