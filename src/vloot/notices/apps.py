from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """The Django app of the room `notices`."""

    name = "vloot.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"
