"""The tables of every storey, where Django looks for them."""

from vloot.network.picture.models import Picture
from vloot.network.pilots.models import Asking, Pilot, Quiet
from vloot.network.rounds.models import Nomination, QuestionRound, Sheet
from vloot.network.ties.models import Abstention, Tie

__all__ = ["Abstention", "Asking", "Nomination", "Picture", "Pilot", "QuestionRound", "Quiet", "Sheet", "Tie"]
