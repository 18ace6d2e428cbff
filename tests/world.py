"""The fixed small company of the tests, made through the acts like any other.

Anna asks, Bram answers, Chris hosts, Dana is a guest in one space, Eva has left, Finn writes from outside (an import
knows only his name), Hanne founded it and leads. Three spaces: the Quay, open to all; the Slip, on request (Chris,
Bram and Dana the guest are in it); the Bridge, closed (Hanne and Chris).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tests.kept import Kept
from vloot.company import acts as company
from vloot.ground import clock
from vloot.people import acts as people
from vloot.people import reads
from vloot.people.actor import Actor
from vloot.people.acts import PersonDraft, TeamDraft
from vloot.people.models import Person
from vloot.talk.models import Space
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import JoinDraft, SpaceDraft

IMPORTER = Actor(person_id=0, origin="import:test", is_importer=True)
FOUNDED = datetime(2025, 9, 1, 8, 0, tzinfo=UTC)
COMPANY = "Harbour Works"
PASSWORD = "a quiet harbour"


@dataclass(frozen=True)
class World:
    """The cast and their spaces; `world.actor(world.anna)` lets somebody act."""

    anna: Person
    bram: Person
    chris: Person
    dana: Person
    eva: Person
    finn: Person
    hanne: Person
    quay: Space
    slip: Space
    bridge: Space

    def actor(self, person: Person, origin: str = "web") -> Actor:
        """The person as who acts, with the roles they have now."""
        return reads.actor_for(person.id, origin)

    @property
    def importer(self) -> Actor:
        """Who writes as others and in the past."""
        return IMPORTER


def build() -> World:
    """Let the company come into being. Needs an empty database."""
    company.found(
        token=company.make_start_link() or "",
        company=COMPANY,
        name="Hanne Maes",
        username="hanne",
        password=PASSWORD,
        email="hanne@vloot.example",
    )
    people.place_teams_many(
        by=IMPORTER,
        drafts=[TeamDraft(slug="dock", name="Dock"), TeamDraft(slug="hull", name="Hull", parent_slug="dock")],
    )
    cast = _cast()
    quay, slip, bridge = _spaces(cast)
    return World(
        anna=cast["anna"],
        bram=cast["bram"],
        chris=cast["chris"],
        dana=cast["dana"],
        eva=cast["eva"],
        finn=cast["finn"],
        hanne=cast["hanne"],
        quay=quay,
        slip=slip,
        bridge=bridge,
    )


# As `build()`, for every test that begins with it: made once, then put back.
WORLD = Kept(build)


def _cast() -> dict[str, Person]:
    team = people.place_teams_many(by=IMPORTER, drafts=[TeamDraft(slug="hull", name="Hull")])["hull"]
    drafts = [
        _draft("hanne", "Hanne Maes"),  # known by her address already
        _draft(
            "anna",
            "Anna Peeters",
            function="Planner",
            team_id=team,
            manager_key="hanne",
            ask_me_about="cranes",
        ),
        _draft("bram", "Bram Desmet", function="Electrician", team_id=team, manager_key="hanne"),
        _draft(
            "chris", "Chris Wouters", function="Foreman", team_id=team, manager_key="hanne", roles=("host",)
        ),
        _draft("dana", "Dana Ilić", roles=("guest",)),
        _draft("eva", "Éva Novák", function="Welder", is_active=False, left_on=date(2026, 1, 31)),
        PersonDraft(external_key="finn", name="Finn Visser", kind="placeholder", username="finn", at=FOUNDED),
    ]
    ids = people.place_many(by=IMPORTER, drafts=drafts)
    return {key: Person.objects.get(id=person_id) for key, person_id in ids.items()}


def _draft(key: str, name: str, **more: object) -> PersonDraft:
    settled = {
        "joined_on": FOUNDED.date(),
        "languages": ("nl", "en"),
        "email": f"{key}@vloot.example",
        "at": FOUNDED,
    }
    return PersonDraft(external_key=key, name=name, username=key, **{**settled, **more})  # type: ignore[arg-type]


def _spaces(cast: dict[str, Person]) -> tuple[Space, Space, Space]:
    review = clock.now().date() + timedelta(days=180)
    chris, hanne = cast["chris"].id, cast["hanne"].id
    quay, slip, bridge = spaces.open_many(
        by=IMPORTER,
        drafts=[
            SpaceDraft(name="Quay", purpose="All that concerns all", hosts=[chris], at=FOUNDED),
            SpaceDraft(
                name="Slip",
                purpose="Ships under repair",
                access=Space.ON_REQUEST,
                reason="Customers read along",
                review_on=review,
                hosts=[chris],
                at=FOUNDED,
            ),
            SpaceDraft(
                name="Bridge",
                access=Space.CLOSED,
                reason="Talks about pay",
                review_on=review,
                hosts=[hanne, chris],
                at=FOUNDED,
            ),
        ],
    )
    joining = [(quay, ("anna", "bram", "hanne")), (slip, ("bram", "dana"))]
    drafts = [JoinDraft(space.id, cast[name].id, FOUNDED) for space, names in joining for name in names]
    spaces.join_many(by=IMPORTER, drafts=drafts)
    return quay, slip, bridge
