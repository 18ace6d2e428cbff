from django.db import models


class Picture(models.Model):
    """What everybody sees of the company's network in the week that begins on this Monday: published figures only, nobody in it."""

    week = models.DateField(primary_key=True)
    figures = models.JSONField()

    class Meta:
        db_table = "network_picture"

    def __str__(self) -> str:
        return f"network in the week of {self.week}"
