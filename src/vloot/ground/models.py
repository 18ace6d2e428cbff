"""The cellar's own tables. Nobody can be read out of them: a bucket's key is a keyed digest."""

from django.db import models


class Bucket(models.Model):
    """How full one measure is for one somebody, as the moment at which it will be empty again."""

    key = models.BigIntegerField(primary_key=True)
    empty_at = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "ground_bucket"

    def __str__(self) -> str:
        return f"empty at {self.empty_at}"


class Allowance(models.Model):
    """What somebody chose for a limit instead of what it comes with."""

    name = models.CharField(max_length=60, primary_key=True)
    amount = models.PositiveIntegerField()

    class Meta:
        db_table = "ground_allowance"

    def __str__(self) -> str:
        return f"{self.name}: {self.amount}"
