"""Tables of the pilots. There is none of who is asked: nobody can list what is not kept."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from vloot.ground import ids
from vloot.people.models import Person


class Asking(models.Model):
    """Weeks in which everybody finds on their own page whether they are asked; what it takes says nothing about anybody."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    begins_on = models.DateField(unique=True)
    until = models.DateField()  # the last day
    weighed_on = models.DateField()  # ties fade until this day
    seed = models.BigIntegerField()
    heights = ArrayField(models.FloatField())  # `engine.pilots.Bars`

    class Meta:
        db_table = "network_asking"

    def __str__(self) -> str:
        return f"asking from {self.begins_on}"


class Pilot(models.Model):
    """Somebody who said yes: what for, and in their own words."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="+")
    topics = ArrayField(models.CharField(max_length=60))
    words = models.CharField(max_length=400, blank=True)

    class Meta:
        db_table = "network_pilot"

    def __str__(self) -> str:
        return f"pilot {self.person_id}"


class Quiet(models.Model):
    """That somebody never wants to be asked. Anybody can say so, asked or not, and only they see it."""

    id = models.BigIntegerField(primary_key=True, default=ids.drawn)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        db_table = "network_quiet"

    def __str__(self) -> str:
        return f"quiet {self.pk}"
