"""Tables of the question rounds. What somebody answered has a drawn id and no time."""

from __future__ import annotations

from django.db import models

from vloot.ground import ids
from vloot.people.models import Person


class QuestionRound(models.Model):
    """A fortnight or so in which everybody may answer. How many could and did is counted when it closes."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    until = models.DateField()  # the last day to answer
    reminded_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    asked = models.IntegerField(default=0)
    answered = models.IntegerField(default=0)

    class Meta:
        db_table = "network_question_round"
        constraints = [
            models.UniqueConstraint(
                models.Value(1), name="one_open_question_round", condition=models.Q(closed_at__isnull=True)
            ),
            models.CheckConstraint(
                condition=models.Q(answered__lte=models.F("asked")), name="no_more_answered_than_asked"
            ),
        ]

    def __str__(self) -> str:
        return f"questions until {self.until}"


class Sheet(models.Model):
    """That somebody answered, be it with nobody's name."""

    id = models.BigIntegerField(primary_key=True, default=ids.drawn)
    round = models.ForeignKey(QuestionRound, on_delete=models.CASCADE, related_name="sheets")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        db_table = "network_sheet"
        constraints = [models.UniqueConstraint(fields=["round", "person"], name="one_sheet_each")]

    def __str__(self) -> str:
        return f"a sheet of {self.round_id}"


class Nomination(models.Model):
    """Somebody's name on a sheet."""

    ADVICE, ENERGY = "advice", "energy"

    id = models.BigIntegerField(primary_key=True, default=ids.drawn)
    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="nominations")
    question = models.CharField(max_length=8)
    named = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        db_table = "network_nomination"
        constraints = [
            models.UniqueConstraint(fields=["sheet", "question", "named"], name="named_once"),
            models.CheckConstraint(
                condition=models.Q(question__in=["advice", "energy"]), name="one_of_two_questions"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question} on {self.sheet_id}"
