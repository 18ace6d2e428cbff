"""What search may find among the how-to pages: by the words of their titles, and once the box is sent by what they say."""

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Case, F, Q, When

from vloot.ground.finding import Found, Sought
from vloot.people.actor import Actor
from vloot.talk.guides import rules
from vloot.talk.guides.models import Guide
from vloot.talk.guides.reads import CONFIGURATIONS

KIND = "guide"


def find(actor: Actor, sought: Sought) -> list[Found]:
    """Pages whose title has all the words first, then those that say them; obsolete ones last, whatever they say."""
    if not sought.words:
        return []
    titled = Q()
    for word in sought.words:
        titled &= Q(sort_key__startswith=word) | Q(sort_key__contains=f" {word}")
    seen = Guide.objects.filter(rules.visible(actor)).select_related("space")
    matching = titled if sought.is_start else titled | _saying(sought.text)
    seen = seen.filter(matching).annotate(
        is_gone=Case(When(obsolete_at=None, then=0), default=1),
        is_later=Case(When(titled, then=0), default=1),
    )
    ordered = seen.order_by("is_gone", "is_later", F("newest_id").desc())
    return [
        Found(
            kind=KIND,
            id=guide.id,
            name=guide.title,
            detail=guide.obsolete_why or guide.space.name,
            link=f"/guides/{guide.id}/",
        )
        for guide in ordered[: sought.limit]
    ]


def _saying(text: str) -> Q:
    """All the words, each page read in its own language."""
    found = Q()
    for language, configuration in CONFIGURATIONS.items():
        query = SearchQuery(text[:200], search_type="websearch", config=configuration)
        said = SearchVector("title", "source", config=configuration)
        matching = Guide.objects.filter(language=language).annotate(said=said).filter(said=query)
        found |= Q(pk__in=matching.values("pk"))
    return found
