"""`vloot audit verify`: computes the audit log anew and says where it is broken, if anywhere."""

import argparse
from typing import Any


def add(subparsers: Any) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser("audit", help="check the audit log")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="verify")
    verify = verbs.add_parser("verify", help="compute the whole audit log anew")
    verify.add_argument(
        "--head", default="", metavar="HASH", help="a seal noted earlier: must still be in it"
    )
    verify.add_argument("--json", action="store_true", help="for machines")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check; the exit status is 1 when the chain is broken."""
    from vloot.cli.ground import house

    with house():
        import msgspec

        from vloot.company.audit import reads
        from vloot.logbook import chain

        outcome = chain.verify(args.head)
        words = reads.in_words(outcome)
        if args.json:
            known = {
                "ok": outcome.broken is None,
                "lines": outcome.lines,
                "head": outcome.head,
                "words": words,
            }
            known["broken"] = outcome.broken._asdict() if outcome.broken else None
            print(msgspec.json.encode(known).decode())
        else:
            print(words)
            if outcome.head:
                print(f"{outcome.head}  {outcome.head_at:%Y-%m-%d %H:%M} UTC")
    return int(outcome.broken is not None)
