from django.db import models


class Entry(models.Model):
    """One thing that happened: who did what to which object, when, and through which door.

    No foreign keys: history outlives what it is about.
    """

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=40)
    actor_id = models.BigIntegerField(null=True)
    object_id = models.BigIntegerField()
    space_id = models.BigIntegerField(null=True)
    origin = models.CharField(max_length=60, default="web")
    details = models.JSONField(default=dict)

    class Meta:
        db_table = "logbook_entry"
        indexes = [
            models.Index(fields=["kind", "-id"], name="entry_kind"),
            models.Index(fields=["object_id", "id"], name="entry_object"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"

    @property
    def is_news(self) -> bool:
        """Whether somebody may be told of it: what an import or the demo writes down happened long ago."""
        return not self.origin.startswith(("import:", "demo"))


class Settled(models.Model):
    """That a reader has seen an entry: makes reading again harmless."""

    id = models.BigAutoField(primary_key=True)
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="settled")
    reader = models.CharField(max_length=80)

    class Meta:
        db_table = "logbook_settled"
        constraints = [models.UniqueConstraint(fields=["entry", "reader"], name="settled_once")]

    def __str__(self) -> str:
        return f"{self.reader}: {self.entry_id}"


class Link(models.Model):
    """One link of the audit log; what each part means stands in `sealing.py`. The database refuses to change or delete one."""

    place = models.BigIntegerField(primary_key=True)
    entry_id = models.BigIntegerField(unique=True)
    kind = models.CharField(max_length=40)
    actor_id = models.BigIntegerField(null=True)
    object_id = models.BigIntegerField()
    space_id = models.BigIntegerField(null=True)
    origin = models.CharField(max_length=60)
    at = models.DateTimeField()
    details = models.TextField()  # the text that was sealed, to the last sign
    version = models.PositiveSmallIntegerField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        db_table = "logbook_link"
        indexes = [
            models.Index(fields=["kind", "-place"], name="link_kind"),
            models.Index(fields=["actor_id", "-place"], name="link_actor"),
            models.Index(fields=["object_id", "-place"], name="link_object"),
            models.Index(fields=["at"], name="link_at"),
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.kind} {self.object_id}"
