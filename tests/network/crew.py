"""A company of forty in which one helps many: what the tests of the pilots look at."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from tests.network.scene import open_room
from tests.stage import work_off
from tests.world import IMPORTER
from vloot.ground import clock
from vloot.logbook.models import Entry
from vloot.network.pilots import asking
from vloot.network.ties.models import Tie
from vloot.people import acts as people
from vloot.people import reads
from vloot.people.actor import Actor
from vloot.people.acts import PersonDraft, TeamDraft
from vloot.people.models import Person

FORTY, TEAMS = 40, 4


@dataclass
class Crew:
    """Forty people in four teams; the first helped twenty of them, the second two."""

    everybody: list[Person]
    before_seeking: dict[str, Counter[str]] = field(default_factory=dict)
    last_entry: int = 0

    @property
    def helper(self) -> Person:
        return self.everybody[0]

    @property
    def other(self) -> Person:
        return self.everybody[1]

    def actor(self, person: Person) -> Actor:
        return reads.actor_for(person.id)

    def gather(self, **more: Any) -> None:
        """Twenty say over twenty weeks that the first helped them; two that the second did."""
        Tie.objects.all().delete()
        for number, asker in enumerate(self.everybody[10:30]):
            self.tie(asker, self.helper, weeks=1 + number, **more)
        for asker in self.everybody[30:32]:
            self.tie(asker, self.other, weeks=3)

    def tie(self, asker: Person, helper: Person, *, weeks: int, **more: Any) -> None:
        day = clock.now().date() - timedelta(weeks=weeks)
        values = {"weight": 1.0, "worth": 1.0, "helped_on": day, "since": day, "is_in_line": False, **more}
        Tie.objects.create(asker=asker, helper=helper, **values)


def muster(dump: Any = None) -> Crew:
    """Let them come, agree on the network, help each other, and begin to seek pilots."""
    teams = people.place_teams_many(
        by=IMPORTER, drafts=[TeamDraft(slug=f"team{n}", name=f"Team {n}") for n in range(TEAMS)]
    )
    ids = people.place_many(
        by=IMPORTER,
        drafts=[
            PersonDraft(
                external_key=f"crew{n}",
                name=f"Sailor {chr(65 + n % 26)}{n:02}",
                username=f"crew{n}",
                team_id=teams[f"team{n % TEAMS}"],
                joined_on=(clock.now() - timedelta(days=400)).date(),
            )
            for n in range(FORTY)
        ],
    )
    crew = Crew([Person.objects.get(id=ids[f"crew{n}"]) for n in range(FORTY)])
    open_room()
    work_off()  # what gathers the ties finds none in what was said here
    crew.gather()
    crew.last_entry = Entry.objects.latest("id").id
    crew.before_seeking = dump() if dump else {}
    assert asking.go_on()
    work_off()
    return crew
