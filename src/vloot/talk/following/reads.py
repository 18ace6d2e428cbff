"""Questions to following; everybody only asks about themselves."""

from collections.abc import Collection

from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard
from vloot.talk.following.models import PersonFollow, TagFollow


def followed_persons(actor: Actor) -> list[PersonCard]:
    """Whom the actor follows, alphabetically."""
    found = PersonFollow.objects.filter(person_id=actor.person_id).values_list("followed_id", flat=True)
    return people.alphabetical(people.cards(set(found)).values())


def followed_tags(actor: Actor) -> list[str]:
    """The tags the actor follows, alphabetically."""
    found = TagFollow.objects.filter(person_id=actor.person_id).order_by("tag")
    return list(found.values_list("tag", flat=True))


def follows_person(actor: Actor, person_id: int) -> bool:
    """Whether the actor follows this person."""
    return PersonFollow.objects.filter(person_id=actor.person_id, followed_id=person_id).exists()


def followers_of(person_id: int) -> list[int]:
    """The ids of those who follow somebody: for telling them, never to be shown."""
    return list(PersonFollow.objects.filter(followed_id=person_id).values_list("person_id", flat=True))


def tag_followers(tags: Collection[str]) -> list[tuple[int, str]]:
    """Who follows one of these tags, with the tag: for telling them, never to be shown."""
    return list(TagFollow.objects.filter(tag__in=tags).values_list("person_id", "tag"))
