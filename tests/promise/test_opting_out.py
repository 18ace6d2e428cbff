"""Promise 14: opting out removes a person's ties from every figure at the next computation, and from what others see at once."""

from tests.network import scene
from tests.promise.crawl import browser
from tests.stage import Clock
from tests.world import World
from vloot.ground.database import sql
from vloot.network.picture import own, painting
from vloot.network.ties import acts, gathering, reads
from vloot.people.reads import actor_for
from vloot.talk.posts import acts as posts


def _everything() -> tuple[list[reads.Tie], list[tuple[int, int]]]:
    """All that any figure is made of: the ties, and who was in contact with whom."""
    gathering.gather()
    contact = sql.rows(gathering.statement(painting.__file__, "contact"), gathering.when())
    return reads.every(), [(int(one), int(other)) for one, other in contact]


def test_who_opts_out_is_in_nothing_that_figures_are_made_of(world: World, clock: Clock) -> None:
    scene.open_room()
    crew = scene.crew(world, 6)
    one = crew[0]
    for other in crew[1:]:
        scene.thanked(world, one, other)
        scene.accepted(world, other, one)
        posts.comment(by=actor_for(one), under=scene.ask(world, other), body="I was there")
    scene.thanked(world, crew[1], crew[2])
    ties, contact = _everything()
    assert any(one in (tie.asker, tie.helper) for tie in ties)
    assert any(one in two for two in contact)
    seen = own.mine(actor_for(crew[1]))
    assert one in {near.person.id for near in seen.near}
    acts.stay_out(by=actor_for(one))
    seen = own.mine(actor_for(crew[1]))
    assert one not in {near.person.id for near in seen.near}, "at once, before anything is computed"
    ties, contact = _everything()
    assert ties, "the others are still there"
    assert not any(one in (tie.asker, tie.helper) for tie in ties)
    assert not any(one in two for two in contact)


def test_nobody_can_tell_who_opted_out(world: World) -> None:
    scene.open_room()
    gathering.gather()
    pages = ("/network/", "/network/company/", f"/people/{world.bram.id}/", "/people/")

    def looks() -> list[bytes]:
        chris = browser(world.chris)
        return [chris.get(page).content.split(b"</header>", 1)[1].split(b"csrf")[0] for page in pages]

    before = looks()
    acts.stay_out(by=world.actor(world.bram))
    assert looks() == before
