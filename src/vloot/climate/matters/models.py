"""Tables of what asks for an answer."""

from django.db import models

from vloot.climate.waves.models import Wave
from vloot.ground import ids
from vloot.people.models import Person, Team


class Matter(models.Model):
    """Something that asks for an answer. Its id keeps no order; of when it was written only the week is kept.

    What was written without a name has no writer, and waits, with `shown_on` empty, until the batch of its week is shown.
    """

    FEAR, PROMISE, RESULT, CHANGE = "fear", "promise", "result", "change"
    KINDS = (FEAR, PROMISE, RESULT, CHANGE)

    id = models.BigIntegerField(primary_key=True, default=ids.drawn)
    kind = models.CharField(max_length=8, choices=[(kind, kind) for kind in KINDS])
    words = models.TextField(blank=True, default="")
    is_named = models.BooleanField(default=False)
    writer = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    week = models.DateField()  # the Monday of the week it was written in
    shown_on = models.DateField(null=True)
    owner = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    due_on = models.DateField(null=True)  # of a promise: by when it was promised
    wave = models.ForeignKey(Wave, null=True, on_delete=models.CASCADE, related_name="matters")
    scale = models.CharField(max_length=20, blank=True, default="")
    team = models.ForeignKey(
        Team, null=True, on_delete=models.SET_NULL, related_name="+"
    )  # where a change would be; None: everywhere
    why_taken_away = models.CharField(max_length=400, blank=True, default="")
    taken_away_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        db_table = "climate_matter"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_named=True) | models.Q(writer=None), name="matter_without_a_name"
            ),
            models.CheckConstraint(
                condition=models.Q(kind="result", wave__isnull=False)
                | (~models.Q(kind="result") & models.Q(wave=None)),
                name="matter_of_a_wave",
            ),
            models.UniqueConstraint(fields=["wave", "scale"], name="matter_once_a_scale"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Answer(models.Model):
    """We do it, or we will not: because of what, who, by when; and, when that is said, whether it was done as said."""

    DONE, NOT_DONE = "done", "not_done"

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="answers")
    does = models.BooleanField()
    words = models.TextField()
    who = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    due_on = models.DateField(null=True)
    given_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    given_on = models.DateField()
    outcome = models.CharField(
        max_length=8, blank=True, default="", choices=((DONE, DONE), (NOT_DONE, NOT_DONE))
    )
    outcome_words = models.CharField(max_length=400, blank=True, default="")
    outcome_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    outcome_on = models.DateField(null=True)
    called_on = models.DateField(null=True)  # when who does it was told that the day has come

    class Meta:
        db_table = "climate_answer"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(does=False, due_on=None) | models.Q(does=True, due_on__isnull=False),
                name="answer_by_when",
            ),
        ]

    def __str__(self) -> str:
        return f"answer to {self.matter_id}"
