"""Tables of the people room. Ids are made by `ground.ids`, so they sort by the moment of writing."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from vloot.ground import clock, ids
from vloot.people import names


class Team(models.Model):
    """A team of the formal chart."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    name = models.CharField(max_length=120)
    slug = models.CharField(max_length=64, unique=True)
    sort_key = models.CharField(max_length=240, db_index=True)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")

    class Meta:
        db_table = "people_team"

    def __str__(self) -> str:
        return self.name


class Kind(models.TextChoices):
    """Who stands behind a person's row."""

    HUMAN = "human", _("person")
    BOT = "bot", _("bot")
    PLACEHOLDER = "placeholder", _("someone we only know by name")


class Tenure(models.TextChoices):
    """How long someone says they have been here; chosen by themselves, in wide bands."""

    UNSAID = "", _("rather not say")
    UNDER_2 = "under2", _("less than two years")
    FROM_2_TO_9 = "2to9", _("two to nine years")
    FROM_10 = "10plus", _("ten years or more")


class Everybody(BaseUserManager["Person"]):
    """Finds a person by the name they sign in with."""

    def get_by_natural_key(self, username: str | None) -> Person:
        return self.get(username=names.fold_username(username or ""))


class Person(AbstractBaseUser):
    """Somebody (or a bot, or only a name from an import) who can be met here."""

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.HUMAN)
    username = models.CharField(max_length=64)
    email = models.EmailField(max_length=254, null=True, blank=True)
    # Whether somebody else than they themselves says that the address is theirs: only then it opens the way in from outside.
    is_email_vouched = models.BooleanField(default=True)
    external_key = models.CharField(max_length=200, null=True, unique=True)
    is_active = models.BooleanField(default=True)
    # Part of the key of every session: a new era ends all of them, whatever stores them.
    session_era = models.PositiveIntegerField(default=0)
    # Until when this person reads along and writes nothing; it ends by itself. Why stands in talk's `order`.
    read_only_until = models.DateTimeField(null=True)

    name = models.CharField(max_length=160)
    first_name = models.CharField(max_length=80, blank=True, default="")
    last_name = models.CharField(max_length=120, blank=True, default="")
    sort_key = models.CharField(max_length=320)
    face = models.CharField(max_length=64, blank=True, default="")

    ask_me_about = models.CharField(max_length=400, blank=True, default="")
    learning = models.CharField(max_length=400, blank=True, default="")
    how_to_work = models.TextField(max_length=2000, blank=True, default="")
    languages = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    working_hours = models.CharField(max_length=160, blank=True, default="")
    tenure = models.CharField(max_length=8, choices=Tenure.choices, blank=True, default=Tenure.UNSAID)

    function = models.CharField(max_length=120, blank=True, default="")
    team = models.ForeignKey(Team, null=True, on_delete=models.SET_NULL, related_name="people")
    manager = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="reports")
    buddy = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="newcomers")
    joined_on = models.DateField(null=True)
    left_on = models.DateField(null=True)

    locale = models.CharField(max_length=12, blank=True, default="")
    time_zone = models.CharField(max_length=64, blank=True, default="")

    objects: ClassVar[Everybody] = Everybody()

    class Meta:
        db_table = "people_person"
        indexes = (
            models.Index(fields=["sort_key", "id"], name="people_person_by_name"),
            models.Index(fields=["face"], name="people_person_by_face", condition=~models.Q(face="")),
        )
        constraints = (
            models.UniqueConstraint(fields=["username"], name="people_person_username_once"),
            models.UniqueConstraint(fields=["email"], name="people_person_email_once"),
            models.CheckConstraint(
                condition=models.Q(username=Lower("username")), name="people_person_username_folded"
            ),
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="people_person_email_folded"
            ),
            models.CheckConstraint(
                condition=~models.Q(manager=models.F("id")), name="people_person_not_own_manager"
            ),
            models.CheckConstraint(
                condition=~models.Q(buddy=models.F("id")), name="people_person_not_own_buddy"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.first_name or self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        return salted_hmac(
            "vloot.people.session", f"{self.session_era}:{self.password}", secret=secret, algorithm="sha256"
        ).hexdigest()


class RoleName(models.TextChoices):
    """What someone may do here besides being a member."""

    GUEST = "guest", _("guest")
    HOST = "host", _("host")
    ADMINISTRATOR = "administrator", _("administrator")
    COUNCIL = "council", _("works council")


class Role(models.Model):
    """A role that a person has now; the logbook knows who gave it."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="role_rows")
    name = models.CharField(max_length=16, choices=RoleName.choices)
    given_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "people_role"
        constraints = (models.UniqueConstraint(fields=["person", "name"], name="people_role_once"),)


class Invitation(models.Model):
    """A link with which one person can join. Only a digest of its secret is kept."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    token_digest = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=160, blank=True, default="")
    email = models.EmailField(max_length=254, null=True)
    team = models.ForeignKey(Team, null=True, on_delete=models.SET_NULL)
    is_guest = models.BooleanField(default=False)
    # The spaces the invited will be let into: bare ids, for spaces stand floors above.
    space_ids = ArrayField(models.BigIntegerField(), default=list)
    invited_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        db_table = "people_invitation"


class SignInCode(models.Model):
    """A printed code that opens the door once. Only a slow hash of it is kept."""

    id = models.BigIntegerField(primary_key=True, default=ids.new)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sign_in_codes")
    code_hash = models.CharField(max_length=128)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "people_sign_in_code"


class Erasure(models.Model):
    """That a person asked to be forgotten; until `due_at` they can take it back."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="erasure")
    asked_at = models.DateTimeField(default=clock.now)
    due_at = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "people_erasure"

    def __str__(self) -> str:
        return f"{self.person_id} on {self.due_at}"
