"""What follows for who knows from what was asked and answered."""

from collections.abc import Sequence

from vloot.experts import asking
from vloot.logbook.models import Entry
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
