from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from vloot.people.models import Person
from vloot.talk.spaces.models import Space


class Post(models.Model):
    """One piece of writing: the head of a thread (`root` is empty) or a reply in it."""

    UPDATE, QUESTION, THANKS, POLL, ANNOUNCEMENT, EVENT, ANSWER, COMMENT = (
        "update",
        "question",
        "thanks",
        "poll",
        "announcement",
        "event",
        "answer",
        "comment",
    )
    HEADS = (UPDATE, QUESTION, THANKS, POLL, ANNOUNCEMENT, EVENT)
    REPLIES = (ANSWER, COMMENT)

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=12)
    space = models.ForeignKey(Space, on_delete=models.PROTECT, related_name="posts", db_index=False)
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts", db_index=False)
    root = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="replies", db_index=False
    )
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="children", db_index=False
    )
    title = models.CharField(max_length=200, blank=True)
    source = models.TextField(blank=True)
    html = models.TextField(blank=True)
    parts = models.JSONField(
        default=dict
    )  # what a kind has beside its body, as source: a question's "known" and "tried"
    parts_html = models.JSONField(default=dict)
    language = models.CharField(max_length=2, blank=True)
    tags = ArrayField(models.CharField(max_length=50), default=list)
    reply_count = models.IntegerField(default=0)
    last_reply_id = models.BigIntegerField(null=True)
    edited_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)
    pinned_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )
    closed_reason = models.CharField(max_length=200, blank=True)
    origin = models.CharField(max_length=60, default="web")
    external_key = models.CharField(max_length=200, null=True, unique=True)

    class Meta:
        db_table = "talk_post"
        indexes = [
            models.Index(fields=["space", "-id"], name="post_in_space", condition=Q(root__isnull=True)),
            models.Index(fields=["author", "-id"], name="post_by_author", condition=Q(root__isnull=True)),
            models.Index(fields=["-id"], name="post_newest", condition=Q(root__isnull=True)),
            models.Index(fields=["root", "id"], name="post_in_thread", condition=Q(root__isnull=False)),
            models.Index(fields=["author", "id"], name="post_first_of_author"),
            models.Index(fields=["space"], name="post_pinned", condition=Q(pinned_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=["update", "question", "thanks", "poll", "announcement", "event"],
                    root__isnull=True,
                    parent__isnull=True,
                )
                | Q(kind__in=["answer", "comment"], root__isnull=False, parent__isnull=False),
                name="post_head_or_reply",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"

    @property
    def thread_id(self) -> int:
        """The id of the head of the thread this post is in."""
        return self.root_id or self.id


class PostTag(models.Model):
    """A tag on the head of a thread, for reading by tag."""

    id = models.BigAutoField(primary_key=True)
    tag = models.CharField(max_length=50)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="tag_rows", db_index=False)

    class Meta:
        db_table = "talk_post_tag"
        constraints = [models.UniqueConstraint(fields=["post", "tag"], name="tag_once")]
        indexes = [models.Index(fields=["tag", "-post"], name="tag_newest")]

    def __str__(self) -> str:
        return f"#{self.tag}"


class Mention(models.Model):
    """That a post names a person (through a team too)."""

    id = models.BigAutoField(primary_key=True)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="mentions")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="mentions")

    class Meta:
        db_table = "talk_mention"
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="mention_once")]

    def __str__(self) -> str:
        return f"{self.post_id} names {self.person_id}"


class Revision(models.Model):
    """What a post said before an edit."""

    id = models.BigIntegerField(primary_key=True)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="revisions")
    title = models.CharField(max_length=200, blank=True)
    source = models.TextField(blank=True)
    html = models.TextField(blank=True)
    parts_html = models.JSONField(default=dict)
    replaced_at = models.DateTimeField()

    class Meta:
        db_table = "talk_revision"

    def __str__(self) -> str:
        return f"{self.post_id} before {self.replaced_at}"
