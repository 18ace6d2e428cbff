"""What search may find among the spaces: those an actor may know of, by name and purpose."""

from django.db.models import Q

from vloot.ground.database import sql
from vloot.ground.finding import Found, Sought
from vloot.ground.text import sort_key
from vloot.people.actor import Actor
from vloot.talk.spaces import rules
from vloot.talk.spaces.models import Space
from vloot.talk.spaces.reads import SpaceRef, ref

KIND = "space"
SHORTEST = 3  # letters of what is looked for in a purpose


def find(actor: Actor, sought: Sought) -> list[Found]:
    """Spaces: first those whose name begins so, then alphabetically."""
    if not sought.words:
        return []
    about = sought.text.strip()
    asked = {
        "is_importer": actor.is_importer,
        "is_guest": actor.is_guest,
        "me": actor.person_id,
        "words": sought.words,
        "first": sought.words[0],
        "about": "" if sought.is_start or len(about) < SHORTEST else about,
        "limit": sought.limit,
    }
    return [
        Found(kind=KIND, id=space_id, name=name, detail=purpose, link=f"/s/{slug}/", insert=f"in:{slug}")
        for space_id, name, slug, purpose in sql.rows(sql.beside(__file__, "find"), asked)
    ]


def called(actor: Actor, typed: str, limit: int = 12) -> list[SpaceRef]:
    """The spaces somebody means by a name, among those whose posts they may read: of exactly this name, else all that begin so."""
    wanted = sort_key(typed.strip())
    seen = Space.objects.filter(rules.readable(actor))
    if not wanted:
        return []
    exact = seen.filter(Q(slug=wanted) | Q(sort_key=wanted))[:limit]
    begins = Q(sort_key__startswith=wanted) | Q(sort_key__contains=f" {wanted}") | Q(slug__startswith=wanted)
    return [ref(space) for space in list(exact) or seen.filter(begins).order_by("sort_key")[:limit]]
