"""What a worker runs for people."""

from django.conf import settings
from django.utils.module_loading import import_string
from procrastinate.contrib.django import app

from vloot.people import acts, sessions


@app.periodic(cron="11 * * * *")
@app.task(name="vloot.people.forget_due", queue="upkeep", queueing_lock="forget_due")
def forget_due(timestamp: int) -> None:
    """Forget those whose seven days are over, in the rooms that the wiring lists."""
    acts.forget_due(rooms=import_string(settings.VLOOT_CARE))


@app.periodic(cron="47 3 * * *")
@app.task(name="vloot.people.clear_ended_sessions", queue="upkeep")
def clear_ended_sessions(timestamp: int) -> None:
    """Keep nothing of sessions that are over."""
    sessions.clear_ended()
