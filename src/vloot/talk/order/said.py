"""What a post says, for who looks at it."""

from vloot.ground.text import plain
from vloot.talk.posts.models import Post


def text_of(post: Post) -> str:
    """All a post says, as plain text."""
    parts = [post.title, plain(post.html), *(plain(part) for part in post.parts_html.values())]
    return "\n".join(part for part in parts if part)
