from django.db import models

from vloot.people.models import Person
from vloot.talk.posts.models import Post


class Announcement(models.Model):
    """What makes a post an announcement: until when it stands on top of home, for whom, and whether it asks to be confirmed."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, primary_key=True, related_name="announcement")
    ends_at = models.DateTimeField()
    asks = models.BooleanField(default=False)
    is_for_all = models.BooleanField(default=False)

    class Meta:
        db_table = "talk_announcement"
        indexes = [models.Index(fields=["ends_at"], name="announcement_ends")]

    def __str__(self) -> str:
        return f"announcement {self.post_id}"


class Confirmation(models.Model):
    """That a person said "I have read this". Without a moment, and with an id that tells none: it is their own."""

    id = models.UUIDField(primary_key=True)
    announcement = models.ForeignKey(Announcement, on_delete=models.CASCADE, related_name="confirmations")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="confirmations")

    class Meta:
        db_table = "talk_confirmation"
        constraints = [models.UniqueConstraint(fields=["announcement", "person"], name="confirmed_once")]

    def __str__(self) -> str:
        return f"a confirmation of {self.announcement_id}"
