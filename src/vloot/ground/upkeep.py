"""What the queue does for itself: jobs of a killed worker are taken up again, finished ones are cleared away."""

from procrastinate.contrib.django import app
from procrastinate.job_context import JobContext

from vloot.ground import limits

STALLED_AFTER = 30.0  # seconds without a heartbeat; a worker gives one every ten
KEPT_HOURS = 72


@app.periodic(cron="*/1 * * * *")
@app.task(
    name="vloot.ground.take_up_stalled", queue="upkeep", queueing_lock="take_up_stalled", pass_context=True
)
async def take_up_stalled(context: JobContext, timestamp: int) -> None:
    """Put jobs back whose worker was killed; they would stay "doing" for ever."""
    queue = context.app.job_manager
    for job in await queue.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER):
        await queue.retry_job(job)


@app.periodic(cron="41 3 * * *")
@app.task(
    name="vloot.ground.clear_finished", queue="upkeep", queueing_lock="clear_finished", pass_context=True
)
async def clear_finished(context: JobContext, timestamp: int) -> None:
    """Remove finished jobs after three days."""
    await context.app.job_manager.delete_old_jobs(nb_hours=KEPT_HOURS, include_failed=False)


@app.periodic(cron="*/10 * * * *")
@app.task(name="vloot.ground.clear_limits", queue="upkeep", queueing_lock="clear_limits")
def clear_limits(timestamp: int) -> None:
    """Forget who did how much of something, once it counts no longer."""
    limits.clear()
