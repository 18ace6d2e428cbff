"""Tables of the mirror."""

from django.db import models

from vloot.ground import ids
from vloot.people.models import Person


class Stance(models.Model):
    """What somebody of the top team says of a statement, for everybody to read."""

    AGREE, RATHER, NOT = "agree", "rather", "not"

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    statement = models.CharField(max_length=20)
    view = models.CharField(max_length=8, choices=((AGREE, AGREE), (RATHER, RATHER), (NOT, NOT)))
    words = models.CharField(max_length=400, blank=True, default="")
    said_on = models.DateField()

    class Meta:
        db_table = "climate_stance"
        constraints = [models.UniqueConstraint(fields=["person", "statement"], name="stance_once")]

    def __str__(self) -> str:
        return f"{self.person_id} on {self.statement}"


class Outlook(models.Model):
    """Whether somebody of the top team goes along, and the one thing they change themselves, by when."""

    ALONG, NO_BELIEF, AWAY = "along", "doubt", "away"

    person = models.OneToOneField(Person, primary_key=True, on_delete=models.CASCADE, related_name="+")
    stands = models.CharField(max_length=8, choices=((ALONG, ALONG), (NO_BELIEF, NO_BELIEF), (AWAY, AWAY)))
    why = models.CharField(max_length=400, blank=True, default="")
    change = models.CharField(max_length=400, blank=True, default="")
    change_on = models.DateField(null=True)
    said_on = models.DateField()

    class Meta:
        db_table = "climate_outlook"

    def __str__(self) -> str:
        return f"{self.person_id} stands {self.stands}"
