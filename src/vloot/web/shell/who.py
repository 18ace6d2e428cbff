"""Who reads and who helps, for the frame; each is asked for only when a template shows it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from vloot.company import reads as company
from vloot.notices import reads as notices
from vloot.people import reads as people
from vloot.talk.order import reads as order
from vloot.talk.spaces import reads as spaces
from vloot.web.shell import entering, rescue
from vloot.web.shell.door import actor_of


def who(request: HttpRequest) -> dict[str, Any]:
    """`company`, and for who is signed in `me`, `helper`, `rooms_off`, `writer` (signed, for forms) and `has_notices`."""
    found: dict[str, Any] = {"company": SimpleLazyObject(company.name)}
    actor = actor_of(request) if hasattr(request, "user") else None
    if actor is not None:
        found["writer"] = SimpleLazyObject(lambda: rescue.writer(request.user))  # type: ignore[arg-type]
        entrance = entering.entrance_of(request)
        found["me"] = entrance.card if entrance else people.card(actor.person_id)
        if actor.is_read_only:
            found["read_only_until"] = actor.read_only_until
            found["held"] = SimpleLazyObject(lambda: order.why_read_only(actor))
        frame = SimpleLazyObject(lambda: company.frame(actor))
        found["company"] = SimpleLazyObject(lambda: frame.name)
        found["helper"] = SimpleLazyObject(lambda: frame.helper)
        found["rooms_off"] = SimpleLazyObject(lambda: frame.rooms_off)
        found["has_notices"] = SimpleLazyObject(
            lambda: notices.has_unread(actor, lambda: spaces.visible_space_ids(actor))
        )
    return found
