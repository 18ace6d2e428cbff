"""The tables of every storey, where Django looks for them."""

from vloot.climate.results.models import Hanging, Publication, Published
from vloot.climate.waves.models import Paper, Part, ReportingGroup, Wave

__all__ = ["Hanging", "Paper", "Part", "Publication", "Published", "ReportingGroup", "Wave"]
