"""Putting a ballot among the others of its group, so that neither its place nor its neighbours tell when it came.

Each time some ballots are taken out and laid back with the new one, shuffled and under new numbers. The statements carry what they
write beside them, never inside, so that no log of the database quotes it when something goes wrong.
"""

from __future__ import annotations

import secrets

from django.utils.translation import gettext as _

from vloot.ground import ids
from vloot.ground.database import sql
from vloot.ground.errors import Verdict, no, yes

_STIRRED = 7  # ballots of the group that are laid anew with each

_CAST = "select content from urn_ballot where key_id = %(key)s::bigint and spent = %(spent)s::text"
_TAKE_OUT = """
delete from urn_ballot where id in (
    select id from urn_ballot where key_id = %(key)s::bigint and id >= %(above)s::bigint order by id limit %(most)s::int
) returning spent, content
"""
_LAY_IN = """
insert into urn_ballot (id, key_id, spent, content)
select id, %(key)s::bigint, spent, content
from unnest(%(ids)s::bigint[], %(spent)s::text[], %(contents)s::text[]) as laid (id, spent, content)
"""


def may_spend(key_id: int, spent: str, content: str) -> Verdict:
    """Yes for a token that was not spent. No, "again", for the very ballot that lies there already; "spent" for another one."""
    found = sql.rows(_CAST, {"key": key_id, "spent": spent})
    if not found:
        return yes()
    if found == [(content,)]:
        return no("again", _("This ballot was cast already, and counts once."))
    return no("spent", _("This ballot was cast already, with another answer. What was cast first counts."))


def lay(key_id: int, spent: str, content: str) -> None:
    """Lay the ballot in. The group must be locked."""
    # The numbers are drawn, so those above a drawn one are any.
    drawn = sql.rows(_TAKE_OUT, {"key": key_id, "above": ids.drawn(), "most": _STIRRED})
    if len(drawn) < _STIRRED:
        drawn += sql.rows(_TAKE_OUT, {"key": key_id, "above": 0, "most": _STIRRED - len(drawn)})
    laid = [*drawn, (spent, content)]
    secrets.SystemRandom().shuffle(laid)
    sql.run(
        _LAY_IN,
        {
            "key": key_id,
            "ids": sql.array(ids.drawn() for _ballot in laid),
            "spent": [one[0] for one in laid],
            "contents": [one[1] for one in laid],
        },
    )
