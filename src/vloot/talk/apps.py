from django.apps import AppConfig


class TalkConfig(AppConfig):
    """The Django app of the living room."""

    name = "vloot.talk"
    label = "talk"
    default_auto_field = "django.db.models.BigAutoField"
