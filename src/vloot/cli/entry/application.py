"""The RSGI application: one for each worker process."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import django
from django.conf import settings
from django.contrib.auth.signals import user_logged_out

from vloot.cli.entry import departure, pages
from vloot.cli.entry.hub import Hub
from vloot.cli.entry.stream import LIVE, Stream
from vloot.ground import live


class Application:
    """Pages and the live stream of one worker process."""

    def __init__(self) -> None:
        django.setup()
        config = settings.CONFIG
        self.pages = pages.Pages(limit=config.upload_limit_mb * 1_000_000)
        # One pool of fixed threads, because each keeps its database connection.
        self.threads = ThreadPoolExecutor(config.threads, thread_name_prefix="page")
        # The stream's few questions must not wait behind slow pages.
        self.aside = ThreadPoolExecutor(1, thread_name_prefix="live")
        self.hub = Hub(self.aside)
        self.stream = Stream(self.hub)
        user_logged_out.connect(_end_streams, dispatch_uid="vloot.entry")

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Called once in the worker, before it serves."""
        departure.end_with_parent()
        departure.before_leaving(loop, self.hub.close)
        self.hub.open(loop)

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        """One request."""
        if scope.proto != "http":
            protocol.close(403)
        elif scope.path == LIVE:
            await self.stream.serve(scope, protocol)
        else:
            await self.pages.serve(scope, protocol, self.threads)


def _end_streams(user: Any, **_: Any) -> None:
    if user is not None:
        live.announce(live.ENDED, person_id=user.pk, object_id=user.pk)
