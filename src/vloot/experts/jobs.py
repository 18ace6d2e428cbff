"""What follows for who knows from what was asked and answered."""

from collections.abc import Sequence

from vloot.experts import asking, reviewing
from vloot.experts.models import Craft
from vloot.logbook.models import Entry
from vloot.notices import acts as notices
from vloot.notices.acts import Note
from vloot.talk.models import Question
from vloot.talk.posts import jobs as posts


def invite(entries: Sequence[Entry]) -> None:
    """A new question invites a few who may know."""
    asked = Question.objects.filter(post__in=posts.news(entries)).select_related("post__space")
    for question in asked.order_by("pk"):
        asking.invite(question)


def drop_answered(entries: Sequence[Entry]) -> None:
    """Somebody answered: nobody else need."""
    roots = {
        post.root
        for post in posts.news(entries).values()
        if post.root and post.root.author_id != post.author_id
    }
    asking.drop([root.id for root in roots])


def drop_ended(entries: Sequence[Entry]) -> None:
    """A question was closed or removed."""
    asking.drop([entry.object_id for entry in entries])


def drop_reviewed(entries: Sequence[Entry]) -> None:
    """An answer was written anew or removed: nobody need look at it."""
    reviewing.drop([entry.object_id for entry in entries])


def tell_confirmed(entries: Sequence[Entry]) -> None:
    """Somebody hears that a colleague says they know their craft."""
    news = [entry for entry in entries if entry.is_news and entry.actor_id]
    names = dict(Craft.objects.filter(pk__in=[entry.object_id for entry in news]).values_list("pk", "name"))
    notices.tell_many(
        Note(
            person_id=int(entry.details["person_id"]),
            kind="craft_confirmed",
            object_id=entry.object_id,
            actor_id=entry.actor_id or 0,
            link=f"/crafts/{entry.object_id}/",
            title=names[entry.object_id],
            event_id=entry.id,
        )
        for entry in news
        if entry.object_id in names
    )
