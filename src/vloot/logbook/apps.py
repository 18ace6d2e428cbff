from django.apps import AppConfig


class LogbookConfig(AppConfig):
    """The Django app of the logbook."""

    name = "vloot.logbook"
    label = "logbook"
    default_auto_field = "django.db.models.BigAutoField"
