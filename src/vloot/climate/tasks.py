"""What a worker runs for the climate."""

from procrastinate.contrib.django import app

from vloot.climate.matters import calling
from vloot.climate.registers import waiting
from vloot.climate.rhythm import turning


@app.periodic(cron="*/5 * * * *")
@app.task(name="vloot.climate.turn", queue="upkeep", queueing_lock="climate_turn")
def turn(timestamp: int) -> None:
    """Open the wave whose day has come, close the one whose last day is over, and stop the one that came back without its ballots."""
    turning.give_up_lost()
    turning.close_due()
    turning.open_due()


@app.periodic(cron="11 5 * * *")
@app.task(name="vloot.climate.show_unnamed", queue="upkeep", queueing_lock="show_unnamed")
def show_unnamed(timestamp: int) -> None:
    """Show what was said without a name in the weeks that are over."""
    waiting.show_due()


@app.periodic(cron="23 6 * * *")
@app.task(name="vloot.climate.call_due", queue="upkeep", queueing_lock="call_due_answers")
def call_due(timestamp: int) -> None:
    """Call to mind what was promised for today."""
    calling.call_due()
