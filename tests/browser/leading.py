"""An open network: a round of the two questions, one who is asked to be a pilot, and one who said yes."""

from datetime import timedelta

from tests.network.scene import open_room
from tests.world import IMPORTER, World
from vloot.ground import clock
from vloot.network.pilots.models import Asking, Pilot
from vloot.network.rounds import acts as rounds
from vloot.network.rounds.models import Nomination, QuestionRound, Sheet
from vloot.people import acts as people
from vloot.people.acts import TeamDraft
from vloot.people.models import Person

NAMED_SVEN = ("ivo", "jana", "karel", "mila", "noor", "wim")


def bring_about(world: World) -> None:
    """Sven is asked: his company is smaller than the rule wants, so the bars are laid here; Bram is a pilot."""
    open_room()
    today = clock.now().date()
    drafts = [TeamDraft(slug=f"gang{number}", name=f"Gang {number}") for number in range(3)]
    teams = list(people.place_teams_many(by=IMPORTER, drafts=drafts).values())
    sven = Person.objects.get(username="sven")
    past = QuestionRound.objects.create(
        until=today - timedelta(weeks=14), closed_at=clock.now(), asked=8, answered=6
    )
    # What they said then, and not a tie laid here: ties are gathered anew as soon as the company begins.
    for number, name in enumerate(NAMED_SVEN):
        who = Person.objects.get(username=name)
        Person.objects.filter(pk=who.pk).update(team_id=teams[number % 3])
        sheet = Sheet.objects.create(round=past, person=who)
        Nomination.objects.create(sheet=sheet, question=Nomination.ADVICE, named=sven)
    rounds.open_round(by=world.actor(world.chris), until=today + timedelta(days=14))
    Asking.objects.create(
        begins_on=today, until=today + timedelta(days=20), weighed_on=today, seed=7, heights=[0.0] * 300
    )
    Pilot.objects.create(person=world.bram, topics=["cables", "plugs"], words="Bring me the plug.")
