"""Who publishes and who reads."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vloot.climate.results.models import Publication
from vloot.climate.waves.models import Wave
from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor


def may_publish(actor: Actor, wave: Wave) -> Verdict:
    """The clock publishes, once: no person chooses the moment, and nothing published ever changes."""
    if actor.person_id or Publication.objects.filter(wave=wave).exists():
        return no("published", _("Results are published by themselves, once."))
    return yes()
