from django.apps import AppConfig


class ExpertsConfig(AppConfig):
    """The Django app of the room `experts`."""

    name = "vloot.experts"
    label = "experts"
    default_auto_field = "django.db.models.BigAutoField"
