from django.db import models

from vloot.ground import ids
from vloot.people.models import Person


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
    """What somebody would rather not be asked about. Only they themselves see it."""

    id = models.BigAutoField(primary_key=True)
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
