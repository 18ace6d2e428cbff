"""`vloot mail`: takes in one mail from a mail server's pipe, or tries whether mail goes out."""

import argparse
import os
import sys
from typing import Any

OK, TEMPORARY = os.EX_OK, os.EX_TEMPFAIL  # what mail servers read: done, or keep it and try again


def add(subparsers: Any) -> None:
    """Add the command to the parser."""

    parser = subparsers.add_parser("mail", help="take in a mail from a pipe, or try whether mail goes out")
    deeds = parser.add_subparsers(title="what to do", required=True, metavar="receive|try")
    receive = deeds.add_parser(
        "receive", help="take in one mail from standard input, for a mail server's pipe"
    )
    receive.add_argument("--to", default="", metavar="ADDRESS", help="the address it was delivered to")
    receive.set_defaults(run=take)
    trial = deeds.add_parser("try", help="send one mail, and say what happened")
    trial.add_argument("address", metavar="ADDRESS", help="where to send it")
    trial.set_defaults(run=attempt)


def take(args: argparse.Namespace) -> int:
    """Take in one mail; 0 when nothing more is to be done with it, 75 when the mail server should try again later."""
    raw = sys.stdin.buffer.read()
    try:
        from vloot.cli.ground import house

        with house():
            from vloot.letters.arriving import taking

            outcome = taking.take(raw, recipient=args.to)
    except BaseException as error:  # noqa: BLE001  # whatever it is: a mail must not get lost
        print(f"vloot: this mail cannot be taken in now: {error}", file=sys.stderr)
        return TEMPORARY
    print(outcome.value)
    return OK


def attempt(args: argparse.Namespace) -> int:
    """Send one mail and say in plain words what happened."""
    from vloot.config import load

    config = load()
    if not config.mail_host:
        print("No mail server is set: give mail_host, mail_from and what it asks for, then try again.")
        return 1
    import django

    django.setup()
    from vloot.cli import trying

    return trying.send(config, args.address)
