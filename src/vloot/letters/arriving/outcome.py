"""What became of a mail."""

from enum import StrEnum


class Outcome(StrEnum):
    """How taking in one mail ended; none of them needs it again."""

    PLACED = "placed"  # it stands in its thread
    KNOWN = "known"  # it was taken in before
    REFUSED = "refused"  # its sender was told why
    DROPPED = "dropped"  # nobody is told: a program wrote it, or a stranger
    RETURNED = "returned"  # one of our own letters came back
