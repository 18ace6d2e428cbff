from django.db import models

from vloot.people.models import Person


class PersonFollow(models.Model):
    """That somebody wants to read what a person writes."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="follows")
    followed = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="followers")

    class Meta:
        db_table = "talk_person_follow"
        constraints = [models.UniqueConstraint(fields=["person", "followed"], name="follow_person_once")]

    def __str__(self) -> str:
        return f"{self.person_id} follows {self.followed_id}"


class TagFollow(models.Model):
    """That somebody wants to read what carries a tag."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tag_follows")
    tag = models.CharField(max_length=50)

    class Meta:
        db_table = "talk_tag_follow"
        constraints = [models.UniqueConstraint(fields=["person", "tag"], name="follow_tag_once")]

    def __str__(self) -> str:
        return f"{self.person_id} follows #{self.tag}"
