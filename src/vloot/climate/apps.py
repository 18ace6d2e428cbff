from django.apps import AppConfig


class ClimateConfig(AppConfig):
    """The Django app of the room `climate`."""

    name = "vloot.climate"
    label = "climate"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the room declare that it can be switched, in every process."""
        from vloot.climate.waves import rules as _waves  # noqa: F401
