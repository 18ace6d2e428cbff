from django.db import models

from vloot.people.models import Person
from vloot.talk.posts.models import Post


class ThanksTo(models.Model):
    """Whom a post of thanks is for."""

    id = models.BigAutoField(primary_key=True)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="thanks_to")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="thanked_in")

    class Meta:
        db_table = "talk_thanks_to"
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="thanks_once")]

    def __str__(self) -> str:
        return f"{self.post_id} thanks {self.person_id}"


class Appreciation(models.Model):
    """That a person appreciates a post: shown by name, never counted. `emoji` is set where another program knew one."""

    id = models.BigAutoField(primary_key=True)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="appreciations")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="appreciations")
    emoji = models.CharField(max_length=60, blank=True)

    class Meta:
        db_table = "talk_appreciation"
        constraints = [models.UniqueConstraint(fields=["post", "person", "emoji"], name="appreciation_once")]

    def __str__(self) -> str:
        return f"{self.person_id} appreciates {self.post_id}"
