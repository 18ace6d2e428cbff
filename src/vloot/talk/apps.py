from django.apps import AppConfig


class TalkConfig(AppConfig):
    """The Django app of the living room."""

    name = "vloot.talk"
    label = "talk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the rooms that can be switched declare themselves, in every process."""
        from vloot.talk.announcements import rules as _announcements  # noqa: F401
        from vloot.talk.events import rules as _events  # noqa: F401
        from vloot.talk.guides import rules as _guides  # noqa: F401
        from vloot.talk.polls import rules as _polls  # noqa: F401
