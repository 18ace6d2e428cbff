"""The index follows the logbook: whatever was said, changed or taken away, also in the batches of an import."""

from collections.abc import Sequence

from vloot.logbook.models import Entry
from vloot.talk.posts.models import Post
from vloot.talk.search import acts


def index(entries: Sequence[Entry]) -> None:
    """What an entry is about is indexed as it is now."""
    acts.index(post_ids={entry.object_id for entry in entries})


def index_question(entries: Sequence[Entry]) -> None:
    """An answer was accepted, or a question closed: what is open and what is answered can be asked for."""
    about = Post.objects.filter(id__in={entry.object_id for entry in entries})
    acts.index(post_ids={root or post for post, root in about.values_list("id", "root_id")})
