"""What a worker runs for meeting."""

from procrastinate.contrib.django import app

from vloot.meet import laying


@app.periodic(cron="7 5-9 * * *")
@app.task(name="vloot.meet.seat_due", queue="upkeep", queueing_lock="seat_due")
def seat_due(timestamp: int) -> None:
    """Bring those to tables who come to a round whose last day is over."""
    laying.seat_due()
