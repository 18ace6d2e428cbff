"""What search may find among the spaces: those an actor may know of, by name and purpose."""

from vloot.ground.database import sql
from vloot.ground.finding import Found, Sought
from vloot.ground.text import sort_key
from vloot.people.actor import Actor
from vloot.talk.spaces.reads import SpaceRef

KIND = "space"


def find(actor: Actor, sought: Sought) -> list[Found]:
    """Spaces: first those whose name begins so, then alphabetically."""
    if not sought.words:
        return []
    asked = {
        **actor.asking,
        "words": sought.words,
        "first": sought.words[0],
        "about": sought.about,
        "limit": sought.limit,
    }
    return [
        Found(kind=KIND, id=space_id, name=name, detail=purpose, link=f"/s/{slug}/", insert=f"in:{slug}")
        for space_id, name, slug, purpose in sql.rows(sql.beside(__file__, "find"), asked)
    ]


def called(actor: Actor, typed: str, limit: int = 12) -> list[SpaceRef]:
    """The spaces somebody means by a name, among those whose posts they may read: of exactly this name, else all that begin so."""
    name = sort_key(typed.strip())
    if not name:
        return []
    asked = {**actor.asking, "name": name, "limit": limit}
    return [SpaceRef(*row) for row in sql.rows(sql.beside(__file__, "called"), asked)]
