"""The page on which answers are cast with a printed code: it knows nobody, and shows only what everybody may see."""

from __future__ import annotations

from typing import Any

from vloot.climate.waves import items, reads

FIELDS = "climate/_items.html"


def context(box_id: int) -> dict[str, Any]:
    """What the fields show of a part. Raises NotFound for a box of something else."""
    part = reads.part_of(box_id)
    return {
        "items": [items.ITEMS[key] for key in part.items],
        "options": items.options(),
        "not_said": items.not_said(),
    }
