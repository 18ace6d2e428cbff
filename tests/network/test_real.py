"""The network of a real community, where its export lies beside the clone; nothing of it is kept here."""

import pytest
from django.db.models import F

from tests.importers.slack.export import bring
from tests.network import scene
from tests.promise.crawl import browser
from tests.shared import DATA, needs
from tests.stage import Clock
from vloot.ground import ids
from vloot.network.picture import painting, reads
from vloot.network.ties import gathering
from vloot.network.ties.models import Tie
from vloot.people.models import Person
from vloot.people.reads import actor_for
from vloot.talk.models import Mention, Post

pytestmark = pytest.mark.django_db
EXPORT = "slack_houstondatavis/export.zip"


@needs(EXPORT)
def test_a_real_export_gives_ties_of_what_was_confirmed_and_a_picture_of_everybody(clock: Clock) -> None:
    bring(DATA / EXPORT)
    clock.set(ids.moment(Post.objects.order_by("-id")[0].id))
    scene.open_room()
    here = set(Person.objects.filter(kind="human", is_active=True).values_list("id", flat=True))
    gathering.gather()
    assert not Tie.objects.exists(), "joins, files, emoji and mentions confirm nothing"
    named = Mention.objects.exclude(post__author=F("person")).filter(person__in=here, post__author__in=here)
    pairs = set(named.values_list("post__author_id", "person_id"))
    assert pairs, "but who names somebody is in contact with them"
    assert painting.paint_due()
    somebody = Person.objects.get(id=min(pairs)[0])
    shown = reads.latest(actor_for(somebody.id))
    assert shown
    assert shown.figures.people == len(here)
    for address in ("/network/", "/network/company/"):
        assert browser(somebody).get(address).status_code == 200
