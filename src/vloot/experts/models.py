from django.db import models

from vloot.ground import ids
from vloot.people.models import Person
from vloot.talk.models import Post, Question


class Craft(models.Model):
    """Something one can know about, by the name its people give it."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    name = models.CharField(max_length=60)
    sort_key = models.CharField(max_length=120, unique=True)

    class Meta:
        db_table = "experts_craft"

    def __str__(self) -> str:
        return self.name


class Holding(models.Model):
    """That somebody named a craft as theirs."""

    id = models.BigAutoField(primary_key=True)
    craft = models.ForeignKey(Craft, on_delete=models.CASCADE, related_name="holdings")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="crafts")

    class Meta:
        db_table = "experts_holding"
        constraints = [models.UniqueConstraint(fields=["craft", "person"], name="craft_held_once")]

    def __str__(self) -> str:
        return f"{self.person_id} holds {self.craft_id}"


class Confirmation(models.Model):
    """That a colleague says so too."""

    id = models.BigAutoField(primary_key=True)
    holding = models.ForeignKey(Holding, on_delete=models.CASCADE, related_name="confirmations")
    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="crafts_confirmed")

    class Meta:
        db_table = "experts_confirmation"
        constraints = [models.UniqueConstraint(fields=["holding", "by"], name="craft_confirmed_once")]

    def __str__(self) -> str:
        return f"{self.by_id} confirms {self.holding_id}"


class Wish(models.Model):
    """What somebody would rather not be asked about. Only they themselves see it; its id tells neither when nor how many there are."""

    id = models.BigIntegerField(primary_key=True, default=ids.drawn)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="kept_away_from")
    topic = models.CharField(max_length=60)

    class Meta:
        db_table = "experts_wish"
        constraints = [models.UniqueConstraint(fields=["person", "topic"], name="wished_once")]

    def __str__(self) -> str:
        return f"{self.person_id}: not about {self.topic}"


class Outsider(models.Model):
    """A specialist outside the house, and how one reaches them, as a host wrote it down."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    craft = models.ForeignKey(Craft, on_delete=models.CASCADE, related_name="outsiders")
    name = models.CharField(max_length=120)
    reached_by = models.CharField(max_length=300)
    sort_key = models.CharField(max_length=240)

    class Meta:
        db_table = "experts_outsider"

    def __str__(self) -> str:
        return self.name


class Route(models.Model):
    """How far a question has gone to find its answer (`engine.routing.Ring`). Its owner stands with the question itself."""

    question = models.OneToOneField(
        Question, on_delete=models.CASCADE, primary_key=True, related_name="route"
    )
    ring = models.SmallIntegerField(default=0)

    class Meta:
        db_table = "experts_route"

    def __str__(self) -> str:
        return f"{self.question_id} in ring {self.ring}"


class Invitation(models.Model):
    """That somebody is invited to answer. It goes when they decline, like that of anybody whose question was answered.

    Those of the second ring are drawn with the first, so that nothing has to remember who was asked before; they wait untold.
    """

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="invitations")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="invitations")
    ring = models.SmallIntegerField()
    is_told = models.BooleanField(default=False)

    class Meta:
        db_table = "experts_invitation"
        constraints = [models.UniqueConstraint(fields=["question", "person"], name="invited_once")]

    def __str__(self) -> str:
        return f"{self.person_id} invited to {self.question_id}"


class Load(models.Model):
    """That somebody was invited on a day, whatever to and whatever they said: kept for four weeks, for their cap."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="invited_on")
    day = models.DateField()

    class Meta:
        db_table = "experts_load"

    def __str__(self) -> str:
        return f"{self.person_id} on {self.day}"


class Review(models.Model):
    """That an answer was put before somebody who can say whether it still holds (`person`, until they say), and when it last was said."""

    answer = models.OneToOneField(Post, on_delete=models.CASCADE, primary_key=True, related_name="review")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="reviews")
    asked_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "experts_review"

    def __str__(self) -> str:
        return f"{self.answer_id} before {self.person_id}"


class Taking(models.Model):
    """How much somebody takes on; who never chose has no row."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="taking")
    a_week = models.SmallIntegerField(default=3)
    paused_until = models.DateField(null=True)
    is_curious = models.BooleanField(default=True)  # also invited to what is new to them

    class Meta:
        db_table = "experts_taking"

    def __str__(self) -> str:
        return f"{self.person_id}: {self.a_week} a week"
