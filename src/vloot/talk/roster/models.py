from django.db import models

from vloot.people.models import Person
from vloot.talk.spaces.models import Space


class Turn(models.Model):
    """That a host has the week that begins on this Monday."""

    id = models.BigAutoField(primary_key=True)
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="turns")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="turns")
    week = models.DateField()

    class Meta:
        db_table = "talk_turn"
        constraints = [models.UniqueConstraint(fields=["space", "week"], name="turn_once")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.space_id} from {self.week}"


class Swap(models.Model):
    """That who has a week asks another host to take it; gone once answered."""

    id = models.BigAutoField(primary_key=True)
    turn = models.OneToOneField(Turn, on_delete=models.CASCADE, related_name="swap")
    asked = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="swaps_asked")

    class Meta:
        db_table = "talk_swap"

    def __str__(self) -> str:
        return f"{self.turn_id} to {self.asked_id}"


class Absence(models.Model):
    """That somebody cannot be on duty in the week that begins on this Monday, anywhere. They need not say why."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="absences")
    week = models.DateField()

    class Meta:
        db_table = "talk_absence"
        constraints = [models.UniqueConstraint(fields=["person", "week"], name="absence_once")]

    def __str__(self) -> str:
        return f"{self.person_id} not from {self.week}"
