from django.apps import AppConfig


class WebConfig(AppConfig):
    """The Django app of the room `web`."""

    name = "vloot.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"
