"""Who says something, how fast, and what is not said without a name."""

from datetime import date, timedelta

from django.db.models import F, Value
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.climate.matters import rules as matters
from vloot.climate.waves import rules as waves
from vloot.ground import clock
from vloot.ground.errors import Verdict, no, require, yes
from vloot.ground.limits import MINUTE, declare
from vloot.people.actor import Actor
from vloot.people.models import Person

# So short that soon nothing says any more that somebody wrote: the bucket is empty, and dropped, minutes later.
VOICES = declare("voices", 3, 10 * MINUTE, gettext_lazy("Fears and promises one person writes down"))
LONGEST_AHEAD = timedelta(days=5 * 366)


def require_entry(actor: Actor) -> None:
    """Raise Refused for guests, and while the room is off."""
    require(waves.may_enter(actor))


def may_say(actor: Actor) -> Verdict:
    """Everybody who works here."""
    return matters.may_write(actor)


def may_stand_unnamed(words: str) -> Verdict:
    """Nobody is accused by nobody: words without a name name nobody either."""
    named = Person.objects.filter(is_active=True, kind="human").annotate(said=Value(words))
    if named.filter(said__icontains=F("name")).exists():
        return no(
            "names",
            _(
                "There is a colleague’s name in it. Leave names out, or sign it; "
                "about a person, the confidential counsellor is the one to go to."
            ),
        )
    return yes()


def may_be_due(due_on: date | None) -> Verdict:
    """A promise was for some day, or for none that anybody named."""
    today = clock.now().date()
    if due_on is not None and abs(due_on - today) > LONGEST_AHEAD:
        return no("due_on", _("Give the day by which it was promised, or leave it open."))
    return yes()
