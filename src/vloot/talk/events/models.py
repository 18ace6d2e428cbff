from django.db import models
from django.db.models import F, Q

from vloot.people.models import Person
from vloot.talk.posts.models import Post


class Event(models.Model):
    """What makes a post an event. `revision` grows with each change of when and where, for the calendars that hold it."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, primary_key=True, related_name="event")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    zone = models.CharField(max_length=64)
    place = models.CharField(max_length=200, blank=True)
    link = models.CharField(max_length=500, blank=True)
    capacity = models.PositiveIntegerField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_reason = models.CharField(max_length=200, blank=True)
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "talk_event"
        indexes = [
            models.Index(fields=["starts_at"], name="event_starts"),
            models.Index(fields=["ends_at"], name="event_ends"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="event_ends_after_start"),
            models.CheckConstraint(
                condition=Q(capacity__isnull=True) | Q(capacity__gte=1), name="event_has_room"
            ),
        ]

    def __str__(self) -> str:
        return f"event {self.post_id}"


class EventReply(models.Model):
    """What a person said to an event. The id is given while the event is held, so it is the order of saying yes."""

    YES, MAYBE, NO = "yes", "maybe", "no"
    ANSWERS = (YES, MAYBE, NO)

    id = models.BigAutoField(primary_key=True)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="replies")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="event_replies")
    answer = models.CharField(max_length=5)
    reminded_for = models.DateTimeField(null=True)  # the beginning they have been reminded of, or need not be

    class Meta:
        db_table = "talk_event_reply"
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="event_reply_once"),
            models.CheckConstraint(condition=Q(answer__in=["yes", "maybe", "no"]), name="event_answer"),
        ]

    def __str__(self) -> str:
        return f"{self.answer} of {self.person_id}"


class CalendarKey(models.Model):
    """How often a person has renewed the secret address of their calendar; the address itself is made from the program's secret."""

    person = models.OneToOneField(
        Person, on_delete=models.CASCADE, primary_key=True, related_name="calendar_key"
    )
    renewals = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "talk_calendar_key"

    def __str__(self) -> str:
        return f"the calendar of {self.person_id}"
