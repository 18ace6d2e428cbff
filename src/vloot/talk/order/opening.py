"""One open case about a post at a time."""

from django.db import IntegrityError, transaction

from vloot.ground import ids
from vloot.talk.order.models import Case
from vloot.talk.posts.models import Post


def open_case(post: Post, origin: str) -> Case:
    """The case about a post that nobody has decided yet, made now if there is none."""
    waiting = Case.objects.select_for_update().filter(post=post, decided_at=None)
    if found := waiting.first():
        return found
    try:
        with transaction.atomic():
            return Case.objects.create(
                id=ids.new(), person_id=post.author_id, post=post, space_id=post.space_id, origin=origin
            )
    except IntegrityError:  # somebody else was a moment faster
        return waiting.get()
