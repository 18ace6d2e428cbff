"""Tables of the company room."""

from __future__ import annotations

from django.db import models

from vloot.ground import clock, ids


class Company(models.Model):
    """The company. There is one row, made when it is founded here."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    name = models.CharField(max_length=120)
    founded_at = models.DateTimeField(default=clock.now)
    counsellor = models.ForeignKey(
        "people.Person", null=True, on_delete=models.SET_NULL, related_name="counselled"
    )

    class Meta:
        db_table = "company_company"
        constraints = (models.CheckConstraint(condition=models.Q(id=1), name="company_is_one"),)

    def __str__(self) -> str:
        return self.name


class TopSeat(models.Model):
    """A seat in the top team: a list kept by an administrator, readable by all."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    person = models.OneToOneField("people.Person", on_delete=models.CASCADE, related_name="top_seat")

    class Meta:
        db_table = "company_top_seat"


class StartLink(models.Model):
    """The one-time link with which the first administrator founds the company."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    token_digest = models.CharField(max_length=64, unique=True)
    # Set by an import: the founder who already hosts the imported spaces.
    founder = models.ForeignKey("people.Person", null=True, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "company_start_link"
