"""What a worker runs for the climate."""

from procrastinate.contrib.django import app

from vloot.climate.rhythm import turning


@app.periodic(cron="*/5 * * * *")
@app.task(name="vloot.climate.turn", queue="upkeep", queueing_lock="climate_turn")
def turn(timestamp: int) -> None:
    """Open the wave whose day has come, and close the one whose last day is over."""
    turning.close_due()
    turning.open_due()
