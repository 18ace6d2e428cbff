"""What search may find in the people room: who is here, by name, and by what they like to be asked about."""

from __future__ import annotations

from vloot.ground.database import sql
from vloot.ground.finding import Found, Sought
from vloot.people.actor import Actor
from vloot.people.cards import cards

KIND = "person"


def find(actor: Actor, sought: Sought) -> list[Found]:
    """People this actor may meet: first those whose name begins so, both groups alphabetically."""
    if not sought.words:
        return []
    asked = {
        "is_narrowed": actor.is_guest and not actor.is_importer,
        "me": actor.person_id,
        "met": sql.array(sought.met or ()),
        "words": sought.words,
        "first": sought.words[0],
        "about": sought.about,
        "limit": sought.limit,
    }
    rows = sql.rows(sql.beside(__file__, "find"), asked)
    found = cards(row[0] for row in rows)
    return [
        Found(
            kind=KIND,
            id=person_id,
            name=found[person_id].name,
            detail=" · ".join(filter(None, (found[person_id].function, found[person_id].team_name))),
            link=f"/people/{person_id}/",
            insert=f"from:{username}",
        )
        for person_id, username in rows
    ]
