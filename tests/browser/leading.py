"""An open network: a round of the two questions, one who is asked to be a pilot, and one who said yes."""

from datetime import timedelta

from tests.network.scene import open_room
from tests.world import IMPORTER, World
from vloot.ground import clock
from vloot.network.pilots.models import Asking, Pilot
from vloot.network.rounds import acts as rounds
from vloot.network.ties.models import Tie
from vloot.people import acts as people
from vloot.people.acts import TeamDraft
from vloot.people.models import Person


def bring_about(world: World) -> None:
    """Sven is asked: his company is smaller than the rule wants, so the bars are laid here; Bram is a pilot."""
    open_room()
    today = clock.now().date()
    rounds.open_round(by=world.actor(world.chris), until=today + timedelta(days=14))
    drafts = [TeamDraft(slug=f"gang{number}", name=f"Gang {number}") for number in range(3)]
    teams = list(people.place_teams_many(by=IMPORTER, drafts=drafts).values())
    sven = Person.objects.get(username="sven")
    for number, name in enumerate(("ivo", "jana", "karel", "mila", "noor", "wim")):
        Person.objects.filter(username=name).update(team_id=teams[number % 3])
        day = today - timedelta(weeks=3 * number)
        Tie.objects.create(
            asker=Person.objects.get(username=name),
            helper=sven,
            weight=1.0,
            worth=1.0,
            helped_on=day,
            since=day,
            is_in_line=False,
        )
    Asking.objects.create(
        begins_on=today, until=today + timedelta(days=20), weighed_on=today, seed=7, heights=[0.0] * 300
    )
    Pilot.objects.create(person=world.bram, topics=["cables", "plugs"], words="Bring me the plug.")
