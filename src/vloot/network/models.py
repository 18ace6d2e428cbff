"""The tables of every storey, where Django looks for them."""

from vloot.network.rounds.models import Nomination, QuestionRound, Sheet
from vloot.network.ties.models import Abstention, Tie

__all__ = ["Abstention", "Nomination", "QuestionRound", "Sheet", "Tie"]
