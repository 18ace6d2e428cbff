"""What search may find of posts by name: their tags. What they say is found through the index of `talk.search`."""

from urllib.parse import quote

from vloot.ground.finding import Found, Sought
from vloot.people.actor import Actor
from vloot.talk.posts import reads

KIND = "tag"


def find(actor: Actor, sought: Sought) -> list[Found]:
    """Tags on posts the actor may read, alphabetically; for more than one word there is none."""
    start = sought.text.strip().removeprefix("#")
    if not start or len(start.split()) > 1:
        return []
    return [
        Found(kind=KIND, id=0, name=f"#{tag}", detail="", link=f"/tags/{quote(tag)}/", insert=f"#{tag}")
        for tag in reads.tags_like(actor, start, sought.limit)
    ]
