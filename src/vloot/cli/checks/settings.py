"""The settings: readable, known, safe for where Vloot listens."""

import os
from collections.abc import Iterator

from vloot.cli.checks.finding import Finding
from vloot.cli.running import lock
from vloot.config import LOOPBACK, Config, unknown_variables


def look(config: Config) -> Iterator[Finding]:
    """What is to be said of settings that could be read."""
    for name in unknown_variables(os.environ):
        yield Finding("settings", "note", f"{name} is set, but there is no such setting.")
    if config.debug:
        yield Finding(
            "settings", "wrong", "debug is on: errors show the program's inside to everybody. Switch it off."
        )
    if config.demo:
        yield Finding("settings", "wrong", "demo is on: everybody can sign in as anybody. Switch it off.")
    if config.host not in LOOPBACK and not config.public_url:
        yield Finding(
            "settings",
            "wrong",
            f"Vloot listens on {config.host}, but public_url is not set: links would lead nowhere.",
        )
    if config.public_url and not config.is_https:
        yield Finding(
            "settings",
            "wrong",
            "public_url is not https: passwords travel readable, and passkeys do not work.",
        )
    running = lock.holder(config.data)
    now = f" It runs now: {running}." if running else " It does not run now."
    yield Finding("settings", "ok", f"Vloot is set to {config.origin}, its data in {config.data}.{now}")
