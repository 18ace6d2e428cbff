"""What search may find among the spaces: those an actor may know of, by name and purpose."""

from django.db.models import Case, Q, When

from vloot.ground.finding import Found, Sought
from vloot.people.actor import Actor
from vloot.talk.spaces import rules
from vloot.talk.spaces.models import Space

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


def _matching(sought: Sought) -> Q:
    named = Q()
    for word in sought.words:
        named &= Q(sort_key__startswith=word) | Q(sort_key__contains=f" {word}") | Q(slug__startswith=word)
    about = sought.text.strip()
    return named if sought.is_start or len(about) < 3 else named | Q(purpose__icontains=about)
