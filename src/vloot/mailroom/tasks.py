"""What a worker runs for the mailroom."""

from procrastinate.contrib.django import app

from vloot.mailroom import acts


@app.periodic(cron="43 3 * * *")
@app.task(name="vloot.mailroom.prune", queue="upkeep")
def prune(timestamp: int) -> None:
    """Forget mail of long ago."""
    acts.prune()
