from django.apps import AppConfig


class NetworkConfig(AppConfig):
    """The Django app of the room `network`."""

    name = "vloot.network"
    label = "network"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the room declare itself as one that can be switched, in every process."""
        from vloot.network import gate as _gate  # noqa: F401
