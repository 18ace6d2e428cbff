"""What many people may read, in two questions: for whoever passes on what happens in spaces as it happens."""

from collections.abc import Iterable

from vloot.ground.database import sql
from vloot.people.actor import Actor

_OPEN = "select id from talk_space where access = 'open'"
_OWN = """
select person_id, array_agg(space_id) from talk_membership where person_id = any(%(ids)s::bigint[]) group by person_id
"""


def readable(actors: Iterable[Actor]) -> dict[int, frozenset[int]]:
    """The ids of the spaces whose posts each of these persons may read: as `rules.readable` says, for many at once."""
    asked = list(actors)
    open_ids = frozenset(row[0] for row in sql.rows(_OPEN, {}))
    own = dict(sql.rows(_OWN, {"ids": sql.array(actor.person_id for actor in asked)}))
    kept: dict[frozenset[int], frozenset[int]] = {
        open_ids: open_ids
    }  # most read the same: one set for them all
    found = {}
    for actor in asked:
        may = frozenset(own.get(actor.person_id, ()))
        may = may if actor.is_guest else may | open_ids
        found[actor.person_id] = kept.setdefault(may, may)
    return found
