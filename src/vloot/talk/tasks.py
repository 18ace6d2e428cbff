"""What a worker runs for the living room."""

from procrastinate.contrib.django import app

from vloot.talk.drafts import acts as drafts
from vloot.talk.files import acts as files
from vloot.talk.guides import calling


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
