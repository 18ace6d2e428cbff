"""What a worker runs for the living room."""

from procrastinate.contrib.django import app

from vloot.ground import clock
from vloot.talk.drafts import acts as drafts
from vloot.talk.events import reminding
from vloot.talk.files import acts as files
from vloot.talk.guides import calling
from vloot.talk.order import sealing, upkeep
from vloot.talk.polls import counting
from vloot.talk.roster import acts as roster
from vloot.talk.search import acts as search


@app.periodic(cron="23 3 * * *")
@app.task(name="vloot.talk.prune_drafts", queue="upkeep")
def prune_drafts(timestamp: int) -> None:
    """Drop drafts nobody touched for 30 days."""
    drafts.prune()


@app.periodic(cron="37 3 * * *")
@app.task(name="vloot.talk.prune_files", queue="upkeep")
def prune_files(timestamp: int) -> None:
    """Drop files that were chosen and never sent."""
    files.prune()


@app.periodic(cron="41 5 * * *")
@app.task(name="vloot.talk.call_for_review", queue="upkeep")
def call_for_review(timestamp: int) -> None:
    """How-to pages whose review day has come call for their owners."""
    calling.owners_of_due()


@app.periodic(cron="*/5 * * * *")
@app.task(name="vloot.talk.remind_of_events", queue="notices", queueing_lock="remind_of_events")
def remind_of_events(timestamp: int) -> None:
    """Remind who comes to an event that it is near."""
    reminding.remind_due()


@app.periodic(cron="*/15 * * * *")
@app.task(name="vloot.talk.keep_order", queue="upkeep", queueing_lock="keep_order")
def keep_order(timestamp: int) -> None:
    """Leave no report lying, let go of what was sealed long enough, forget what is long over."""
    upkeep.raise_waiting(clock.now())
    sealing.let_go(clock.now())
    upkeep.forget_old(clock.now())


@app.periodic(cron="53 3 * * *")
@app.task(name="vloot.talk.catch_up_search", queue="upkeep", queueing_lock="catch_up_search")
def catch_up_search(timestamp: int = 0) -> None:
    """Index what search does not know yet."""
    search.catch_up()


@app.periodic(cron="11 4 * * 1")
@app.task(name="vloot.talk.go_on_with_rosters", queue="upkeep")
def go_on_with_rosters(timestamp: int) -> None:
    """Let every roster reach as far ahead as its page shows."""
    roster.go_on()


@app.periodic(cron="* * * * *")
@app.task(name="vloot.talk.count_polls", queue="upkeep", queueing_lock="count_polls")
def count_polls(timestamp: int) -> None:
    """Count the secret polls whose end has come."""
    counting.give_up_lost()
    counting.count_due()
