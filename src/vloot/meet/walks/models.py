from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from vloot.ground import ids
from vloot.people.models import Person


class Place(models.Model):
    """Somewhere one can look around: a site, a floor, a workplace. Hosts keep the list; a place off it stays with its walks."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    name = models.CharField(max_length=80)
    is_listed = models.BooleanField(default=True)

    class Meta:
        db_table = "meet_place"
        constraints = [models.UniqueConstraint(Lower("name"), name="place_once")]

    def __str__(self) -> str:
        return self.name


class Walk(models.Model):
    """Somebody who leads looks around at somebody's place; first an invitation or an offer (`host` is nobody yet), then agreed."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    leader = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    host = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    is_offer = models.BooleanField(default=False)
    moments = ArrayField(models.DateTimeField())  # proposed; one of them becomes `starts_at`
    wish = models.CharField(max_length=300, blank=True)  # what is worth seeing, or what one would like to see
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="walks")
    spot = models.CharField(max_length=120, blank=True)
    starts_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=300, blank=True)  # why not this time; only the two read it
    lapsed_at = models.DateTimeField(null=True)
    off_at = models.DateTimeField(null=True)
    off_because = models.CharField(max_length=300, blank=True)
    has_said = models.BooleanField(default=False)  # that the host said how it felt, not what

    class Meta:
        db_table = "meet_walk"
        constraints = [
            models.CheckConstraint(condition=~Q(leader=F("host")), name="walk_of_two"),
            models.CheckConstraint(
                condition=Q(starts_at=None) | Q(host__isnull=False), name="walk_is_hosted"
            ),
            models.CheckConstraint(
                condition=Q(lapsed_at=None) | Q(answered_at=None), name="answered_or_lapsed"
            ),
            models.CheckConstraint(
                condition=Q(is_offer=True) | Q(host__isnull=False), name="invited_by_somebody"
            ),
        ]
        indexes = [
            models.Index(fields=["leader", "-starts_at"], name="walk_of_leader"),
            models.Index(fields=["-starts_at"], name="walk_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.leader_id} at {self.host_id}"


class Notes(models.Model):
    """What was seen on a walk, without names; everybody reads it once the host has approved."""

    walk = models.OneToOneField(Walk, on_delete=models.CASCADE, primary_key=True, related_name="notes")
    saw = models.TextField(max_length=1000, blank=True)
    surprised = models.TextField(max_length=1000, blank=True)
    hinders = models.TextField(max_length=1000, blank=True)
    sent_back = models.CharField(max_length=300, blank=True)  # what the host would have said otherwise
    approved_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "meet_notes"

    def __str__(self) -> str:
        return f"notes of {self.walk_id}"


class Promise(models.Model):
    """What whoever leads will do after a walk, and until when. Done is what they say, kept what the host confirmed."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    walk = models.ForeignKey(Walk, on_delete=models.CASCADE, related_name="promises")
    text = models.CharField(max_length=200)
    is_easy = models.BooleanField()
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True)
    kept_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    because = models.CharField(
        max_length=300, blank=True
    )  # why it is given up, or what the host still misses

    class Meta:
        db_table = "meet_promise"
        constraints = [
            models.CheckConstraint(condition=Q(kept_at=None) | Q(done_at__isnull=False), name="kept_is_done"),
            models.CheckConstraint(condition=Q(kept_at=None) | Q(given_up_at=None), name="kept_or_given_up"),
        ]

    def __str__(self) -> str:
        return self.text


class Felt(models.Model):
    """How many hosts said in a year how a walk felt, and to how many it was a talk. Who said what, nobody knows."""

    year = models.SmallIntegerField(primary_key=True)
    told = models.IntegerField(default=0)
    talked = models.IntegerField(default=0)

    class Meta:
        db_table = "meet_felt"

    def __str__(self) -> str:
        return str(self.year)
