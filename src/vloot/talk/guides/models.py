from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from vloot.people.models import Person
from vloot.talk.posts.models import Post
from vloot.talk.spaces.models import Space


class Guide(models.Model):
    """A how-to page as it stands now; all it ever said are its versions, of which `newest_id` is the present one."""

    id = models.BigIntegerField(primary_key=True)
    space = models.ForeignKey(Space, on_delete=models.PROTECT, related_name="guides")
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="owned_guides")
    question = models.ForeignKey(Post, on_delete=models.SET_NULL, null=True, related_name="guides")
    answer = models.ForeignKey(Post, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False)
    title = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=400)
    source = models.TextField()
    html = models.TextField()
    language = models.CharField(max_length=2, blank=True)
    tags = ArrayField(models.CharField(max_length=50), default=list)
    number = models.IntegerField(default=1)
    newest_id = models.BigIntegerField()
    review_months = models.SmallIntegerField(default=6)
    review_on = models.DateField()
    called_on = models.DateField(null=True)  # the day its owner was last asked to look at it again
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )
    obsolete_at = models.DateTimeField(null=True)
    obsolete_why = models.CharField(max_length=200, blank=True)
    external_key = models.CharField(max_length=200, null=True, unique=True)

    class Meta:
        db_table = "talk_guide"
        indexes = [
            models.Index(fields=["sort_key", "id"], name="guide_a_to_z"),
            models.Index(fields=["-newest_id"], name="guide_newest"),
            models.Index(fields=["review_on"], name="guide_due", condition=Q(obsolete_at__isnull=True)),
            GinIndex(fields=["tags"], name="guide_tags"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(review_months__gte=1, review_months__lte=24), name="guide_review_months"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class GuideVersion(models.Model):
    """What a page said from one saving to the next, and who saved it."""

    id = models.BigIntegerField(primary_key=True)
    guide = models.ForeignKey(Guide, on_delete=models.CASCADE, related_name="versions", db_index=False)
    number = models.IntegerField()
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="guide_versions")
    title = models.CharField(max_length=200)
    source = models.TextField()
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "talk_guide_version"
        constraints = [models.UniqueConstraint(fields=["guide", "number"], name="guide_version_once")]

    def __str__(self) -> str:
        return f"{self.guide_id} version {self.number}"


class GuideHelped(models.Model):
    """That a page helped somebody, said by themselves."""

    id = models.BigAutoField(primary_key=True)
    guide = models.ForeignKey(Guide, on_delete=models.CASCADE, related_name="helped", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="helped_by_guides")

    class Meta:
        db_table = "talk_guide_helped"
        constraints = [models.UniqueConstraint(fields=["guide", "person"], name="guide_helped_once")]

    def __str__(self) -> str:
        return f"{self.guide_id} helped {self.person_id}"


class GuideQuestion(models.Model):
    """That a question is about a page: its words hold the page's address."""

    id = models.BigAutoField(primary_key=True)
    guide = models.ForeignKey(Guide, on_delete=models.CASCADE, related_name="asked", db_index=False)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="about_guides")

    class Meta:
        db_table = "talk_guide_question"
        constraints = [models.UniqueConstraint(fields=["guide", "post"], name="guide_asked_once")]

    def __str__(self) -> str:
        return f"{self.post_id} about {self.guide_id}"
