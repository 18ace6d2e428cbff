from django.apps import AppConfig


class MeetConfig(AppConfig):
    """The Django app of the room `meet`."""

    name = "vloot.meet"
    label = "meet"
    default_auto_field = "django.db.models.BigAutoField"
