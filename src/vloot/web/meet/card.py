"""The card on the table: three questions to ask each other, others at each table."""

from django.utils.translation import gettext as _


def questions(table_id: int) -> list[str]:
    """Three of the card's questions, always the same for one table."""
    opening, work, ahead = _all()
    return [
        opening[table_id % len(opening)],
        work[table_id // 7 % len(work)],
        ahead[table_id // 49 % len(ahead)],
    ]


def walk_questions(walk_id: int) -> list[str]:
    """The card of a walk: something to look at, to talk about, to learn; always the same for one walk."""
    looking, talking, learning = _of_walks()
    return [
        looking[walk_id % len(looking)],
        talking[walk_id // 7 % len(talking)],
        learning[walk_id // 49 % len(learning)],
    ]


def _of_walks() -> tuple[list[str], list[str], list[str]]:
    return (
        [
            _("Show me the part of your work that costs the most trouble. What do you need for it?"),
            _("What do you do here every day that nobody above ever sees?"),
            _("Where do people wait here, and for what?"),
        ],
        [
            _("What was decided lately that works out differently here than was meant?"),
            _("What do you tell each other at the coffee machine, and not to us?"),
            _("When did you last hold something back, and what would have made it easier to say?"),
        ],
        [
            _("What small thing could I put right this week?"),
            _("What do you do better here than elsewhere, and who should come and see it?"),
            _("What should I stop doing?"),
        ],
    )


def _all() -> tuple[list[str], list[str], list[str]]:
    return (
        [
            _("What did you do before you came here?"),
            _("Which part of your day do you like best?"),
            _("What do people never ask you, and should?"),
        ],
        [
            _("What is hard in your work just now? Who could help?"),
            _("What do you know that my team would be glad to hear?"),
            _("What do you wish that my team knew about yours?"),
        ],
        [
            _("What would you change here tomorrow, if it were up to you?"),
            _("What do you want to learn this year?"),
            _("Whom should I meet next, and why?"),
        ],
    )
