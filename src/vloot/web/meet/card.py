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
