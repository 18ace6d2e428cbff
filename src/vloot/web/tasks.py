"""What a worker runs for the web door: mail that somebody asked for on a page."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from vloot.web.people import forgotten


@app.task(
    name="vloot.web.send_new_password_link",
    queue="mail",
    retry=RetryStrategy(max_attempts=5, exponential_wait=5),
)
def send_new_password_link(typed: str, language: str) -> None:
    """Mail the link for a new password."""
    forgotten.send_link(typed, language)
