from django.contrib.postgres.fields import ArrayField
from django.db import models

from vloot.ground import ids
from vloot.people.models import Person


class Round(models.Model):
    """A week in which people have coffee with somebody new; `until` is the last day to say that one comes."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    until = models.DateField()
    week = models.DateField()  # its Monday
    reminded_at = models.DateTimeField(null=True)
    seated_at = models.DateTimeField(null=True)
    learned = models.IntegerField(default=0)  # how many said that they learned something; who, nobody knows

    class Meta:
        db_table = "meet_round"
        constraints = [
            models.UniqueConstraint(fields=["week"], name="one_round_a_week"),
            models.CheckConstraint(
                condition=models.Q(until__lt=models.F("week")), name="said_before_the_week"
            ),
        ]

    def __str__(self) -> str:
        return f"coffee in the week of {self.week}"


class Coming(models.Model):
    """That somebody comes along, when they can, and what they speak. Gone when the tables stand."""

    id = models.BigAutoField(primary_key=True)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="comings")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    slots = ArrayField(models.CharField(max_length=12))
    languages = ArrayField(models.CharField(max_length=12))

    class Meta:
        db_table = "meet_coming"
        constraints = [models.UniqueConstraint(fields=["round", "person"], name="come_once")]

    def __str__(self) -> str:
        return f"{self.person_id} comes to {self.round_id}"


class Table(models.Model):
    """Two or three who have coffee together, and when all of them can."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="tables")
    slots = ArrayField(models.CharField(max_length=12))

    class Meta:
        db_table = "meet_table"

    def __str__(self) -> str:
        return f"table {self.pk}"


class Seat(models.Model):
    """Somebody at a table, and whether they said that they met; `has_said` that they answered what they learned, not what."""

    id = models.BigAutoField(primary_key=True)
    table = models.ForeignKey(Table, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    has_met = models.BooleanField(default=False)
    has_said = models.BooleanField(default=False)

    class Meta:
        db_table = "meet_seat"
        constraints = [models.UniqueConstraint(fields=["table", "person"], name="sit_once")]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.table_id}"


class Apart(models.Model):
    """That somebody would rather not sit with somebody. Only they themselves see it; its id keeps no order."""

    id = models.BigIntegerField(primary_key=True, default=ids.drawn)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        db_table = "meet_apart"
        constraints = [models.UniqueConstraint(fields=["person", "other"], name="apart_once")]

    def __str__(self) -> str:
        return f"{self.person_id} rather not with {self.other_id}"
