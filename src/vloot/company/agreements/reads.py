"""Questions to the agreements."""

from __future__ import annotations

from datetime import date

import msgspec

from vloot.company.models import Agreement


class AgreementCard(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement as everybody reads it."""

    subject: str
    agreed_on: date
    document: str
    parties: str
    topics: list[str]


def listed() -> list[AgreementCard]:
    """All agreements, the newest first."""
    found = Agreement.objects.order_by("-agreed_on", "-id").values(
        "subject", "agreed_on", "document", "parties", "topics"
    )
    return [AgreementCard(**row) for row in found]


def covers(topic: str) -> bool:
    """Whether there is an agreement about this."""
    return Agreement.objects.filter(topics__contains=[topic]).exists()
