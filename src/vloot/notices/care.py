"""My data, and erasure: the notices somebody got, and how they want to be told."""

from typing import Any

from vloot.notices.devices.models import Device
from vloot.notices.models import Attention, Choice, Delivery, Habit, Holiday, Notice


def mine(person_id: int) -> dict[str, Any]:
    """Everything this room keeps about a person."""
    habit = Habit.objects.filter(person_id=person_id)
    return {
        "notices": list(
            Notice.objects.filter(person_id=person_id).values("kind", "title", "link", "read_at")
        ),
        "notice_choices": list(
            Choice.objects.filter(person_id=person_id).values("group", "channel", "rhythm")
        ),
        "notice_hearing": list(
            Attention.objects.filter(person_id=person_id).values("space_id", "thread_id", "hears")
        ),
        "quiet_hours": list(
            habit.values("quiet_from", "quiet_until", "working_days", "digest_at", "digest_day")
        ),
        "holidays": list(Holiday.objects.filter(person_id=person_id).values("name", "first_on", "last_on")),
        "devices": list(Device.objects.filter(person_id=person_id).values("name", "shows_words", "added_at")),
        "outbox": list(
            Delivery.objects.filter(person_id=person_id).values("channel", "due_at", "ended_at", "outcome")
        ),
    }


def forget(person_id: int) -> None:
    """Drop the notices somebody got and how they wanted them; those of others keep the stone's name."""
    for rows in (Delivery, Notice, Choice, Attention, Habit, Holiday, Device):
        rows.objects.filter(person_id=person_id).delete()
