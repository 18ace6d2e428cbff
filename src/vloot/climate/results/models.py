"""Tables of what was published. A row is written once, when its wave closes."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from vloot.climate.waves.models import ReportingGroup, Wave
from vloot.ground import clock, ids


class Publication(models.Model):
    """That a wave was published: how many could answer, how many did, and on which scales groups differ provably."""

    wave = models.OneToOneField(Wave, on_delete=models.CASCADE, primary_key=True, related_name="publication")
    published_at = models.DateTimeField(default=clock.now)
    size = models.PositiveIntegerField()
    answers = models.PositiveIntegerField()
    codes_made = models.PositiveIntegerField(default=0)
    codes_used = models.PositiveIntegerField(default=0)
    differing = ArrayField(
        models.CharField(max_length=20), default=list
    )  # scales on which teams differ provably

    class Meta:
        db_table = "climate_publication"

    def __str__(self) -> str:
        return f"results of {self.wave_id}"


class Published(models.Model):
    """One figure: a scale or an item, of the whole company or of a reporting group. Only what may be shown has a row.

    `total` and `squares` are sums of scores in twelfths of a point, of the company only: what the next wave is compared with.
    """

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="published")
    group = models.ForeignKey(ReportingGroup, null=True, on_delete=models.CASCADE, related_name="published")
    measure = models.CharField(max_length=20)  # a scale ("safety") or an item ("S1")
    series = models.CharField(max_length=16)  # of the wording: figures of two series are never compared
    n = models.PositiveIntegerField()
    total = models.BigIntegerField(null=True)
    squares = models.BigIntegerField(null=True)
    mean = models.FloatField()  # as it is shown, like all that follows
    low = models.FloatField()
    high = models.FloatField()
    verdict = models.CharField(
        max_length=8, blank=True, default=""
    )  # beside the company: "higher", "lower", "" for neither
    counts = ArrayField(models.PositiveIntegerField(), null=True)  # of an item: how many chose 1 to 5

    class Meta:
        db_table = "climate_published"
        constraints = [
            models.UniqueConstraint(
                fields=["wave", "group", "measure"], name="published_once", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return f"{self.measure} of {self.group_id or 'all'}"


class Hanging(models.Model):
    """How far the items of a scale hang together: alpha and omega, of the whole company and only from a hundred answers on."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="hangings")
    scale = models.CharField(max_length=20)
    n = models.PositiveIntegerField()
    alpha = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()
    omega = models.FloatField(null=True)

    class Meta:
        db_table = "climate_hanging"
        constraints = [models.UniqueConstraint(fields=["wave", "scale"], name="hanging_once")]

    def __str__(self) -> str:
        return f"alpha of {self.scale}"
