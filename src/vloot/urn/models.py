from django.db import models

from vloot.ground import ids
from vloot.people.models import Person


class Box(models.Model):
    """One secret vote. `codes` were printed (None: not yet), `unused` of them when it closed; `is_swept`: the disk too.

    `is_lost`: it ended uncounted, because it came back out of a backup, and no backup holds ballots.
    """

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    closes_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    burned_at = models.DateTimeField(null=True)
    is_swept = models.BooleanField(default=False)
    is_lost = models.BooleanField(default=False)
    codes = models.IntegerField(null=True)
    unused = models.IntegerField(null=True)

    class Meta:
        db_table = "urn_box"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(burned_at=None) | models.Q(closed_at__isnull=False),
                name="closed_before_burned",
            )
        ]

    def __str__(self) -> str:
        return f"box {self.pk}"


class Key(models.Model):
    """The key of one group of a box, so that a token says for which group it votes, and nothing else. DER; `private` until it burns."""

    id = models.BigAutoField(primary_key=True)
    box = models.ForeignKey(Box, on_delete=models.CASCADE, related_name="keys")
    group = models.CharField(max_length=120)
    public = models.BinaryField()
    private = models.BinaryField(null=True)

    class Meta:
        db_table = "urn_key"
        constraints = [models.UniqueConstraint(fields=["box", "group"], name="one_key_a_group")]

    def __str__(self) -> str:
        return f"{self.group} of {self.box_id}"


class Voter(models.Model):
    """Somebody on the roster: whether they took their token or vote on paper. `asked` knows a repeated question again."""

    id = models.BigAutoField(primary_key=True)
    box = models.ForeignKey(Box, on_delete=models.CASCADE, related_name="voters")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    key = models.ForeignKey(Key, on_delete=models.CASCADE, related_name="+")
    on_paper = models.BooleanField(default=False)
    has_taken = models.BooleanField(default=False)
    asked = models.CharField(max_length=64, default="")  # SHA-256 of the blinded message

    class Meta:
        db_table = "urn_voter"
        constraints = [
            models.UniqueConstraint(fields=["box", "person"], name="one_voter_a_person"),
            models.CheckConstraint(
                condition=~models.Q(on_paper=True, has_taken=True), name="a_token_or_a_code"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.box_id}"


class Code(models.Model):
    """A printed code that has not been used yet. Its digest is another one than the ballot's, so that the two cannot be joined."""

    digest = models.CharField(max_length=64, primary_key=True)
    key = models.ForeignKey(Key, on_delete=models.CASCADE, related_name="+")

    class Meta:
        db_table = "urn_code"

    def __str__(self) -> str:
        return self.digest


class Ballot(models.Model):
    """What somebody voted. Neither id nor place says when; `content` is JSON in its one canonical form."""

    id = models.BigIntegerField(primary_key=True, default=ids.drawn)
    key = models.ForeignKey(Key, on_delete=models.CASCADE, related_name="+", db_index=False)
    spent = models.CharField(max_length=64)
    content = models.TextField()

    class Meta:
        db_table = "urn_ballot"
        constraints = [models.UniqueConstraint(fields=["key", "spent"], name="spent_once")]
        indexes = [models.Index(fields=["key", "id"], name="ballots_of_a_group")]

    def __str__(self) -> str:
        return f"ballot {self.pk}"


class Spent(models.Model):
    """The digest of a token or code that voted, published when the box has closed."""

    digest = models.CharField(max_length=64, primary_key=True)
    box = models.ForeignKey(Box, on_delete=models.CASCADE, related_name="+")

    class Meta:
        db_table = "urn_spent"

    def __str__(self) -> str:
        return self.digest
