"""What a worker runs for the urn. No job says which box."""

from procrastinate.contrib.django import app

from vloot.urn import ashes


@app.periodic(cron="* * * * *")
@app.task(name="vloot.urn.sweep", queue="upkeep", queueing_lock="urn_sweep")
def sweep(timestamp: int) -> None:
    """Take burned ballots off the disk."""
    ashes.sweep()
