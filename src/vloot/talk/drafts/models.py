from django.db import models

from vloot.people.models import Person


class Draft(models.Model):
    """What somebody was writing, kept per place (`key`) until it is sent or thrown away."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="drafts")
    key = models.CharField(max_length=80)
    fields = models.JSONField(default=dict)
    saved_at = models.DateTimeField()

    class Meta:
        db_table = "talk_draft"
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="draft_once")]

    def __str__(self) -> str:
        return self.key
