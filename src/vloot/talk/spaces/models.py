from django.db import models
from django.db.models import Q

from vloot.people.models import Person


class Space(models.Model):
    """A place to talk in. Anything but open needs a reason and a date on which that is looked at again."""

    OPEN, ON_REQUEST, CLOSED = "open", "request", "closed"

    id = models.BigIntegerField(primary_key=True)
    name = models.CharField(max_length=80)
    slug = models.SlugField(max_length=80, unique=True)
    sort_key = models.CharField(max_length=160, db_index=True)
    purpose = models.CharField(max_length=400, blank=True)
    access = models.CharField(max_length=10, default=OPEN)
    reason = models.CharField(max_length=400, blank=True)
    review_on = models.DateField(null=True)
    archived_at = models.DateTimeField(null=True)
    external_key = models.CharField(max_length=120, null=True, unique=True)

    class Meta:
        db_table = "talk_space"
        constraints = [
            models.CheckConstraint(
                condition=Q(access__in=["open", "request", "closed"]), name="space_access"
            ),
            models.CheckConstraint(
                condition=Q(access="open") | (~Q(reason="") & Q(review_on__isnull=False)),
                name="space_shut_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """That a person is in a space, perhaps as its host."""

    id = models.BigAutoField(primary_key=True)
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    is_host = models.BooleanField(default=False)
    joined_at = models.DateTimeField()

    class Meta:
        db_table = "talk_membership"
        constraints = [models.UniqueConstraint(fields=["person", "space"], name="member_once")]
        indexes = [models.Index(fields=["space", "is_host"], name="membership_hosts")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.space_id}"


class EntryRequest(models.Model):
    """That a person asks to be let into a space on request; gone once answered."""

    id = models.BigAutoField(primary_key=True)
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="entry_requests")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="entry_requests")
    why = models.CharField(max_length=400, blank=True)
    asked_at = models.DateTimeField()

    class Meta:
        db_table = "talk_entry_request"
        constraints = [models.UniqueConstraint(fields=["person", "space"], name="request_once")]

    def __str__(self) -> str:
        return f"{self.person_id} asks for {self.space_id}"
