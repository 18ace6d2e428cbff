"""Questions to the spaces."""

from collections.abc import Collection
from datetime import date, datetime

import msgspec
from django.db.models import Q, QuerySet

from vloot.ground import clock
from vloot.ground.database import sql
from vloot.ground.errors import NotFound
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard
from vloot.talk.spaces import rules
from vloot.talk.spaces.models import EntryRequest, Membership, Space

# rules.readable, for what is asked on every page.
_READABLE = """
select s.id from talk_space s
where (s.access = 'open' and not %(is_guest)s) or %(is_importer)s
   or exists (select 1 from talk_membership m where m.space_id = s.id and m.person_id = %(me)s)
"""
_WRITABLE = """
select s.id, s.name, s.slug, s.access, m.id is not null, coalesce(m.is_host, false)
from talk_space s left join talk_membership m on m.space_id = s.id and m.person_id = %(me)s
where s.archived_at is null and (m.id is not null or (s.access = 'open' and not %(is_guest)s))
order by m.id is null, s.sort_key
"""
# rules.visible, and what a card has beside the space.
_FIELDS = [field.attname for field in Space._meta.concrete_fields]
_AMONG = f"""
select {", ".join(f"s.{field.column}" for field in Space._meta.concrete_fields)} from talk_space s
where s.id = any(%(ids)s::bigint[])
  and ((s.access = 'open' and not %(is_guest)s) or %(is_importer)s
       or exists (select 1 from talk_membership m where m.space_id = s.id and m.person_id = %(me)s))
"""  # noqa: S608
_CARD = f"""
select {", ".join(f"s.{field.column}" for field in Space._meta.concrete_fields)}, m.is_host,
       exists (select 1 from talk_entry_request r where r.person_id = %(me)s and r.space_id = s.id),
       array(select h.person_id from talk_membership h where h.space_id = s.id and h.is_host)
from talk_space s left join talk_membership m on m.space_id = s.id and m.person_id = %(me)s
where s.id = %(id)s
  and (m.id is not null or (s.access <> 'closed' and not %(is_guest)s) or %(is_importer)s)
"""  # noqa: S608


class SpaceRef(msgspec.Struct, frozen=True):
    """Just enough of a space to name it and link to it."""

    id: int
    name: str
    slug: str
    access: str
    is_archived: bool = False


class SpaceCard(msgspec.Struct, frozen=True, kw_only=True):
    """A space as it is shown in a list or at the head of its page."""

    id: int
    name: str
    slug: str
    purpose: str
    access: str
    reason: str
    review_on: date | None
    is_overdue: bool
    archived_at: datetime | None
    hosts: list[PersonCard]
    is_member: bool
    is_host: bool
    has_requested: bool
    can: frozenset[str]


def get(actor: Actor, space_id: int) -> Space:
    """A space the actor may know of. Raises NotFound."""
    return _one(Space.objects.filter(rules.visible(actor), pk=space_id))


def by_slug(actor: Actor, slug: str) -> Space:
    """A space the actor may know of. Raises NotFound."""
    return _one(Space.objects.filter(rules.visible(actor), slug=slug))


def get_readable(actor: Actor, space_id: int) -> Space:
    """A space whose posts the actor may read. Raises NotFound."""
    found = readable_among(actor, [space_id])
    if not found:
        raise NotFound
    return found[space_id]


def readable_among(actor: Actor, space_ids: Collection[int]) -> dict[int, Space]:
    """Those of these spaces whose posts the actor may read, by id."""
    if not space_ids:
        return {}
    rows = sql.rows(_AMONG, {**actor.asking, "ids": sql.array(space_ids)})
    return {space.id: space for space in (Space.from_db("default", _FIELDS, row) for row in rows)}


def by_external_key(keys: Collection[str]) -> dict[str, SpaceRef]:
    """Spaces by the key an importer gave."""
    found = Space.objects.filter(external_key__in=keys)
    return {space.external_key: ref(space) for space in found if space.external_key}


def visible_space_ids(actor: Actor) -> set[int]:
    """The ids of the spaces whose posts the actor may read."""
    return {row[0] for row in sql.rows(_READABLE, actor.asking)}


def readable_names(person_id: int) -> dict[int, str]:
    """The names of the spaces whose posts a person may read, by id. Raises NotFound for somebody who is not here."""
    actor = people.actor_for(person_id)
    asked = {"me": actor.person_id, "is_guest": actor.is_guest, "is_importer": False}
    return dict(sql.rows(_READABLE.replace("select s.id", "select s.id, s.name", 1), asked))


def hosted_by(actor: Actor) -> list[SpaceRef]:
    """The living spaces the actor hosts, alphabetically."""
    mine = Space.objects.filter(
        memberships__person_id=actor.person_id, memberships__is_host=True, archived_at=None
    )
    return [ref(space) for space in mine.order_by("sort_key")]


def writable(actor: Actor) -> list[SpaceRef]:
    """The spaces the actor can write in, their own first, alphabetically."""
    own, others = writable_apart(actor)
    return own + others


def writable_apart(actor: Actor) -> tuple[list[SpaceRef], list[SpaceRef]]:
    """The spaces the actor can write in, those they are in apart from the others, each alphabetically."""
    own, others, _hosted = writable_with_hosted(actor)
    return own, others


def writable_with_hosted(actor: Actor) -> tuple[list[SpaceRef], list[SpaceRef], set[int]]:
    """As `writable_apart`, and the ids of those the actor hosts."""
    rows = sql.rows(_WRITABLE, {"me": actor.person_id, "is_guest": actor.is_guest})
    refs = [(SpaceRef(*row[:4]), row[4]) for row in rows]
    own, others = [ref for ref, is_in in refs if is_in], [ref for ref, is_in in refs if not is_in]
    return own, others, {row[0] for row in rows if row[5]}


def listed(actor: Actor) -> list[SpaceCard]:
    """All spaces the actor may know of, alphabetically, the archived ones last."""
    found = list(Space.objects.filter(rules.visible(actor)).order_by("sort_key"))
    return cards(actor, sorted(found, key=lambda space: space.archived_at is not None))


def card(actor: Actor, space: Space) -> SpaceCard:
    """One space as its page shows it."""
    return cards(actor, [space])[0]


def card_of(actor: Actor, space_id: int) -> SpaceCard:
    """One space the actor may know of, as its page shows it, in two queries. Raises NotFound."""
    found = sql.rows(_CARD, {**actor.asking, "id": space_id})
    if not found:
        raise NotFound
    *columns, is_host, has_requested, host_ids = found[0]
    space = Space.from_db("default", _FIELDS, columns)
    hosts = people.alphabetical(people.cards(host_ids).values())
    mine = {} if is_host is None else {space.id: is_host}
    return _card(actor, space, hosts, mine, {space.id} if has_requested else set())


def cards(actor: Actor, spaces: list[Space]) -> list[SpaceCard]:
    """Spaces as lists show them, in three queries."""
    hosts = Membership.objects.filter(space__in=spaces, is_host=True).values_list("space_id", "person_id")
    by_space: dict[int, list[int]] = {}
    for space_id, person_id in hosts:
        by_space.setdefault(space_id, []).append(person_id)
    persons = people.cards({person for found in by_space.values() for person in found})
    mine = dict(Membership.objects.filter(person_id=actor.person_id).values_list("space_id", "is_host"))
    asked = set(EntryRequest.objects.filter(person_id=actor.person_id).values_list("space_id", flat=True))
    return [
        _card(actor, space, people.alphabetical(persons[i] for i in by_space.get(space.id, [])), mine, asked)
        for space in spaces
    ]


def hosts_of(space_id: int) -> list[int]:
    """The ids of a space's hosts who can act, longest in it first."""
    return hosts_of_many([space_id]).get(space_id, [])


def hosts_of_many(space_ids: Collection[int]) -> dict[int, list[int]]:
    """The same of several spaces, by space; one without such a host is left out."""
    can_act = Q(person__is_active=True, person__kind="human")
    hosting = Membership.objects.filter(can_act, space_id__in=list(space_ids), is_host=True)
    found: dict[int, list[int]] = {}
    for space_id, person_id in hosting.order_by("joined_at", "id").values_list("space_id", "person_id"):
        found.setdefault(space_id, []).append(person_id)
    return found


def members_of(actor: Actor, space: Space) -> list[PersonCard]:
    """The members of a space the actor may read, alphabetically. Raises NotFound."""
    get_readable(actor, space.id)
    found = Membership.objects.filter(space=space).values_list("person_id", flat=True)
    return people.alphabetical(people.cards(set(found)).values())


def requests_for(actor: Actor, space: Space) -> list[tuple[PersonCard, str]]:
    """Who asks to be let in, and why, oldest first; only hosts see it."""
    if not rules.is_host(actor, space):
        return []
    found = list(EntryRequest.objects.filter(space=space).order_by("id").values_list("person_id", "why"))
    persons = people.cards({person for person, _why in found})
    return [(persons[person], why) for person, why in found]


def shared_person_ids(actor: Actor) -> set[int]:
    """Everybody who is in a space with the actor: whom a guest may see."""
    own = Membership.objects.filter(person_id=actor.person_id).values("space_id")
    return set(Membership.objects.filter(space_id__in=own).values_list("person_id", flat=True))


def shared_with(actor: Actor) -> set[int] | None:
    """Who shares a space with a guest; None for everybody else, whom it does not narrow."""
    return shared_person_ids(actor) if actor.is_guest else None


def refs(space_ids: Collection[int]) -> dict[int, SpaceRef]:
    """Names and slugs of spaces, whoever asks: for what has been filtered already."""
    return {space.id: ref(space) for space in Space.objects.filter(id__in=space_ids)}


def names_of(actor: Actor, space_ids: Collection[int]) -> dict[int, str]:
    """The names of those of these spaces that the actor may know of."""
    found = Space.objects.filter(rules.visible(actor), id__in=list(space_ids))
    return dict(found.values_list("id", "name"))


def ref(space: Space) -> SpaceRef:
    """A space's name and address."""
    return SpaceRef(space.id, space.name, space.slug, space.access, space.archived_at is not None)


def due_for_review(actor: Actor, today: date) -> list[SpaceCard]:
    """The spaces the actor hosts whose reason is due to be looked at again."""
    mine = Q(memberships__person_id=actor.person_id, memberships__is_host=True)
    found = Space.objects.filter(mine, archived_at=None, review_on__lte=today).exclude(access=Space.OPEN)
    return cards(actor, list(found.order_by("sort_key")))


def _one(found: QuerySet[Space]) -> Space:
    space = found.first()
    if space is None:
        raise NotFound
    return space


def _card(
    actor: Actor, space: Space, hosts: list[PersonCard], mine: dict[int, bool], asked: set[int]
) -> SpaceCard:
    is_host = mine.get(space.id, False)
    can = {
        "join": space.id not in mine and rules.may_join(actor, space).ok,
        "request": space.id not in mine and space.id not in asked and rules.may_request(actor, space).ok,
        "leave": space.id in mine and (not is_host or rules.may_leave(actor, space).ok),
        "change": is_host or actor.is_administrator,
        "write": not space.archived_at
        and not actor.is_read_only
        and (space.id in mine or (space.access == Space.OPEN and not actor.is_guest)),
    }
    return SpaceCard(
        id=space.id,
        name=space.name,
        slug=space.slug,
        purpose=space.purpose,
        access=space.access,
        reason=space.reason,
        review_on=space.review_on,
        is_overdue=bool(
            space.review_on and space.access != Space.OPEN and space.review_on <= clock.now().date()
        ),
        archived_at=space.archived_at,
        hosts=hosts,
        is_member=space.id in mine,
        is_host=is_host,
        has_requested=space.id in asked,
        can=frozenset(name for name, allowed in can.items() if allowed),
    )
