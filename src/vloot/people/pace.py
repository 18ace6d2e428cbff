"""How fast one person goes: the limits of `ground.limits`, for whoever acts."""

from __future__ import annotations

from vloot.ground import limits
from vloot.ground.limits import Limit
from vloot.people.actor import Actor


def keep(by: Actor, limit: Limit, *what: object, cost: float = 1) -> None:
    """Count one more of it for the one who acts, about `what` when it counts apart. Raises TooFast.

    What an import or the demo writes down was said long ago, at whatever pace.
    """
    if not by.is_importer and not by.origin.startswith(("import:", "demo")):
        limits.take(limit, by.person_id, *what, cost=cost)
