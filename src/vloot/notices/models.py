"""Tables of the notices. A row of `Choice`, `Habit` or `Holiday` that is nobody's is the company's: it holds for all who chose nothing."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from vloot.ground import ids
from vloot.notices.devices.models import Device, PushRelay
from vloot.people.models import Person

__all__ = ["Attention", "Choice", "Delivery", "Device", "Habit", "Holiday", "Notice", "PushRelay"]


class Notice(models.Model):
    """Something one person should know.

    `actor_ids` are who did it and `event_ids`, pair by pair, with which post (or what else); the newest last. A new deed on an unread
    notice moves it up.
    """

    id = models.BigIntegerField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    space_id = models.BigIntegerField(null=True)
    thread_id = models.BigIntegerField(null=True)
    link = models.CharField(max_length=200)
    title = models.CharField(max_length=200, blank=True)
    actor_ids = ArrayField(models.BigIntegerField(), default=list)
    event_ids = ArrayField(models.BigIntegerField(), default=list)
    # Why its reader gets it, when the kind alone does not say: whom or what they follow.
    because = models.JSONField(default=dict)
    # Somebody may want a kind by mail and not on the page.
    is_on_page = models.BooleanField(default=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "notices_notice"
        indexes = [
            models.Index(fields=["person", "-id"], name="notice_newest"),
            models.Index(fields=["person"], name="notice_unread", condition=Q(read_at__isnull=True)),
            models.Index(fields=["object_id"], name="notice_about"),
            GinIndex(fields=["event_ids"], name="notice_of_event"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "object_id"],
                name="notice_bundled",
                condition=Q(read_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} for {self.person_id}"


class Attention(models.Model):
    """How much somebody wants to hear of a space, or of one thread; without a row: what concerns them."""

    ALL, MINE, NAMED = "all", "mine", "named"

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="attention")
    space_id = models.BigIntegerField(null=True)
    thread_id = models.BigIntegerField(null=True)
    hears = models.CharField(max_length=8)

    class Meta:
        db_table = "notices_attention"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "space_id", "thread_id"], name="attention_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(space_id__isnull=True) ^ Q(thread_id__isnull=True), name="attention_to_one"
            ),
            models.CheckConstraint(condition=Q(hears__in=["all", "mine", "named"]), name="attention_hears"),
        ]
        indexes = [
            models.Index(fields=["space_id"], name="attention_space", condition=Q(hears="all")),
            models.Index(fields=["thread_id"], name="attention_thread", condition=Q(thread_id__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} hears {self.hears}"


class Choice(models.Model):
    """How a group of events reaches somebody through a channel; no row: as the company has it."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="notice_choices")
    group = models.CharField(max_length=16)
    channel = models.CharField(max_length=8)
    rhythm = models.CharField(max_length=8)

    class Meta:
        db_table = "notices_choice"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "group", "channel"], name="choice_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(rhythm__in=["off", "at_once", "hourly", "daily", "weekly"]), name="choice_rhythm"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group} by {self.channel}: {self.rhythm}"


class Habit(models.Model):
    """When somebody wants to be left alone, and when a digest comes; what is empty is as the company has it."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="notice_habits")
    quiet_from = models.TimeField(null=True)
    quiet_until = models.TimeField(null=True)
    working_days = ArrayField(models.SmallIntegerField(), null=True)  # Monday is 0
    digest_at = models.TimeField(null=True)
    digest_day = models.SmallIntegerField(null=True)

    class Meta:
        db_table = "notices_habit"
        constraints = [
            models.UniqueConstraint(fields=["person"], name="habit_once", nulls_distinct=False),
        ]

    def __str__(self) -> str:
        return f"{self.quiet_from} to {self.quiet_until}"


class Holiday(models.Model):
    """Days on which nothing is sent, first and last included."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="holidays")
    name = models.CharField(max_length=80, blank=True)
    first_on = models.DateField()
    last_on = models.DateField()

    class Meta:
        db_table = "notices_holiday"
        indexes = [models.Index(fields=["person", "last_on"], name="holiday_of")]
        constraints = [
            models.CheckConstraint(condition=Q(first_on__lte=models.F("last_on")), name="holiday_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.first_on} to {self.last_on}"


class Delivery(models.Model):
    """That a notice is to go through a channel: the outbox. Told events are kept apart, so that each goes once.

    A worker claims what is due until `claimed_until` and gives it the id of its parcel; should it die, another hands over the same
    parcel again. `outcome` says how it ended; until then it waits.
    """

    SENT, READ, GONE, UNWANTED, DEAD, LOST = "sent", "read", "gone", "unwanted", "dead", "lost"

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="deliveries")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="deliveries")
    channel = models.CharField(max_length=8)
    rhythm = models.CharField(max_length=8)
    actor_ids = ArrayField(models.BigIntegerField(), default=list)
    event_ids = ArrayField(models.BigIntegerField(), default=list)
    happened_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True)  # when its person asked for it, on a page
    due_at = models.DateTimeField()
    void_at = models.DateTimeField(null=True)  # from then on it would come too late
    parcel = models.BigIntegerField(null=True)
    claimed_until = models.DateTimeField(null=True)
    tries = models.SmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=8, blank=True)

    class Meta:
        db_table = "notices_delivery"
        indexes = [
            models.Index(fields=["due_at"], name="delivery_due", condition=Q(ended_at__isnull=True)),
            models.Index(
                fields=["person", "channel"], name="delivery_waiting", condition=Q(ended_at__isnull=True)
            ),
            models.Index(fields=["parcel"], name="delivery_parcel", condition=Q(ended_at__isnull=True)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "channel"],
                name="delivery_bundled",
                condition=Q(ended_at__isnull=True, parcel__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.channel} for {self.person_id}"
