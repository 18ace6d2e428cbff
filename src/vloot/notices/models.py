from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from vloot.people.models import Person


class Notice(models.Model):
    """Something one person should know. `actor_ids` are who did it, the newest last; a new deed on an unread notice moves it up."""

    id = models.BigIntegerField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    space_id = models.BigIntegerField(null=True)
    link = models.CharField(max_length=200)
    title = models.CharField(max_length=200, blank=True)
    actor_ids = ArrayField(models.BigIntegerField(), default=list)
    read_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "notices_notice"
        indexes = [
            models.Index(fields=["person", "-id"], name="notice_newest"),
            models.Index(fields=["person"], name="notice_unread", condition=Q(read_at__isnull=True)),
            models.Index(fields=["object_id"], name="notice_about"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "object_id"],
                name="notice_bundled",
                condition=Q(read_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} for {self.person_id}"
