"""What search may find among the spaces: those an actor may know of, by name and purpose."""

from django.db.models import Case, Q, When

from vloot.ground.finding import Found, Sought
from vloot.ground.text import sort_key
from vloot.people.actor import Actor
from vloot.talk.spaces import rules
from vloot.talk.spaces.models import Space
from vloot.talk.spaces.reads import SpaceRef, ref

KIND = "space"


def find(actor: Actor, sought: Sought) -> list[Found]:
    """Spaces: first those whose name begins so, then alphabetically."""
    if not sought.words:
        return []
    first = Q(sort_key__startswith=sought.words[0])
    seen = Space.objects.filter(rules.visible(actor), _matching(sought))
    ordered = seen.annotate(is_later=Case(When(first, then=0), default=1)).order_by(
        "is_later", "sort_key", "id"
    )
    return [
        Found(
            kind=KIND,
            id=space.id,
            name=space.name,
            detail=space.purpose,
            link=f"/s/{space.slug}/",
            insert=f"in:{space.slug}",
        )
        for space in ordered[: sought.limit]
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


def _matching(sought: Sought) -> Q:
    named = Q()
    for word in sought.words:
        named &= Q(sort_key__startswith=word) | Q(sort_key__contains=f" {word}") | Q(slug__startswith=word)
    about = sought.text.strip()
    return named if sought.is_start or len(about) < 3 else named | Q(purpose__icontains=about)
