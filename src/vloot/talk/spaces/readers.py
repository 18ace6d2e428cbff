"""Who of some people may read a space: `rules.readable` asked the other way round, for telling them."""

from collections.abc import Collection

from vloot.ground.database import sql

_AMONG = "p.id = any(%(ids)s::bigint[]) and "
_READERS = """
select p.id from people_person p join talk_space s on s.id = %(space)s
where p.id = any(%(ids)s::bigint[]) and p.is_active and p.kind = 'human'
  and ((s.access = 'open' and not exists (select 1 from people_role r where r.person_id = p.id and r.name = 'guest'))
       or exists (select 1 from talk_membership m where m.space_id = s.id and m.person_id = p.id))
order by p.id
"""


def everybody(space_id: int) -> list[int]:
    """All who are here and may read what stands in a space."""
    return [row[0] for row in sql.rows(_READERS.replace(_AMONG, ""), {"space": space_id})]


def among(space_id: int, person_ids: Collection[int]) -> list[int]:
    """Those of some people who are here (no bots, no mere names) and may read what stands in a space."""
    return [row[0] for row in sql.rows(_READERS, {"space": space_id, "ids": sql.array(person_ids)})]
