from django.apps import AppConfig


class UrnConfig(AppConfig):
    """The Django app of the room `urn`."""

    name = "vloot.urn"
    label = "urn"
    default_auto_field = "django.db.models.BigAutoField"
