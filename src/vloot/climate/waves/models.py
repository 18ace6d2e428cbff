"""Tables of waves. There is none of ballots here: the urn keeps those, until they are counted."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from vloot.ground import clock, ids
from vloot.people.models import Person


class Wave(models.Model):
    """A survey of everybody: announced, then open, then closed and published; or stopped, and nothing of it is kept."""

    FULL, MICRO = "full", "micro"

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    kind = models.CharField(max_length=8, choices=((FULL, FULL), (MICRO, MICRO)))
    announced_at = models.DateTimeField(default=clock.now)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)  # groups and rosters stand since then
    closed_at = models.DateTimeField(null=True)  # counted, published and burned
    stopped_at = models.DateTimeField(null=True)
    why_stopped = models.CharField(max_length=400, blank=True, default="")
    reminded_at = models.DateTimeField(null=True)
    minimum = models.PositiveSmallIntegerField(
        default=7
    )  # the smallest group shown, as it was when the wave was announced
    on_paper = models.PositiveIntegerField(
        default=0
    )  # how many chose paper; who, only the urn knows, and only while it is open

    class Meta:
        db_table = "climate_wave"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(opens_at__lt=models.F("closes_at")), name="wave_opens_before_it_closes"
            ),
            models.CheckConstraint(condition=models.Q(minimum__gte=5), name="wave_minimum_five"),
            models.UniqueConstraint(
                models.Value(1),
                condition=models.Q(closed_at=None, stopped_at=None),
                name="one_wave_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} wave {self.pk}"


class Part(models.Model):
    """What is asked from one day to another: all items, or the three of a week. `box_id` is its box in the urn, from its opening on."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveSmallIntegerField()
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    items = ArrayField(models.CharField(max_length=4))
    box_id = models.BigIntegerField(null=True, unique=True)

    class Meta:
        db_table = "climate_part"
        constraints = [models.UniqueConstraint(fields=["wave", "number"], name="part_once")]

    def __str__(self) -> str:
        return f"part {self.number} of {self.wave_id}"


class ReportingGroup(models.Model):
    """Teams whose answers are counted together, frozen and published when the wave opens."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="groups")
    label = models.CharField(max_length=400)  # once in a wave; the urn's name of its key
    team_ids = ArrayField(models.BigIntegerField())  # 0 stands for those without a team
    size = models.PositiveIntegerField()  # on the roster

    class Meta:
        db_table = "climate_group"
        constraints = [models.UniqueConstraint(fields=["wave", "label"], name="group_label_once")]

    def __str__(self) -> str:
        return self.label


class Paper(models.Model):
    """That somebody would rather answer on paper, said before the wave opens and forgotten then. Its id keeps no order."""

    id = models.BigIntegerField(primary_key=True, default=ids.drawn)
    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="papers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        db_table = "climate_paper"
        constraints = [models.UniqueConstraint(fields=["wave", "person"], name="paper_once")]

    def __str__(self) -> str:
        return f"{self.person_id} on paper"
