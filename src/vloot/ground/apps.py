from django.apps import AppConfig


class GroundConfig(AppConfig):
    """The Django app of the cellar: the tables behind `limits` and the tries at signing in."""

    name = "vloot.ground"
    label = "ground"
    default_auto_field = "django.db.models.BigAutoField"
