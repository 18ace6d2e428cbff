"""The engine that the settings name: Django's own, except for how it prepares and how it looks whether a line still holds."""

from __future__ import annotations

import select
from typing import Any

from django.db.backends.postgresql import base

# What `sql.rows` prepares is prepared at once; nothing else ever is.
_NEVER = 1 << 30


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to PostgreSQL."""

    def get_connection_params(self) -> dict[str, Any]:
        """What psycopg connects with. Django turns preparing off altogether; here it is left to who asks for it."""
        return {**super().get_connection_params(), "prepare_threshold": _NEVER}

    def is_usable(self) -> bool:
        """Whether the line still holds.

        A server that leaves, also a killed one, says so on the line: only when there is something to hear is it worth a question.
        """
        line = self.connection
        if line is None or line.closed:
            return False
        ear = select.poll()
        ear.register(line.fileno(), select.POLLIN)
        return not ear.poll(0) or super().is_usable()

    def init_connection_state(self) -> None:
        """Prepared statements keep the one plan that the tests have seen, whatever values come."""
        super().init_connection_state()
        self.connection.execute("set plan_cache_mode = force_generic_plan")
