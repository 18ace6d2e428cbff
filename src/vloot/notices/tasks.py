"""What a worker runs for the notices."""

from procrastinate.contrib.django import app

from vloot.ground import mail
from vloot.notices import acts
from vloot.notices.devices import acts as devices


@app.periodic(cron="29 3 * * *")
@app.task(name="vloot.notices.prune", queue="upkeep")
def prune(timestamp: int) -> None:
    """Drop old notices."""
    acts.prune()
    acts.prune_deliveries()
    devices.prune()


@app.periodic(cron="* * * * *")
@app.task(name="vloot.notices.deliver", queue="notices", queueing_lock="notices.deliver")
def deliver(timestamp: int) -> None:
    """Hand over what has become due, each minute."""
    with mail.batch():
        acts.deliver()


@app.task(name="vloot.notices.deliver_now", queue="notices")
def deliver_now() -> None:
    """Hand over what is due as soon as it is told."""
    with mail.batch():
        acts.deliver()
