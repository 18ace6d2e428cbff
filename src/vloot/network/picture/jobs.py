"""What follows when the room opens or shuts."""

from collections.abc import Sequence

from vloot.logbook.models import Entry
from vloot.network.picture import painting


def follow_gate(entries: Sequence[Entry]) -> None:
    """The first picture is painted when the room opens; when it shuts, the ties are let go."""
    painting.paint_due()
