from django.db import models
from django.db.models import Q

from vloot.people.models import Person
from vloot.talk.posts.models import Post


class Question(models.Model):
    """What makes a post a question: the one human who sees that it is answered, and the answer its asker accepted."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, primary_key=True, related_name="question")
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="owned_questions")
    accepted = models.OneToOneField(Post, on_delete=models.SET_NULL, null=True, related_name="accepted_for")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "talk_question"
        indexes = [models.Index(fields=["post"], name="question_open", condition=Q(closed_at__isnull=True))]

    def __str__(self) -> str:
        return f"question {self.post_id}"


class Outdated(models.Model):
    """That an answer holds no longer, as its writer said; and the post that says what does, if there is one."""

    answer = models.OneToOneField(Post, on_delete=models.CASCADE, primary_key=True, related_name="outdated")
    instead = models.ForeignKey(Post, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        db_table = "talk_outdated"

    def __str__(self) -> str:
        return f"{self.answer_id} is outdated"


class Helped(models.Model):
    """That an answer helped somebody, said by themselves."""

    id = models.BigAutoField(primary_key=True)
    answer = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="helped")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="helped_by")

    class Meta:
        db_table = "talk_helped"
        constraints = [models.UniqueConstraint(fields=["answer", "person"], name="helped_once")]

    def __str__(self) -> str:
        return f"{self.answer_id} helped {self.person_id}"
