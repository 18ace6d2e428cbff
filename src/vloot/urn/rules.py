"""Who may take a token, and until when ballots are cast. Who may open and close a vote is for the room above to say."""

from django.db.models import Q
from django.utils.translation import gettext as _

from vloot.ground import clock
from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor
from vloot.urn.models import Box, Voter


def visible(actor: Actor) -> Q:
    """The boxes on whose roster somebody is."""
    return Q(voters__person_id=actor.person_id)


def is_open(box: Box) -> bool:
    """Neither closed by somebody nor past its end."""
    return box.closed_at is None and (box.closes_at is None or clock.now() < box.closes_at)


def may_vote(box: Box) -> Verdict:
    """Until the box is closed; late ballots are refused, for a published result never changes."""
    return yes() if is_open(box) else no("closed", _("This vote is closed."))


def may_take(box: Box, voter: Voter | None, asked: str) -> Verdict:
    """Who is on the roster takes one token; the very same question is answered again, for an answer can get lost."""
    if not is_open(box):
        return may_vote(box)
    if voter is None:
        return no("not_on_roster", _("This vote is for those who were on its list when it was opened."))
    if voter.on_paper:
        return no("on_paper", _("You chose to vote on paper: use the code that you were given."))
    if voter.has_taken and voter.asked != asked:
        return no(
            "taken",
            _("You took your ballot already, in another browser perhaps. Cast it there: nobody gets two."),
        )
    return yes()


def may_print(box: Box) -> Verdict:
    """Codes are printed once."""
    if not is_open(box):
        return may_vote(box)
    if box.codes is not None:
        return no("printed", _("The codes of this vote were printed already. Nobody can print them twice."))
    return yes()


def may_close(box: Box) -> Verdict:
    """A box is closed once."""
    return yes() if box.closed_at is None else no("closed", _("This vote is closed."))


def may_give_up(box: Box) -> Verdict:
    """A vote without keys can neither be gone on with nor counted: keys and ballots are in no backup."""
    if not (verdict := may_close(box)):
        return verdict
    return no("keys", _("This vote is open. Close it, and it is counted.")) if box.keys.exists() else yes()


def may_burn(box: Box) -> Verdict:
    """Nothing burns before it was counted."""
    return yes() if box.closed_at else no("open", _("This vote is still open. Close it first."))
