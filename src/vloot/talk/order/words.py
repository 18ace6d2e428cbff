"""What reasons and outcomes are called."""

from django.utils.translation import gettext_lazy as _

from vloot.talk.order.models import Case

# Why somebody asks the hosts to look.
REASONS = {
    "hurts": _("It hurts or belittles somebody"),
    "threat": _("It threatens or frightens somebody"),
    "private": _("It tells something private about somebody"),
    "false": _("It is untrue and does harm"),
    "secret": _("It should not be written here: a customer, a secret, a contract"),
    "other": _("Something else"),
}

OUTCOMES = {
    Case.NOTHING: _("Nothing is wrong with it"),
    Case.TALKED: _("We have talked with who wrote it"),
    Case.EDITED: _("Who wrote it has changed it"),
    Case.REMOVED: _("Take it away"),
    Case.WARNED: _("A serious word with who wrote it"),
    Case.READ_ONLY: _("Let who wrote it read only for a while"),
}
EXPLAINED = {
    Case.NOTHING: _("It stays as it is. Whoever reported it reads that you looked."),
    Case.TALKED: _("By voice is best. Nothing more happens here."),
    Case.EDITED: _("Choose this once you have seen that it says something else now."),
    Case.REMOVED: _(
        "The words are sealed for two weeks, so that they can come back, and then gone for good."
    ),
    Case.WARNED: _("They alone read your reason, and can ask somebody else to look again."),
    Case.READ_ONLY: _("They read along and write nothing until it ends by itself. They read your reason."),
}
# To somebody, without a post that it is about.
SPOKEN = {Case.WARNED: _("A serious word"), Case.READ_ONLY: _("Let them read only for a while")}

# The same once it is decided, as hosts read it.
DECIDED = {
    Case.NOTHING: _("Nothing was wrong with it"),
    Case.TALKED: _("Talked with who wrote it"),
    Case.EDITED: _("Changed by who wrote it"),
    Case.REMOVED: _("Taken away"),
    Case.WARNED: _("A serious word was said"),
    Case.READ_ONLY: _("Reads only for a while"),
}

# What was done, as the one whom it is about reads it.
DONE = {
    Case.REMOVED: _("What you wrote was taken away"),
    Case.WARNED: _("A serious word"),
    Case.READ_ONLY: _("For a while you read along"),
}
HOURS = {
    4: _("four hours"),
    24: _("one day"),
    72: _("three days"),
    168: _("one week"),
    336: _("two weeks"),
    720: _("thirty days"),
}
