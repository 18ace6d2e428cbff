from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db import models

from vloot.people.models import Person
from vloot.talk.spaces.models import Space


def folder() -> Path:
    """Where uploads lie."""
    return Path(settings.MEDIA_ROOT) / "posts"


class File(models.Model):
    """An uploaded file. It belongs to its uploader until a post claims it; then whoever may read the post may fetch it."""

    id = models.BigIntegerField(primary_key=True)
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="files")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, null=True, related_name="files")
    post_id = models.BigIntegerField(null=True, db_index=True)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.BigIntegerField()
    width = models.IntegerField(null=True)
    height = models.IntegerField(null=True)
    alt = models.CharField(max_length=400, blank=True)
    path = models.CharField(max_length=200)
    external_key = models.CharField(max_length=200, null=True, unique=True)

    class Meta:
        db_table = "talk_file"

    def __str__(self) -> str:
        return self.name

    def place(self) -> Path:
        """Where its bytes lie."""
        return folder() / self.path


def unlink(files: Iterable[File]) -> None:
    """Delete the bytes of files whose rows are gone."""
    for file in files:
        file.place().unlink(missing_ok=True)
