from django.db import models

from vloot.people.models import Person
from vloot.talk.posts.models import Post
from vloot.urn.models import Box


class Poll(models.Model):
    """What makes a post a poll. Results may stay hidden until it is closed.

    A secret one has its votes in a box of the urn; `ballots` is how many voted, once that is published and not too few to say.
    """

    post = models.OneToOneField(Post, on_delete=models.CASCADE, primary_key=True, related_name="poll")
    closes_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    is_multiple = models.BooleanField(default=False)
    is_hidden = models.BooleanField(default=False)
    box = models.OneToOneField(Box, on_delete=models.PROTECT, null=True, related_name="+")
    ballots = models.IntegerField(null=True)

    class Meta:
        db_table = "talk_poll"

    def __str__(self) -> str:
        return f"poll {self.post_id}"


class Choice(models.Model):
    """One thing a poll lets people choose; of a secret poll also what was published: `at_least` so many, `is_most` more than any other."""

    id = models.BigIntegerField(primary_key=True)
    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="choices")
    position = models.SmallIntegerField()
    text = models.CharField(max_length=120)
    at_least = models.IntegerField(null=True)
    is_most = models.BooleanField(default=False)

    class Meta:
        db_table = "talk_choice"
        constraints = [models.UniqueConstraint(fields=["poll", "position"], name="choice_position_once")]

    def __str__(self) -> str:
        return self.text


class Vote(models.Model):
    """Who chose what, with their name: everybody sees it once results are shown."""

    id = models.BigAutoField(primary_key=True)
    choice = models.ForeignKey(Choice, on_delete=models.CASCADE, related_name="votes")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="poll_votes")

    class Meta:
        db_table = "talk_vote"
        constraints = [models.UniqueConstraint(fields=["choice", "person"], name="vote_once")]

    def __str__(self) -> str:
        return f"{self.person_id} for {self.choice_id}"
