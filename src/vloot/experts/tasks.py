"""What a worker runs for the experts."""

from procrastinate.contrib.django import app

from vloot.experts import asking, reviewing


@app.periodic(cron="*/20 * * * *")
@app.task(name="vloot.experts.go_on", queue="notices", queueing_lock="experts.go_on")
def go_on(timestamp: int) -> None:
    """Let questions that nobody answered go on to the next ring."""
    asking.go_on()


@app.periodic(cron="10 7 * * *")
@app.task(name="vloot.experts.put_forward", queue="notices", queueing_lock="experts.put_forward")
def put_forward(timestamp: int) -> None:
    """Let answers that helped and have grown old be looked at again."""
    reviewing.put_forward()
