"""My data, and erasure: what the how-to pages keep about a person."""

from typing import Any

from django.db import transaction

from vloot.ground import text
from vloot.notices import acts as notices
from vloot.talk.files import acts as files
from vloot.talk.guides import owners
from vloot.talk.guides.models import Guide, GuideHelped, GuideVersion
from vloot.talk.guides.placing import NOBODY, Parsed, say


def mine(person_id: int) -> dict[str, Any]:
    """Everything this storey keeps about a person."""
    versions = GuideVersion.objects.filter(author_id=person_id)
    helped = GuideHelped.objects.filter(person_id=person_id)
    confirmed = Guide.objects.filter(confirmed_by_id=person_id)
    return {
        "guides_owned": list(Guide.objects.filter(owner_id=person_id).values_list("title", flat=True)),
        "guides_written": list(versions.order_by("id").values("title", "source", "note")),
        "guides_that_helped": list(helped.values_list("guide__title", flat=True)),
        "guides_confirmed": list(confirmed.values("title", "confirmed_at")),
    }


def forget(person_id: int) -> None:
    """Drop what a person wrote. A page goes on as the last version somebody else saved; one that only they wrote goes with them."""
    with transaction.atomic():
        owners.replace([person_id])
        GuideHelped.objects.filter(person_id=person_id).delete()
        Guide.objects.filter(confirmed_by_id=person_id).update(confirmed_by=None)
        written = Guide.objects.select_for_update().filter(versions__author_id=person_id)
        for guide in Guide.objects.filter(pk__in=written.values("pk")).order_by("pk"):
            _without(guide, person_id)


def _without(guide: Guide, person_id: int) -> None:
    GuideVersion.objects.filter(guide=guide, author_id=person_id).delete()
    last = guide.versions.order_by("-number").first()
    notices.forget_about([guide.id])
    if last is None:
        files.remove_of_post(by=NOBODY, post_id=guide.id)
        guide.delete()
    elif last.number != guide.number:
        guide.number, guide.newest_id = last.number, last.id
        say(guide, Parsed(last.title, text.parse(last.source)))
        guide.save()
