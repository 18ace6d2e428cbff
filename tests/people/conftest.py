from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from vloot.people.actor import Actor


@pytest.fixture
def cast(db: None) -> "dict[str, Actor]":
    """The people of `cast.py`, as actors by first name."""
    from tests.people.cast import come_in

    return come_in()
