"""Four people who are enough for the people room: Anna, Bram, Chris who hosts, Ada who administers; Dana is a guest."""

from vloot.people import acts, reads
from vloot.people.actor import Actor

HOUSE = Actor(person_id=0, origin="import:test", is_importer=True)

DRAFTS = (
    acts.PersonDraft(external_key="anna", name="Anna Jansen", username="anna", email="anna@vloot.example"),
    acts.PersonDraft(external_key="bram", name="Bram de Wit", username="bram"),
    acts.PersonDraft(external_key="chris", name="Chris Visser", username="chris", roles=("host",)),
    acts.PersonDraft(external_key="ada", name="Ada Admiraal", username="ada", roles=("administrator",)),
    acts.PersonDraft(external_key="dana", name="Dana Dubois", username="dana", roles=("guest",)),
)


def come_in() -> dict[str, Actor]:
    """Everybody, as actors, by first name."""
    found = acts.place_many(by=HOUSE, drafts=DRAFTS)
    return {key: reads.actor_for(person_id) for key, person_id in found.items()}
