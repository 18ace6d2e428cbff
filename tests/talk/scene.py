"""One of everything that rules are asked about, and who may do what to it: the table of test_permissions.py."""

from dataclasses import dataclass
from datetime import timedelta

from tests.world import IMPORTER, World
from vloot.ground import clock
from vloot.people import acts as people
from vloot.people.actor import Actor
from vloot.talk.announcements import acts as announcements
from vloot.talk.announcements.acts import AnnouncementDraft
from vloot.talk.events import acts as events
from vloot.talk.events.acts import EventDraft, Meeting
from vloot.talk.files import acts as files
from vloot.talk.guides import acts as guides
from vloot.talk.models import Announcement, Event, Guide, Poll, Post, Proposal, Question, Space
from vloot.talk.polls import acts as polls
from vloot.talk.polls.acts import PollDraft
from vloot.talk.posts import acts as posts
from vloot.talk.proposals import acts as proposals
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import Terms

STRANGER = Actor(person_id=1)
CAST = ("anna", "bram", "chris", "dana", "hanne", "stranger", "importer")

Thing = Space | Post | Question | Poll | Proposal | Guide | Announcement | Event | int

# Who of CAST may; everybody else may not. Anna wrote, Bram answered, Chris hosts, Dana is a guest in the slip, Hanne
# administers, founded the company and leads; the stranger is signed in and in no space.
ALL = "anna bram chris hanne stranger"
ROWS: tuple[tuple[str, str, str], ...] = (
    ("spaces.visible", "quay", f"{ALL} importer"),
    ("spaces.visible", "slip", f"{ALL} dana importer"),
    ("spaces.visible", "bridge", "chris hanne importer"),
    ("spaces.readable", "quay", f"{ALL} importer"),
    ("spaces.readable", "slip", "bram chris dana importer"),
    ("spaces.readable", "bridge", "chris hanne importer"),
    ("spaces.may_open", "", f"{ALL} importer"),
    ("spaces.may_change", "slip", "chris hanne importer"),
    ("spaces.may_let_in", "slip", "chris importer"),
    ("spaces.may_let_in", "bridge", "chris hanne importer"),
    ("spaces.may_join", "quay", f"{ALL} importer"),
    ("spaces.may_join", "slip", "importer"),
    ("spaces.may_join", "archived", "importer"),
    ("spaces.may_request", "quay", ""),
    ("spaces.may_request", "slip", "anna hanne stranger importer"),
    ("spaces.may_request", "bridge", ""),
    ("spaces.may_leave", "quay", "anna bram dana hanne stranger importer"),
    ("spaces.may_leave", "archived", f"{ALL} dana importer"),
    ("spaces.may_write_in", "quay", f"{ALL} importer"),
    ("spaces.may_write_in", "slip", "bram chris dana importer"),
    ("spaces.may_write_in", "bridge", "chris hanne importer"),
    ("spaces.may_write_in", "archived", "importer"),
    ("spaces.may_write_as", "anna's id", "anna importer"),
    ("posts.visible", "update", f"{ALL} importer"),
    ("posts.visible", "inside", "bram chris dana importer"),
    ("posts.visible", "removed", f"{ALL} importer"),
    ("posts.may_reply", "update", f"{ALL} importer"),
    ("posts.may_reply", "inside", "bram chris dana importer"),
    ("posts.may_reply", "ended", "importer"),
    ("posts.may_reply", "removed", "importer"),
    ("posts.may_reply", "resting", "importer"),
    ("posts.may_edit", "update", "anna importer"),
    ("posts.may_edit", "inside", "bram importer"),
    ("posts.may_edit", "removed", ""),
    ("posts.may_edit", "resting", "importer"),
    ("posts.may_remove", "update", "anna"),
    ("posts.may_remove", "inside", "bram"),
    ("posts.may_remove", "resting", "anna"),
    ("posts.may_remove", "removed", ""),
    ("posts.may_pin", "update", "chris importer"),
    ("posts.may_pin", "comment", ""),
    ("posts.may_pin", "removed", ""),
    ("posts.may_close", "update", "anna chris importer"),
    ("posts.may_close", "by a leader", "chris importer"),
    ("posts.may_close", "comment", ""),
    ("posts.may_close", "question", ""),
    ("posts.may_close", "removed", ""),
    ("posts.may_reopen", "update", "anna chris importer"),
    ("posts.may_reopen", "by a leader", "chris hanne importer"),
    ("posts.may_reopen", "question", ""),
    ("posts.may_reopen", "comment", ""),
    ("files.visible", "file", "bram"),
    ("files.visible", "file inside", "bram chris dana importer"),
    ("files.may_claim", "file", "bram importer"),
    ("files.may_claim", "file inside", "importer"),
    ("following.may_follow", "anna's id", "bram chris dana hanne stranger importer"),
    ("questions.may_answer", "question", f"{ALL} importer"),
    ("questions.may_answer", "solved", "importer"),
    ("questions.may_answer", "update", ""),
    ("questions.may_accept", "Question", "anna importer"),
    ("questions.may_help_be_marked", "answer", "anna chris dana hanne stranger importer"),
    ("questions.may_help_be_marked", "question", ""),
    ("questions.may_help_be_marked", "answer removed", ""),
    ("questions.may_hand_over", "Question", "bram chris"),
    ("questions.may_hand_over", "Solved", ""),
    ("questions.may_close", "Question", "anna importer"),
    ("questions.may_close", "Left behind", "chris importer"),
    ("guides.visible", "guide", f"{ALL} importer"),
    ("guides.visible", "guide inside", "bram chris dana importer"),
    ("guides.may_write", "quay", f"{ALL} importer"),
    ("guides.may_write", "slip", "bram chris dana importer"),
    ("guides.may_write", "archived", "importer"),
    ("guides.may_edit", "guide", f"{ALL} importer"),
    ("guides.may_edit", "guide inside", "bram chris dana importer"),
    ("guides.may_look_after", "guide", "anna chris importer"),
    ("guides.may_look_after", "guide inside", "bram chris importer"),
    ("guides.may_help_be_marked", "guide", "bram chris dana hanne stranger importer"),
    ("polls.may_vote", "Poll", f"{ALL} importer"),
    ("polls.may_vote", "Poll over", "importer"),
    ("polls.may_vote", "Poll removed", ""),
    ("polls.may_close", "Poll", "anna chris"),
    ("polls.may_close", "Poll over", ""),
    ("announcements.may_announce", "quay", "chris hanne importer"),
    ("announcements.may_announce", "slip", "chris importer"),
    ("announcements.may_announce_to_all", "quay", "hanne importer"),
    ("announcements.may_announce_to_all", "bridge", ""),
    ("announcements.may_lower", "Announcement", "chris"),
    ("announcements.may_confirm", "Announcement", "anna bram dana hanne stranger importer"),
    ("announcements.may_confirm", "Announcement that asks nothing", ""),
    ("events.may_change", "Event", "anna chris"),
    ("events.may_change", "Event cancelled", ""),
    ("events.may_reply", "Event", f"{ALL} importer"),
    ("events.may_reply", "Event cancelled", "importer"),
    ("roster.may_keep", "quay", "chris importer"),
    ("roster.may_keep", "slip", "chris importer"),
    ("roster.may_keep", "bridge", "chris hanne importer"),
    ("order.may_report", "update", "bram chris dana hanne stranger importer"),
    ("order.may_report", "inside", "anna chris dana hanne stranger importer"),
    ("order.may_report", "removed", ""),
    ("order.may_take_away", "update", "chris"),
    ("order.may_take_away", "by a leader", "chris"),
    ("order.may_take_away", "removed", ""),
    ("order.may_watch", "quay", "chris hanne"),
    ("order.may_watch", "bridge", "chris hanne"),
    ("order.may_read_watched", "", "chris hanne"),
    ("thanks.may_appreciate", "update", "bram chris dana hanne stranger importer"),
    ("thanks.may_appreciate", "removed", ""),
    ("proposals.visible", "proposal", "anna bram"),
    ("proposals.may_accept", "proposal", "bram"),
)


@dataclass(frozen=True)
class Scene:
    """The actors and the things by their names in ROWS."""

    actors: dict[str, Actor]
    things: dict[str, Thing]


def build(world: World) -> Scene:
    """Set the scene in the world of the cast."""
    actors = {name: world.actor(getattr(world, name)) for name in CAST[:5]}
    return Scene(actors | {"stranger": STRANGER, "importer": IMPORTER}, _things(world, actors))


def _things(world: World, actors: dict[str, Actor]) -> dict[str, Thing]:
    anna, bram, chris = actors["anna"], actors["bram"], actors["chris"]
    archived = spaces.open(by=chris, terms=Terms(name="Old pier"))
    update = posts.write(by=anna, space=world.quay, body="The tide turns")
    resting = posts.write(by=anna, space=archived, body="The tide turned")
    ended = posts.write(by=anna, space=world.quay, body="Said all")
    posts.close(by=anna, thread=ended, reason="Said all")
    removed = posts.write(by=anna, space=world.quay, body="Oh")
    posts.remove(by=anna, post=removed)
    carried = files.put(by=bram, name="plan.txt", content=b"plan")
    inside = posts.write(by=bram, space=world.slip, body="Hull open", files=[carried.id])
    spaces.archive(by=chris, space=archived)
    things: dict[str, Thing] = {
        "quay": world.quay,
        "slip": world.slip,
        "bridge": world.bridge,
        "archived": archived,
        "anna's id": world.anna.id,
        "update": update,
        "by a leader": posts.write(by=actors["hanne"], space=world.quay, body="We change course"),
        "comment": posts.comment(by=bram, under=update, body="At one"),
        "ended": Post.objects.get(pk=ended.pk),
        "removed": Post.objects.get(pk=removed.pk),
        "resting": Post.objects.get(pk=resting.pk),
        "inside": inside,
        "file": files.put(by=bram, name="plan.txt", content=b"plan").id,
        "file inside": carried.id,
        "proposal": proposals.propose(by=anna, to=world.bram.id, way="call"),
    }
    wording = guides.Wording("How to moor", "Two lines, always.")
    things |= {
        "guide": guides.write(by=anna, space=world.quay, wording=wording),
        "guide inside": guides.write(by=bram, space=world.slip, wording=wording),
    }
    return things | _questions(world, actors) | _polls(world, actors) | _gatherings(world, actors)


def _questions(world: World, actors: dict[str, Actor]) -> dict[str, Thing]:
    anna, bram, chris = actors["anna"], actors["bram"], actors["chris"]
    question = questions.ask(by=anna, space=world.quay, wording=Wording(title="When is it high?"))
    questions.hand_over(by=chris, question=question, to=world.bram.id)
    answer = questions.answer(by=bram, question=question, body="At one")
    gone = questions.answer(by=bram, question=question, body="At two")
    posts.remove(by=bram, post=gone)
    solved = questions.ask(by=anna, space=world.quay, wording=Wording(title="When is it low?"))
    questions.close(by=anna, question=solved)
    token = people.invite(by=chris, name="Gil")
    gil = people.accept_invitation(token=token, name="Gil Dubois", username="gil", password="a quiet harbour")
    left = questions.ask(by=world.actor(gil), space=world.quay, wording=Wording(title="Where is the key?"))
    people.deactivate(by=actors["hanne"], person_id=gil.id)
    return {
        "question": question,
        "answer": answer,
        "answer removed": Post.objects.get(pk=gone.pk),
        "solved": Post.objects.get(pk=solved.pk),
        "Question": Question.objects.get(pk=question.pk),
        "Solved": Question.objects.get(pk=solved.pk),
        "Left behind": Question.objects.get(pk=left.pk),
    }


def _polls(world: World, actors: dict[str, Actor]) -> dict[str, Thing]:
    draft = PollDraft(
        space_id=world.quay.id, author_id=world.anna.id, title="Soup or bread?", choices=("Soup", "Bread")
    )
    anna = actors["anna"]
    running, over, removed = (polls.open(by=anna, draft=draft) for _ in range(3))
    polls.close(by=anna, poll=over)
    posts.remove(by=anna, post=removed)
    return {
        "Poll": Poll.objects.get(pk=running.pk),
        "Poll over": Poll.objects.get(pk=over.pk),
        "Poll removed": Poll.objects.get(pk=removed.pk),
    }


def _gatherings(world: World, actors: dict[str, Actor]) -> dict[str, Thing]:
    chris, anna = actors["chris"], actors["anna"]
    told = [
        announcements.announce(
            by=chris,
            draft=AnnouncementDraft(
                space_id=world.quay.id,
                author_id=world.chris.id,
                title="The gate",
                body="It closes.",
                asks=asks,
            ),
        )
        for asks in (True, False)
    ]
    starts = clock.now() + timedelta(days=1)
    held = Meeting(starts_at=starts, ends_at=starts + timedelta(hours=1), zone="UTC", place="Hall")
    draft = EventDraft(space_id=world.quay.id, author_id=world.anna.id, title="Toolbox talk", meeting=held)
    ahead, off = (events.plan(by=anna, draft=draft) for _ in range(2))
    events.cancel(by=anna, event=off, reason="Rain")
    return {
        "Announcement": Announcement.objects.get(pk=told[0].pk),
        "Announcement that asks nothing": Announcement.objects.get(pk=told[1].pk),
        "Event": Event.objects.get(pk=ahead.pk),
        "Event cancelled": Event.objects.get(pk=off.pk),
    }
