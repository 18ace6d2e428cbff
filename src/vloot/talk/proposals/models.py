from django.db import models
from django.db.models import F, Q

from vloot.people.models import Person
from vloot.talk.posts.models import Post


class Proposal(models.Model):
    """One person proposes to another to talk: a call or a coffee. Only these two know of it."""

    CALL, COFFEE = "call", "coffee"

    id = models.BigIntegerField(primary_key=True)
    proposer = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="proposals_made")
    invited = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="proposals_received")
    about = models.ForeignKey(Post, on_delete=models.SET_NULL, null=True, related_name="proposals")
    way = models.CharField(max_length=10)
    suggestion = models.CharField(max_length=140, blank=True)
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "talk_proposal"
        constraints = [
            models.CheckConstraint(condition=Q(way__in=["call", "coffee"]), name="proposal_way"),
            models.CheckConstraint(condition=~Q(proposer=F("invited")), name="proposal_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.proposer_id} and {self.invited_id}: {self.way}"
