"""The verbs of a secret vote. None is logged: whoever opens and closes a vote for people logs that (`logbook.kinds`)."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground import clock, ids
from vloot.ground.errors import Refused, require
from vloot.people.actor import Actor
from vloot.urn import casting, rules
from vloot.urn.engine import content as contents
from vloot.urn.engine import keys, signing, spelling
from vloot.urn.engine.signing import PREFIX, SigningError
from vloot.urn.models import Ballot, Box, Code, Key, Spent, Voter

LONGEST_TOKEN = 256  # octets of a prepared message
CODE = 10  # octets of chance in a printed code


def open_box(
    *,
    by: Actor,
    rosters: Mapping[str, Collection[int]],
    on_paper: Collection[int] = (),
    closes_at: datetime | None = None,
) -> Box:
    """Open a vote for these people by group, of whom some vote on paper. A key takes most of a second for each group.

    The rosters are fixed from here on. Raises ValueError for somebody who stands in two groups, for the room above made them.
    """
    listed = [person for people in rosters.values() for person in people]
    if len(set(listed)) != len(listed):
        raise ValueError("somebody is on the roster of two groups")
    made = {group: signing.make_key() for group in sorted(rosters)}
    with transaction.atomic():
        box = Box.objects.create(id=ids.new(), closes_at=closes_at)
        for group, key in made.items():
            kept = Key.objects.create(
                box=box,
                group=group,
                public=keys.public_der(key.public_key()),
                private=keys.private_der(key),
            )
            Voter.objects.bulk_create(
                Voter(box=box, key=kept, person_id=person, on_paper=person in on_paper)
                for person in sorted(rosters[group])
            )
    return box


def take(*, by: Actor, box: Box, blinded: bytes) -> bytes:
    """Sign one blinded token for somebody on the roster. The same question gets the same answer; another one is refused."""
    asked = hashlib.sha256(blinded).hexdigest()
    with transaction.atomic():
        voter = (
            Voter.objects.select_for_update(of=("self",))
            .filter(box=box, person_id=by.person_id)
            .select_related("key")
            .first()
        )
        now = Box.objects.get(pk=box.pk)
        require(rules.may_take(now, voter, asked))
        assert voter is not None
        private = voter.key.private
        assert private is not None
        try:
            signed = signing.sign(keys.private(bytes(private)), blinded)
        except SigningError:
            raise Refused("blinded", _("This is no ballot. Load the page anew and try again.")) from None
        voter.has_taken, voter.asked = True, asked
        voter.save(update_fields=["has_taken", "asked"])
    return signed


# law: act-by because a ballot has no actor: that is the secret
def cast(*, box_id: int, group: str, prepared: bytes, signature: bytes, content: Mapping[str, Any]) -> None:
    """Cast a ballot with a signed token. The same ballot again is harmless. Raises Refused: closed, forged, spent, content."""
    key = Key.objects.filter(box_id=box_id, group=group).first()
    is_token = key is not None and PREFIX <= len(prepared) <= LONGEST_TOKEN
    if not is_token or key is None or not signing.verify(keys.public(bytes(key.public)), prepared, signature):
        raise Refused(
            "forged", _("This ballot is not from this vote. Take your ballot on the page of the vote.")
        )
    spent, written = hashlib.sha256(prepared).hexdigest(), _written(content)
    with transaction.atomic():
        _lock(box_id, key.pk)
        verdict = casting.may_spend(key.pk, spent, written)
        if verdict.code == "again":
            return
        require(verdict)
        casting.lay(key.pk, spent, written)


def print_codes(*, by: Actor, box: Box) -> dict[str, list[str]]:
    """As many codes for each group as people in it vote on paper. Only their digests are kept: they are shown this once."""
    with transaction.atomic():
        now = Box.objects.select_for_update().get(pk=box.pk)
        require(rules.may_print(now))
        made: dict[str, list[str]] = {}
        for key in Key.objects.filter(box=box).order_by("group"):
            many = Voter.objects.filter(key=key, on_paper=True).count()
            codes = ["-".join(spelling.spell(secrets.token_bytes(CODE))) for _one in range(many)]
            Code.objects.bulk_create(
                Code(key=key, digest=spelling.digest("code", code)) for code in sorted(codes)
            )
            if codes:
                made[key.group] = codes
        now.codes = sum(len(codes) for codes in made.values())
        now.save(update_fields=["codes"])
    return made


# law: act-by because a ballot has no actor: that is the secret
def cast_on_paper(*, box_id: int, code: str, content: Mapping[str, Any]) -> None:
    """Cast a ballot with a printed code; the same rules as with a token."""
    letters, written = spelling.letters(code), _written(content)
    spent = spelling.digest("spent", letters)
    box = Box.objects.filter(pk=box_id).first()
    if box is not None:
        require(rules.may_vote(box))
    with transaction.atomic():
        found = Code.objects.filter(digest=spelling.digest("code", letters), key__box_id=box_id).first()
        cast_with = Ballot.objects.filter(key__box_id=box_id, spent=spent).only("key_id").first()
        key_id = found.key_id if found else cast_with.key_id if cast_with else None
        if key_id is None:
            raise Refused(
                "code",
                _("There is no such code in this vote. Compare it with your paper, letter by letter."),
                "code",
            )
        _lock(box_id, key_id)
        verdict = casting.may_spend(key_id, spent, written)
        if verdict.code == "again":
            return
        require(verdict)
        Code.objects.filter(pk=spelling.digest("code", letters)).delete()
        casting.lay(key_id, spent, written)


def close(*, by: Actor | None, box: Box) -> dict[str, list[dict[str, Any]]]:
    """Close the box and give its ballots by group, in an order that depends on nothing but what they say.

    Publishes the list of what was spent and how many codes were not used. `by` None: its time has come.
    """
    with transaction.atomic():
        now = Box.objects.select_for_update().get(pk=box.pk)
        require(rules.may_close(now))
        own = list(Key.objects.select_for_update().filter(box=box).order_by("group"))
        now.closed_at = clock.now()
        now.unused = None if now.codes is None else Code.objects.filter(key__box=box).count()
        now.save(update_fields=["closed_at", "unused"])
        ballots = Ballot.objects.filter(key__box=box)
        Spent.objects.bulk_create(
            Spent(box=now, digest=digest) for digest in sorted(ballots.values_list("spent", flat=True))
        )
        return {
            key.group: [
                contents.read(text)
                for text in sorted(ballots.filter(key=key).values_list("content", flat=True))
            ]
            for key in own
        }


# law: act-by because nobody decides it: a backup holds no ballots
def give_up(*, box: Box) -> None:
    """End a vote that came back out of a backup, uncounted. Raises Refused for one that has its keys."""
    with transaction.atomic():
        now = Box.objects.select_for_update().get(pk=box.pk)
        require(rules.may_give_up(now))
        now.is_lost = True
        now.closed_at = now.burned_at = clock.now()
        now.save(update_fields=["is_lost", "closed_at", "burned_at"])


# law: act-by because what was counted burns by itself
def burn(*, box: Box) -> None:
    """Let go of ballots, private keys, roster and codes. `ashes.sweep` then takes them off the disk, within some minutes."""
    with transaction.atomic():
        now = Box.objects.select_for_update().get(pk=box.pk)
        require(rules.may_burn(now))
        if now.burned_at is None:
            Ballot.objects.filter(key__box=box).delete()
            Code.objects.filter(key__box=box).delete()
            Voter.objects.filter(box=box).delete()
            Key.objects.filter(box=box).update(private=None)
            now.burned_at = clock.now()
            now.save(update_fields=["burned_at"])


def _lock(box_id: int, key_id: int) -> None:
    """Let one ballot of a group go in after the other, and none while the box is being closed."""
    Key.objects.select_for_update().get(pk=key_id)
    # Looked at only now: whoever closed the box meanwhile held the key.
    require(rules.may_vote(Box.objects.get(pk=box_id)))


def _written(content: Mapping[str, Any]) -> str:
    try:
        return contents.written(content)
    except ValueError:
        raise Refused("content", _("This ballot cannot be read. Load the page anew and try again.")) from None
