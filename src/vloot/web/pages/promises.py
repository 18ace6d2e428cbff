"""The promise to people, as `/promise` shows it: what holds in this build, the test that guards it, and what it does not cover.

A promise about a room that this build does not have yet is shown as such: nothing of that kind can happen where there is no such room.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from msgspec import Struct


class Promise(Struct, frozen=True, kw_only=True):
    """One promise. `test` is the file that fails when it is broken; "" where the room it is about does not exist yet."""

    number: int
    text: object
    test: str = ""
    limits: object = ""


def _p(number: int, text: object, test: str = "", limits: object = "") -> Promise:
    return Promise(number=number, text=text, test=test, limits=limits)


PROMISES = [
    _p(
        1,
        _(
            "No page and no file gives a figure about a named person to anyone but that person, and "
            "no list of people stands in an order that tells one."
        ),
        "tests/promise/test_no_figures.py",
        _("Whoever reads everything can still count for themselves."),
    ),
    _p(
        2,
        _("No figure about a group is shown below the minimum group, for the climate seven answers."),
        "tests/promise/test_group_figures.py",
    ),
    _p(
        3,
        _(
            "From all that was ever published about a wave, nothing smaller than the minimum group "
            "can be worked out."
        ),
        "tests/promise/test_climate_waves.py",
        _("If everybody else of a group tells what they answered, what is left is yours."),
    ),
    _p(
        4,
        _("After a secret vote closes there are no ballots, no link from a person to a token, and no key."),
        "tests/promise/test_nothing_left_of_a_vote.py",
        _(
            "While a vote is open, its ballots lie in the database, without names, times or order; whoever owns "
            "the machine can read them, and whoever watches its traffic can guess in a small company. After "
            "closing, the database that comes with Vloot writes its files anew and removes its log; a forensic "
            "look at the disk may still find remains of both. A backup that Vloot makes holds no ballots; a vote that "
            "was open when it was made ends uncounted if it is brought back. With a database server of the company's own, its "
            "log, replicas and the backups made there stay until they run out. No mathematics helps against a server "
            "that was changed on purpose."
        ),
    ),
    _p(
        5,
        _("The same ballots in any order give the same result, to the last byte."),
        "tests/promise/test_any_order_of_ballots.py",
    ),
    _p(
        6,
        _("Secret votes use blind tokens as RFC 9474 describes them; nobody gets two."),
        "tests/promise/test_one_ballot_each.py",
        _(
            "Who is on the list of voters is for those who keep the list of people; compare its size with what "
            "you know. A ballot lies in the browser that took it: whoever clears that browser has no second one."
        ),
    ),
    _p(
        7,
        _("Casting a secret vote reads no cookie and writes no log line."),
        "tests/promise/test_casting_leaves_no_trace.py",
        _(
            "What stands in front of Vloot (a proxy, a firewall) may keep logs of its own; whoever runs it should leave out the addresses "
            "that begin with /cast/."
        ),
    ),
    _p(
        8,
        _("Nobody sees climate results before the people who answered do."),
        "tests/promise/test_climate_waves.py",
        _(
            "Whoever runs the server could look into its database; from the closing on nothing is there but what is published."
        ),
    ),
    _p(
        9,
        _(
            "No new wave while the last one waits for its answers; no next walk of who leads while fewer "
            "than half of what they promised after the last is kept."
        ),
        "tests/promise/test_answers_first.py",
        _("Whether what was promised helps, only people can say."),
    ),
    _p(
        10,
        _("Reminders go to everyone or to no one; nobody can list who did not answer."),
        "tests/promise/test_climate_waves.py",
        _(
            "While a survey is open the server knows who took a ballot; nobody is shown it, and it is deleted when the survey closes."
        ),
    ),
    _p(
        11,
        _("Nobody is named as one of the real leaders without their own yes; a no leaves no trace."),
        "tests/promise/test_pilots.py",
        _(
            "Whoever owns the machine can compute from the ties who would be asked; not whether they looked, "
            "nor what they said."
        ),
    ),
    _p(
        12,
        _("A tie between people counts only when the person who was helped confirmed it."),
        "tests/promise/test_ties.py",
        _(
            "For the company's picture of which groups meet, writing to each other counts too; nobody stands in it."
        ),
    ),
    _p(
        13,
        _("No ranks, badges or counters of likes; lists of people are alphabetical."),
        "tests/promise/test_no_ranks.py",
        _(
            "A thread says how many replies it has, so that you know what is waiting; nothing is "
            "sorted by it."
        ),
    ),
    _p(
        14,
        _("Opting out removes a person's ties from every figure."),
        "tests/promise/test_opting_out.py",
        _("Pictures of the company from before stay as they were painted; nobody stands in them."),
    ),
    _p(
        15,
        _("Groups of opinion are shown only when they are proven and large enough."),
    ),
    _p(
        16,
        _("Every condition for opening to the outside shows its figure, its number and its rule."),
    ),
    _p(
        17,
        _("What is written inside goes only to people who may see it there."),
        "tests/promise/test_inside_stays_inside.py",
        _("A reader can copy what they read, as they can with paper."),
    ),
    _p(
        18,
        _("Every open question has exactly one human who looks after it, until the asker closes it."),
        "tests/promise/test_every_question_has_an_owner.py",
        _(
            "In the moments between somebody's leaving and the next job of the worker, it is still "
            "the one who left."
        ),
    ),
    _p(
        19,
        _(
            "Invitations to answer never exceed your own limit; in quiet hours nothing is sent that "
            "you did not ask for."
        ),
        "tests/promise/test_within_what_one_takes_on.py",
    ),
    _p(
        20,
        _("No figure without its number or its interval; value has no currency."),
    ),
    _p(
        21,
        _(
            "What administrators do, and who looks at sensitive pages, is in a chained log that the works "
            "council can read; whatever is changed in it shows."
        ),
        "tests/promise/test_audit_log.py",
        _(
            "Whoever owns the machine can write the whole chain anew; a seal that the council noted "
            "earlier shows even that."
        ),
    ),
    _p(
        22,
        _("One click shows everything that is kept about you, one click deletes it, without a reason."),
        "tests/promise/test_my_data.py",
        _(
            "Others may have quoted you in their own words, and a backup from before holds you until it is thrown away."
        ),
    ),
    _p(
        23,
        _(
            "Vloot talks to no outside address that nobody here entered: no fonts, scripts, models or "
            "telemetry from elsewhere."
        ),
        "tests/promise/test_no_outside.py",
        _(
            "Your company's own sign-in, its mail server and the push services an administrator chose are asked; the list below names them."
        ),
    ),
    _p(
        24,
        _("Analysis of the network, pulses and the map are off until an agreement is recorded."),
        "tests/promise/test_agreements.py",
    ),
    _p(
        25,
        _("All texts exist in Dutch, French and English."),
        "tests/promise/test_three_languages.py",
        _("What people write stays in the language they wrote it in."),
    ),
]
