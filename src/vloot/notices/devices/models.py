"""Tables of the devices."""

from __future__ import annotations

from django.db import models

from vloot.ground import clock, ids
from vloot.people.models import Person


class Device(models.Model):
    """A browser that a person asked us to reach, through the push service of its maker."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="devices")
    session_key = models.CharField(max_length=40)  # reached only while this session lasts
    name = models.CharField(max_length=80)
    endpoint = models.CharField(max_length=1000, unique=True)
    p256dh = models.CharField(max_length=100)
    auth = models.CharField(max_length=40)
    shows_words = models.BooleanField(default=False)
    added_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "notices_device"

    def __str__(self) -> str:
        return self.name


class PushRelay(models.Model):
    """A push service that an administrator allows: a host name, or "*." and the end of one."""

    host = models.CharField(primary_key=True, max_length=253)

    class Meta:
        db_table = "notices_push_relay"

    def __str__(self) -> str:
        return self.host
