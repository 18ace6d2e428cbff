"""The tables of every storey, where Django looks for them."""

from vloot.network.picture.models import Picture
from vloot.network.rounds.models import Nomination, QuestionRound, Sheet
from vloot.network.ties.models import Abstention, Tie

__all__ = ["Abstention", "Nomination", "Picture", "QuestionRound", "Sheet", "Tie"]
