"""The tables of every storey, where Django looks for them."""

from vloot.network.ties.models import Abstention, Tie

__all__ = ["Abstention", "Tie"]
