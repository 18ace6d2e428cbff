from django.db import models

from vloot.people.models import Person
from vloot.talk.posts.models import Post


class Bookmark(models.Model):
    """A post that somebody keeps."""

    id = models.BigIntegerField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="bookmarks")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="bookmarks")

    class Meta:
        db_table = "talk_bookmark"
        constraints = [models.UniqueConstraint(fields=["person", "post"], name="bookmark_once")]

    def __str__(self) -> str:
        return f"{self.person_id} keeps {self.post_id}"


class ReadMark(models.Model):
    """How far somebody has read in a thread: up to and including the post `upto_id`."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="read_marks")
    thread = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="read_marks", db_index=False)
    upto_id = models.BigIntegerField()

    class Meta:
        db_table = "talk_read_mark"
        constraints = [models.UniqueConstraint(fields=["person", "thread"], name="read_mark_once")]

    def __str__(self) -> str:
        return f"{self.person_id} read {self.thread_id}"


class HomeVisit(models.Model):
    """When somebody last looked at home, and the time before that: for "since you were away"."""

    person = models.OneToOneField(
        Person, on_delete=models.CASCADE, primary_key=True, related_name="home_visit"
    )
    looked_at = models.DateTimeField()
    away_since = models.DateTimeField(null=True)

    class Meta:
        db_table = "talk_home_visit"

    def __str__(self) -> str:
        return f"{self.person_id} at {self.looked_at}"
