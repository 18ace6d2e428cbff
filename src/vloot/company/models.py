"""Tables of the company room."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
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


class Setting(models.Model):
    """What the company chose for something that `settings/declared.py` names; without a row it is as it comes."""

    name = models.CharField(max_length=60, primary_key=True)
    value = models.JSONField()

    class Meta:
        db_table = "company_setting"

    def __str__(self) -> str:
        return self.name


class Switch(models.Model):
    """That somebody decided whether a room is on: why, who looks after it, and when they learned to. Without a row it is as it comes."""

    room = models.CharField(max_length=40, primary_key=True)
    is_on = models.BooleanField()
    why = models.CharField(max_length=400)
    host = models.ForeignKey("people.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    trained_on = models.DateField(null=True)
    trained_by = models.ForeignKey("people.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    changed_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "company_switch"

    def __str__(self) -> str:
        return self.room


class Agreement(models.Model):
    """What was agreed with the people, before a room that needs it is switched on. Never changed: a new one follows."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    subject = models.CharField(max_length=160)
    agreed_on = models.DateField()
    document = models.CharField(max_length=400)
    parties = models.CharField(max_length=400)
    topics = ArrayField(models.CharField(max_length=20), default=list)  # what it covers: `agreements.topics`
    recorded_by = models.ForeignKey("people.Person", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        db_table = "company_agreement"

    def __str__(self) -> str:
        return self.subject
