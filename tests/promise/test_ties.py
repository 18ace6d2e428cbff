"""Promise 12: a tie counts only when the person who was helped confirmed it; announcements, bots and broadcasts count for nothing."""

from tests.network import scene
from tests.world import World
from vloot.network.ties import gathering
from vloot.network.ties.models import Tie
from vloot.people.reads import actor_for
from vloot.talk.announcements import acts as announcements
from vloot.talk.announcements.acts import AnnouncementDraft
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.thanks import acts as thanks


def _ties() -> set[tuple[int, int]]:
    gathering.gather()
    return set(Tie.objects.values_list("asker_id", "helper_id"))


def test_a_tie_begins_and_ends_with_the_word_of_who_was_helped(world: World) -> None:
    scene.open_room()
    anna, bram = world.anna.id, world.bram.id
    answer = scene.answer(scene.ask(world, anna), bram)
    assert _ties() == set(), "an answer that nobody confirmed"
    questions.accept(by=actor_for(anna), answer=answer)
    assert _ties() == {(anna, bram)}
    questions.withdraw_acceptance(by=actor_for(anna), answer=answer)
    assert _ties() == set()
    questions.mark_helped(by=actor_for(world.hanne.id), answer=answer)
    assert _ties() == {(world.hanne.id, bram)}, "the tie is of who said it helped, not of who asked"


def test_announcements_bots_and_broadcasts_count_for_nothing(world: World) -> None:
    scene.open_room()
    crew = scene.crew(world, 6)
    (bot,) = scene.crew(world, 1, kind="bot")
    draft = AnnouncementDraft(space_id=world.quay.id, author_id=world.chris.id, title="Gate", body="Shut.")
    told = announcements.announce(by=world.actor(world.chris), draft=draft)
    broadcast = posts.write(by=world.actor(world.hanne), space=world.quay, body="Proud of you all")
    for one in crew:
        posts.comment(by=actor_for(one), under=told, body="Thanks")
        posts.comment(by=actor_for(one), under=broadcast, body="Thanks")
        thanks.appreciate(by=actor_for(one), post=broadcast)
        scene.accepted(world, one, bot)
    scene.thanked(world, world.hanne.id, *crew)
    assert _ties() == set()
