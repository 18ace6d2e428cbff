"""What a worker runs for the network room."""

from procrastinate.contrib.django import app

from vloot.network.picture import painting
from vloot.network.pilots import asking
from vloot.network.rounds import closing


@app.periodic(cron="11 1 * * *")
@app.task(name="vloot.network.close_rounds", queue="upkeep", queueing_lock="network.close_rounds")
def close_rounds(timestamp: int) -> None:
    """Close the question rounds whose last day is over, and forget what was answered long ago."""
    closing.close_due()
    closing.forget_long_ago()


@app.periodic(cron="23 * * * *")
@app.task(name="vloot.network.paint_due", queue="upkeep", queueing_lock="network.paint_due")
def paint_due(timestamp: int) -> None:
    """Gather the ties and paint the picture, once a week."""
    painting.paint_due()


@app.periodic(cron="41 3 * * 1")
@app.task(name="vloot.network.seek_pilots", queue="upkeep", queueing_lock="network.seek_pilots")
def seek_pilots(timestamp: int) -> None:
    """Weigh who helps the most different people, and once in a quarter let everybody look whether they are asked."""
    asking.let_go()
    asking.go_on()
