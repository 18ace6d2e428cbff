"""Questions to the thanks: always names, never numbers."""

from collections.abc import Collection, Iterable

from vloot.logbook.reads import entries_about, entries_of
from vloot.people import reads as people
from vloot.people.reads import PersonCard
from vloot.talk.thanks.models import Appreciation, ThanksTo


def thanked_in(post_ids: Collection[int]) -> dict[int, list[PersonCard]]:
    """Whom each post of thanks is for, alphabetically."""
    return _by_post(ThanksTo.objects.filter(post_id__in=post_ids).values_list("post_id", "person_id"))


def appreciated_by(post_ids: Collection[int]) -> dict[int, list[PersonCard]]:
    """Who appreciates each post, alphabetically, each person once."""
    found = Appreciation.objects.filter(post_id__in=post_ids).values_list("post_id", "person_id").distinct()
    return _by_post(found)


def given(post_ids: Collection[int]) -> set[tuple[int, int]]:
    """Who has ever appreciated which post, as (post, person): also those who took it back since, as far as the logbook remembers."""
    found = set(Appreciation.objects.filter(post_id__in=post_ids).values_list("post_id", "person_id"))
    # That it was given is logged for years, that it was taken back for a month; but a given one may be of long ago.
    for kind in ("PostAppreciated", "AppreciationWithdrawn"):
        found |= {(entry.object_id, entry.actor_id) for entry in entries_of(kind, post_ids) if entry.actor_id}
    return found


def greetings_of(person_ids: Collection[int]) -> set[tuple[int | None, int, int | None]]:
    """Who was glad that these people joined: greeter, greeted, space."""
    return {
        (entry.actor_id, entry.object_id, entry.space_id)
        for person_id in person_ids
        for entry in entries_about(person_id)
        if entry.kind == "PersonGreeted"
    }


def _by_post(rows: Iterable[tuple[int, int]]) -> dict[int, list[PersonCard]]:
    pairs = list(rows)
    persons = people.cards({person for _post, person in pairs})
    found: dict[int, list[PersonCard]] = {}
    for post_id, person_id in pairs:
        found.setdefault(post_id, []).append(persons[person_id])
    return {post_id: people.alphabetical(cards) for post_id, cards in found.items()}
