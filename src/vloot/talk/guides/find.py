"""What search may find among the how-to pages: by the words of their titles, and once the box is sent by what they say."""

from vloot.ground.database import sql
from vloot.ground.finding import Found, Sought
from vloot.people.actor import Actor

KIND = "guide"


def find(actor: Actor, sought: Sought) -> list[Found]:
    """Pages whose title has all the words first, then those that say them; obsolete ones last, whatever they say."""
    if not sought.words:
        return []
    asked = {
        **actor.asking,
        "words": sought.words,
        "said": "" if sought.is_start else sought.text[:200],
        "limit": sought.limit,
    }
    return [
        Found(kind=KIND, id=guide_id, name=title, detail=obsolete_why or space, link=f"/guides/{guide_id}/")
        for guide_id, title, obsolete_why, space in sql.rows(sql.beside(__file__, "find"), asked)
    ]
