"""What a worker runs for the logbook."""

from django.conf import settings
from django.utils.module_loading import import_string
from procrastinate.contrib.django import app

from vloot.logbook import acts


@app.task(name="vloot.logbook.settle", queue="logbook", retry=5)
def settle(entries: list[int]) -> None:
    """Hand entries to the readers that the wiring table lists for their kind."""
    acts.settle(entry_ids=entries, readers=import_string(settings.VLOOT_READERS))


@app.periodic(cron="17 3 * * *")
@app.task(name="vloot.logbook.prune", queue="logbook")
def prune(timestamp: int) -> None:
    """Drop the entries whose time is over."""
    acts.prune()
