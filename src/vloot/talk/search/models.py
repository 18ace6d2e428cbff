from django.contrib.postgres.search import SearchVectorField
from django.db import models

from vloot.talk.posts.models import Post
from vloot.talk.spaces.models import Space


class Shelf(models.Model):
    """A run of ids, from `first_id` up to the next shelf's: search takes down one after the other, the newest first.

    What lies below all of them is on shelf 0, which has no row.
    """

    number = models.AutoField(primary_key=True)
    first_id = models.BigIntegerField(unique=True)

    class Meta:
        db_table = "talk_search_shelf"

    def __str__(self) -> str:
        return f"shelf {self.number}"


class Document(models.Model):
    """What search knows of a post: its lexemes with their places and weights, and the facts one can ask for ("by:…", "is:question").

    `edited_at` is that of the post as it was read: while the two differ, the post is no hit. The index on the lexemes stands in the
    migration: PostgreSQL's GIN over `talk_search_keys(words, shelf)`, a hash of each lexeme together with its shelf.
    """

    post = models.OneToOneField(Post, on_delete=models.CASCADE, primary_key=True, related_name="document")
    shelf = models.IntegerField(default=0)
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="+", db_index=False)
    words = SearchVectorField()
    edited_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "talk_search_document"

    def __str__(self) -> str:
        return f"document of {self.post_id}"
