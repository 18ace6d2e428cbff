"""The tables of every storey, where Django looks for them."""

from vloot.climate.matters.models import Answer, Matter
from vloot.climate.mirror.models import Outlook, Stance
from vloot.climate.results.models import Hanging, Publication, Published
from vloot.climate.waves.models import Paper, Part, ReportingGroup, Wave

__all__ = [
    "Answer", "Hanging", "Matter", "Outlook", "Paper", "Part", "Publication", "Published", "ReportingGroup", "Stance", "Wave",
]  # fmt: skip
