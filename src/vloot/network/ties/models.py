from django.db import models

from vloot.people.models import Person


class Tie(models.Model):
    """That `asker` said that `helper` helped them, in the last half year; all of them are gathered anew each week.

    Of all that was said between the two in this direction the strongest counts, not the sum: `weight` is what was said, `helped_on`
    when, `worth` what is left of it on the day of the gathering.
    """

    asker = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False)
    helper = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    weight = models.FloatField()
    helped_on = models.DateField()
    worth = models.FloatField()
    since = models.DateField()  # the first time in this half year
    is_in_line = models.BooleanField()  # one of them leads the other, directly or not
    is_open = models.BooleanField(default=True)  # its two may see it; what was said in confidence is not

    class Meta:
        db_table = "network_tie"
        constraints = [
            models.UniqueConstraint(fields=["asker", "helper"], name="tie_once"),
            models.CheckConstraint(condition=~models.Q(asker=models.F("helper")), name="tie_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.asker_id} was helped by {self.helper_id}"


class Abstention(models.Model):
    """That somebody wants no ties of theirs to be counted or shown. Only they themselves see it; when they said so stands nowhere."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="+")

    class Meta:
        db_table = "network_abstention"

    def __str__(self) -> str:
        return f"{self.person_id} stays out"
