from django.apps import AppConfig


class MailroomConfig(AppConfig):
    """The Django app of the room `mailroom`."""

    name = "vloot.mailroom"
    label = "mailroom"
    default_auto_field = "django.db.models.BigAutoField"
