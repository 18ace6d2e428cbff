"""The tables of every storey, where Django looks for them."""

from vloot.meet.coffee.models import Apart, Coming, Round, Seat, Table
from vloot.meet.learning.models import Learned, Turn
from vloot.meet.walks.models import Felt, Notes, Place, Promise, Walk

__all__ = [
    "Apart",
    "Coming",
    "Felt",
    "Learned",
    "Notes",
    "Place",
    "Promise",
    "Round",
    "Seat",
    "Table",
    "Turn",
    "Walk",
]  # fmt: skip
