from django.db import models

from vloot.ground import ids
from vloot.meet.walks.models import Walk
from vloot.people.models import Person
from vloot.talk.posts.models import Post


class Learned(models.Model):
    """An entry of somebody's own log; `post` is what they shared of it."""

    WALK, COFFEE, TALK = "walk", "coffee", "talk"
    AFTER = (WALK, COFFEE, TALK)

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    after = models.CharField(max_length=8)
    expected = models.TextField(max_length=1000, blank=True)
    found = models.TextField(max_length=1000)
    will_change = models.TextField(max_length=1000, blank=True)
    changed_mind = models.BooleanField(default=False)
    post = models.ForeignKey(Post, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        db_table = "meet_learned"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(after__in=["walk", "coffee", "talk"]), name="learned_after"
            )
        ]

    def __str__(self) -> str:
        return f"learned {self.pk}"


class Turn(models.Model):
    """That a post says "I used to …, now I …", and after which walk."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, primary_key=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    walk = models.ForeignKey(Walk, on_delete=models.SET_NULL, null=True, related_name="turns")

    class Meta:
        db_table = "meet_turn"

    def __str__(self) -> str:
        return f"turn {self.post_id}"
