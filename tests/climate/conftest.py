from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.world import World


@pytest.fixture
def teams(world: "World") -> dict[str, list[int]]:
    """Four teams beside the cast, and the room agreed on and switched on."""
    from tests.climate import crew

    found = crew.muster()
    crew.agree(world)
    return found
