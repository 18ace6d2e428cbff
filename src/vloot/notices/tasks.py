"""What a worker runs for the notices."""

from procrastinate.contrib.django import app

from vloot.notices import acts


@app.periodic(cron="29 3 * * *")
@app.task(name="vloot.notices.prune", queue="upkeep")
def prune(timestamp: int) -> None:
    """Drop old notices."""
    acts.prune()
