from django.db import models

from vloot.people.models import Person


class Arrival(models.Model):
    """That a mail was taken in, whatever came of it: a second copy is known by it."""

    key = models.CharField(max_length=64, primary_key=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "mailroom_arrival"

    def __str__(self) -> str:
        return self.key


class Excuse(models.Model):
    """That a sender was told why their mail was not taken; a digest of the address, for a day."""

    sender = models.CharField(max_length=64, primary_key=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "mailroom_excuse"

    def __str__(self) -> str:
        return self.sender


class Trouble(models.Model):
    """That mail to somebody's address comes back. From `failing_at` on none is sent there."""

    person = models.OneToOneField(
        Person, on_delete=models.CASCADE, primary_key=True, related_name="mail_trouble"
    )
    address = models.EmailField(max_length=254)
    returns = models.SmallIntegerField(default=0)
    last_key = models.CharField(max_length=64, blank=True)  # the letter that came back last
    words = models.CharField(max_length=300, blank=True)  # of the server that sent it back
    last_at = models.DateTimeField()
    failing_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "mailroom_trouble"

    def __str__(self) -> str:
        return f"{self.address}: {self.returns}"
