"""What a worker runs for meeting."""

from procrastinate.contrib.django import app

from vloot.meet.coffee import laying
from vloot.meet.walks import lapsing


@app.periodic(cron="7 5-9 * * *")
@app.task(name="vloot.meet.seat_due", queue="upkeep", queueing_lock="seat_due")
def seat_due(timestamp: int) -> None:
    """Bring those to tables who come to a round whose last day is over."""
    laying.seat_due()


@app.periodic(cron="11 7-9 * * *")
@app.task(name="vloot.meet.remind_of_coffee", queue="upkeep", queueing_lock="remind_of_coffee")
def remind_of_coffee(timestamp: int) -> None:
    """Remind everybody, or nobody, that tomorrow is the last day to come along."""
    laying.remind_due()


@app.periodic(cron="17 * * * *")
@app.task(name="vloot.meet.lapse_walks", queue="upkeep", queueing_lock="lapse_walks")
def lapse_walks(timestamp: int) -> None:
    """Mark the invitations to a walk that nobody answered in time."""
    lapsing.lapse_due()
