from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from vloot.people.models import Person
from vloot.talk.posts.models import Post
from vloot.talk.spaces.models import Space


class Case(models.Model):
    """Something that hosts look at: a post that was reported or has a watched word in it, or a word with a person."""

    REPORT, WATCH, HOST = "report", "watch", "host"  # how it came
    NOTHING, TALKED, EDITED, REMOVED, WARNED, READ_ONLY = (
        "nothing",
        "talked",
        "edited",
        "removed",
        "warned",
        "read_only",
    )

    id = models.BigIntegerField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")  # whom it is about
    post = models.ForeignKey(Post, on_delete=models.CASCADE, null=True, related_name="cases")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, null=True, related_name="+")
    is_company = models.BooleanField(default=False)  # for the company's hosts, not the space's
    origin = models.CharField(max_length=10)
    marks = ArrayField(models.CharField(max_length=80), default=list)
    claimed_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    claimed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, blank=True)
    reason = models.CharField(max_length=1000, blank=True)
    until = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    appeal = models.CharField(max_length=1000, blank=True)
    appealed_at = models.DateTimeField(null=True)
    is_overturned = models.BooleanField(null=True)
    appeal_reason = models.CharField(max_length=1000, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "talk_case"
        constraints = [
            models.UniqueConstraint(
                fields=["post"], name="case_open_once", condition=Q(decided_at__isnull=True)
            )
        ]
        indexes = [
            models.Index(fields=["id"], name="case_waiting", condition=Q(decided_at__isnull=True)),
            models.Index(
                fields=["id"],
                name="case_appealed",
                condition=Q(appealed_at__isnull=False, answered_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"case {self.id}"


class Report(models.Model):
    """That somebody asked the hosts to look, and why."""

    id = models.BigIntegerField(primary_key=True)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reports")
    reporter = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(max_length=12)
    words = models.CharField(max_length=1000, blank=True)

    class Meta:
        db_table = "talk_report"
        constraints = [models.UniqueConstraint(fields=["case", "reporter"], name="report_once")]

    def __str__(self) -> str:
        return f"{self.reason} in {self.case_id}"


class CaseNote(models.Model):
    """What a host says to the other hosts about a case."""

    id = models.BigIntegerField(primary_key=True)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    words = models.CharField(max_length=1000)

    class Meta:
        db_table = "talk_case_note"

    def __str__(self) -> str:
        return f"note {self.id}"


class Sealed(models.Model):
    """What a post said before it was taken away, for as long as that can be appealed against."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, primary_key=True, related_name="sealed")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    held = models.JSONField()
    until = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "talk_sealed"

    def __str__(self) -> str:
        return f"{self.post_id} until {self.until}"


class WatchWord(models.Model):
    """A word, or a few in a row, at which hosts want to look; in one space or in all of them."""

    id = models.BigIntegerField(primary_key=True)
    phrase = models.CharField(max_length=80)
    reason = models.CharField(max_length=200)
    space = models.ForeignKey(Space, on_delete=models.CASCADE, null=True, related_name="+")
    added_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        db_table = "talk_watch_word"
        constraints = [
            models.UniqueConstraint(fields=["phrase", "space"], name="watch_word_once", nulls_distinct=False)
        ]

    def __str__(self) -> str:
        return self.phrase
