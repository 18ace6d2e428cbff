from django.apps import AppConfig


class ClimateConfig(AppConfig):
    """The Django app of the room `climate`."""

    name = "vloot.climate"
    label = "climate"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the room declare that it can be switched, and how fast people may go, in every process."""
        from vloot.climate.board import rules as _board  # noqa: F401
        from vloot.climate.registers import rules as _registers  # noqa: F401
        from vloot.climate.waves import rules as _waves  # noqa: F401
